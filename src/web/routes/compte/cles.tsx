import type { Context, Hono } from "hono";
import type { CleAcces } from "../../../auth/cles-acces.ts";
import { nettoyer } from "../../../dossier/champ.ts";
import { adresseDe } from "../../adresse.ts";
import type { Env } from "../../contexte.ts";
import { champsDeFormulaire } from "../../formulaire.ts";
import { page } from "../../page.tsx";
import { Button, Buttons } from "../../ui/button.tsx";
import { ChampTexte } from "../../ui/champs/une-ligne.tsx";
import { ErrorSummary, type Faute, Form } from "../../ui/form.tsx";
import { Block, PageTitle } from "../../ui/layout.tsx";
import { EmptyState, Notice } from "../../ui/notice.tsx";
import { fr } from "../../ui/typographie.ts";
import { familleDAppareil } from "../../vues/famille-appareil.ts";
import { tropDEssais } from "../entree/arriver.ts";
import { aUnePhrase, COMPTE, direQuand, PhraseActuelle, RetourAuCompte } from "./commun.tsx";

const ICI = `${COMPTE}/cles`;

function Cle({ cle: { id, nom, creeeLe, servieLe } }: { cle: CleAcces }) {
  const servie = servieLe === null ? "" : `, servie le ${direQuand(servieLe)}`;
  return (
    <li>
      <div class="list-body">
        <h3>{fr(nom)}</h3>
        <p class="minor">{fr(`Ajoutée le ${direQuand(creeeLe)}${servie}`)}</p>
      </div>
      <div class="list-end">
        <Form action={`${ICI}/retirer`} champsCaches={{ cle: id }}>
          <Button rang="second" complement={fr(nom)}>
            Retirer
          </Button>
        </Form>
      </div>
    </li>
  );
}

/** Drawn by the script alone: without it a browser cannot ask the device for a key. */
function Ajouter(p: { options: object; nom: string; phrase: boolean; erreur: string | undefined }) {
  return (
    <form
      method="post"
      action={ICI}
      novalidate
      hidden
      data-cle-acces="create"
      data-options={JSON.stringify(p.options)}
    >
      <ChampTexte
        nom="nom"
        libelle="Nom de cette clé"
        aide="Pour la reconnaître ici."
        requis
        valeur={p.nom}
      />
      {p.phrase ? <PhraseActuelle erreur={p.erreur} /> : null}
      <input type="hidden" name="reponse" />
      <p role="status" data-cle-refus hidden>
        Votre appareil n’a pas fait de clé d’accès. Rien n’a changé.
      </p>
      <Buttons>
        <Button>Ajouter une clé d’accès</Button>
      </Buttons>
    </form>
  );
}

async function montrer(c: Context<Env>, fautes: readonly Faute[] = [], statut: 200 | 422 | 429 = 200) {
  const { clesAcces } = c.get("portes").comptes;
  const cles = await clesAcces.lister(c.get("moi").utilisateurId);
  const corps = (
    <>
      <RetourAuCompte />
      <ErrorSummary fautes={fautes} />
      <PageTitle
        titre="Mes clés d’accès"
        chapeau="Votre appareil vous reconnaît, et rien n’est à taper. Une clé ne marche qu’à cette adresse."
      />
      <Block id="cles" titre="Vos clés" note={String(cles.length)}>
        {cles.length === 0 ? (
          <EmptyState titre="Aucune clé">Vous entrez avec votre phrase de passe ou par un lien.</EmptyState>
        ) : (
          <ul class="list">
            {cles.map((cle) => (
              <Cle cle={cle} />
            ))}
          </ul>
        )}
      </Block>
      <div data-sans-cle>
        <Notice genre="information">
          Ce navigateur ne sait pas en ajouter ici. Un navigateur récent, avec les scripts permis, le sait.
        </Notice>
      </div>
      <Ajouter
        options={await clesAcces.preparer(c.get("moi"))}
        nom={familleDAppareil(c.req.header("user-agent") ?? "")}
        phrase={await aUnePhrase(c)}
        erreur={fautes.find((f) => f.nom === "motDePasse")?.message}
      />
    </>
  );
  return page(
    c,
    {
      titre: "Mes clés d’accès",
      enErreur: fautes.length > 0,
      courant: COMPTE,
      etroite: true,
      children: corps,
    },
    statut,
  );
}

export function routesDesCles(app: Hono<Env>): void {
  app.get("/compte/cles", (c) => montrer(c));
  app.post("/compte/cles", async (c) => {
    const { comptes } = c.get("portes");
    const moi = c.get("moi");
    const brut = await champsDeFormulaire(c);
    if (await aUnePhrase(c)) {
      const phrase = nettoyer(brut.motDePasse?.[0] ?? "");
      const verifiee = await comptes.verifierPhrase(moi, phrase, adresseDe(c));
      if (verifiee.issue === "trop_d_essais") return montrer(c, [tropDEssais(c, verifiee.secondes)], 429);
      if (verifiee.issue === "refusee") {
        const message = "Ce n’est pas votre phrase de passe actuelle.";
        return montrer(c, [{ nom: "motDePasse", message }], 422);
      }
    }
    const nom = nettoyer(brut.nom?.[0] ?? "").slice(0, 120) || "Une clé d’accès";
    const gardee = await comptes.clesAcces.enregistrer(moi.utilisateurId, nom, brut.reponse?.[0] ?? "");
    return gardee
      ? c.redirect(ICI, 303)
      : montrer(c, [{ message: "Cette clé d’accès n’a pas pu être vérifiée. Recommencez." }], 422);
  });
  app.post("/compte/cles/retirer", async (c) => {
    const cle = (await champsDeFormulaire(c)).cle?.[0] ?? "";
    await c.get("portes").comptes.clesAcces.retirer(c.get("moi").utilisateurId, cle);
    return c.redirect(ICI, 303);
  });
}
