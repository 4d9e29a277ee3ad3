import type { Context, Hono } from "hono";
import { nettoyer } from "../../../dossier/champ.ts";
import { adresseDe } from "../../adresse.ts";
import { appareilDe } from "../../appareil.ts";
import type { Env } from "../../contexte.ts";
import { champsDeFormulaire } from "../../formulaire.ts";
import { introuvable } from "../../introuvable.tsx";
import { page } from "../../page.tsx";
import { Button, Buttons, LinkButton } from "../../ui/button.tsx";
import { ChampTexte } from "../../ui/champs/une-ligne.tsx";
import { ErrorSummary, type Faute, Form } from "../../ui/form.tsx";
import { Block, PageTitle, Sheet } from "../../ui/layout.tsx";
import { Notice } from "../../ui/notice.tsx";
import { Qr } from "../../ui/qr.tsx";
import { donnerCookies, tropDEssais } from "../entree/arriver.ts";
import { aUnePhrase, COMPTE, PhraseActuelle, RetourAuCompte } from "./commun.tsx";

const ICI = `${COMPTE}/second-facteur`;
type Statut = 200 | 422 | 429;

function rendre(
  c: Context<Env>,
  titre: string,
  corps: unknown,
  fautes: readonly Faute[] = [],
  statut: Statut = 200,
) {
  const children = (
    <>
      <RetourAuCompte />
      <ErrorSummary fautes={fautes} />
      {corps}
    </>
  );
  return page(c, { titre, enErreur: fautes.length > 0, courant: COMPTE, etroite: true, children }, statut);
}

/** What there is: nothing yet, or codes that are asked at each entry. */
async function montrer(c: Context<Env>, fautes: readonly Faute[] = [], statut: Statut = 200) {
  const { aSecondFacteur, secondFacteurAvant } = c.get("moi");
  const erreur = fautes.find((f) => f.nom === "motDePasse")?.message;
  const phrase = (await aUnePhrase(c)) ? <PhraseActuelle erreur={erreur} /> : null;
  if (aSecondFacteur) {
    const corps = (
      <>
        <PageTitle
          titre="Mon second facteur"
          chapeau="Un code de votre application est demandé à chaque entrée."
        />
        <Form action={ICI}>
          {phrase}
          <Buttons>
            <Button nom="faire" valeur="renouveler">
              Avoir de nouveaux codes de secours
            </Button>
            <Button rang="danger" nom="faire" valeur="retirer">
              Retirer le second facteur
            </Button>
          </Buttons>
        </Form>
      </>
    );
    return rendre(c, "Mon second facteur", corps, fautes, statut);
  }
  const du = secondFacteurAvant !== null && secondFacteurAvant <= c.get("portes").maison.horloge();
  const corps = (
    <>
      <PageTitle
        titre="Ajouter un second facteur"
        chapeau="Avec une application de votre téléphone qui donne des codes. Qui connaîtrait votre phrase de passe n’entrerait pas pour autant."
      />
      {du ? (
        <Notice genre="alerte" titre="Votre organisme le demande.">
          Le délai est passé : les autres pages s’ouvrent dès que c’est fait.
        </Notice>
      ) : null}
      <Form action={ICI}>
        {phrase}
        <Buttons>
          <Button nom="faire" valeur="preparer">
            Commencer
          </Button>
        </Buttons>
      </Form>
    </>
  );
  return rendre(c, "Ajouter un second facteur", corps, fautes, statut);
}

/** The square and the secret, until a first code shows that the application has them. */
async function montrerLeSecret(c: Context<Env>, fautes: readonly Faute[] = [], statut: Statut = 200) {
  const lu = await c.get("portes").comptes.secondFacteur.lire(c.get("moi").utilisateurId);
  if (lu === null || c.get("moi").aSecondFacteur) return introuvable(c);
  const corps = (
    <>
      <PageTitle
        titre="Donner le secret à votre application"
        chapeau="Photographiez le carré avec elle, ou tapez-y le secret. Elle montre ensuite 6 chiffres."
      />
      <Sheet>
        <Qr texte={lu.uri} titre="Le secret, pour une application qui donne des codes" />
        <p>
          Le secret&nbsp;: <code>{(lu.secret.match(/.{1,4}/g) ?? []).join(" ")}</code>
        </p>
      </Sheet>
      <Form action={`${ICI}/code`}>
        <ChampTexte
          nom="code"
          libelle="Les 6 chiffres qu’elle montre"
          autocompletion="one-time-code"
          largeur="courte"
          requis
          erreur={fautes.find((f) => f.nom === "code")?.message}
        />
        <Buttons>
          <Button>Activer le second facteur</Button>
          <LinkButton rang="discret" href={COMPTE}>
            Plus tard
          </LinkButton>
        </Buttons>
      </Form>
    </>
  );
  return rendre(c, "Donner le secret à votre application", corps, fautes, statut);
}

/** Shown once: who loses his telephone comes in with one of them. */
async function montrerLesCodes(c: Context<Env>) {
  const lu = await c.get("portes").comptes.secondFacteur.lire(c.get("moi").utilisateurId);
  const corps = (
    <>
      <PageTitle
        titre="Vos codes de secours"
        chapeau="Chacun remplace une fois le code de votre application. Notez-les maintenant : ils ne seront plus montrés."
      />
      <Block id="codes" titre="À garder ailleurs que dans votre téléphone">
        <ul>
          {(lu?.codesDeSecours ?? []).map((code) => (
            <li>
              <code>{code}</code>
            </li>
          ))}
        </ul>
      </Block>
      <div class="buttons">
        <LinkButton href="/">Je les ai notés</LinkButton>
      </div>
    </>
  );
  return rendre(c, "Vos codes de secours", corps);
}

const FAUSSE: Faute = { nom: "motDePasse", message: "Ce n’est pas votre phrase de passe actuelle." };

async function recevoir(c: Context<Env>) {
  const { comptes } = c.get("portes");
  const brut = await champsDeFormulaire(c);
  const [faire, motDePasse] = [brut.faire?.[0], nettoyer(brut.motDePasse?.[0] ?? "")];
  if (await aUnePhrase(c)) {
    const verifiee = await comptes.verifierPhrase(c.get("moi"), motDePasse, adresseDe(c));
    if (verifiee.issue === "trop_d_essais") return montrer(c, [tropDEssais(c, verifiee.secondes)], 429);
    if (verifiee.issue === "refusee") return montrer(c, [FAUSSE], 422);
  }
  const { secondFacteur } = comptes;
  const entetes = c.req.raw.headers;
  if (faire === "preparer" && (await secondFacteur.preparer(entetes, motDePasse))) return montrerLeSecret(c);
  if (faire === "renouveler" && (await secondFacteur.renouveler(entetes, motDePasse)))
    return montrerLesCodes(c);
  const retire = faire === "retirer" ? await secondFacteur.retirer(entetes, motDePasse) : null;
  if (retire === null) return introuvable(c);
  donnerCookies(c, retire);
  return c.redirect(`${COMPTE}?fait=second-facteur`, 303);
}

export function routesDuSecondFacteur(app: Hono<Env>): void {
  app.get("/compte/second-facteur", (c) => montrer(c));
  app.post("/compte/second-facteur", recevoir);
  app.post("/compte/second-facteur/code", async (c) => {
    if (c.get("moi").aSecondFacteur) return introuvable(c);
    const code = (await champsDeFormulaire(c)).code?.[0]?.replace(/\s/g, "") ?? "";
    const faux = { nom: "code", message: "Ce code n’est pas le bon. Attendez le suivant, puis recommencez." };
    // Six figures alone: a recovery code proves no application.
    if (!/^\d{6}$/.test(code)) return montrerLeSecret(c, [faux], 422);
    const { secondFacteur } = c.get("portes").comptes;
    const donne = await secondFacteur.donnerCode(c.req.raw.headers, code, appareilDe(c));
    if (donne.issue === "trop_d_essais") return montrerLeSecret(c, [tropDEssais(c, donne.secondes)], 429);
    if (donne.issue !== "ouverte") return montrerLeSecret(c, [faux], 422);
    donnerCookies(c, donne.cookies);
    return montrerLesCodes(c);
  });
}
