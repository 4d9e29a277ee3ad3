import type { Context, Hono } from "hono";
import { lireSaisie, type Refus } from "../../../dossier/acte.ts";
import { CHAMPS_LOGO } from "../../../dossier/parties-organisme/logo.ts";
import type { Retrait } from "../../../dossier/parties-organisme/partie.ts";
import type { Organisme } from "../../../law/etat.ts";
import { changerLogo, retirerLogo } from "../../../usecases/organisme/changer-logo.ts";
import { type ChangementEcrit, consulterOrganisme } from "../../../usecases/organisme/changer-organisme.ts";
import { ChampsRendus, RefusRendus, retaper, type Valeurs } from "../../champs-rendus.tsx";
import type { Env } from "../../contexte.ts";
import { champsDeFormulaire } from "../../formulaire.ts";
import { introuvable } from "../../introuvable.tsx";
import { page } from "../../page.tsx";
import { Button, Buttons, LinkButton } from "../../ui/button.tsx";
import { CadreDeChamp, decritPar } from "../../ui/champs/cadre.tsx";
import { idDuChamp } from "../../ui/champs/champ.ts";
import { Form } from "../../ui/form.tsx";
import { Actions, PageTitle } from "../../ui/layout.tsx";
import { auteurDe, COURANT, Conflit, clesDe, Retour } from "./commun.tsx";
import { pageDeRetrait } from "./retrait.tsx";

const ADRESSE = `${COURANT}/logo`;
const TYPES = { png: "image/png", svg: "image/svg+xml" } as const;

const RETRAIT: Retrait = {
  titre: "Retirer le logo ?",
  bouton: "Retirer le logo",
  titrePerdu: "Change",
  perdu: ["Les papiers imprimés à partir de maintenant porteront le nom de l’organisme seul."],
  garde: ["Les papiers déjà imprimés ou envoyés.", "La trace de ce retrait, avec l’image et votre nom."],
  pourquoi: "Vous pourrez remettre un logo quand vous voudrez.",
};

/** The image itself, as it stands on the papers. */
export function ApercuDuLogo({ organisme: { logo } }: { organisme: Organisme }) {
  return logo === null ? null : (
    <p>
      <img class="logo-apercu" src={`${ADRESSE}/image`} alt={logo.alternative} />
    </p>
  );
}

function ChampFichier({ remplace, erreur }: { remplace: boolean; erreur: string | undefined }) {
  const champ = {
    nom: "fichier",
    libelle: remplace ? "Une autre image" : "L’image",
    aide: "PNG ou SVG, 64 Ko au plus. Elle s’imprime sur 13 mm de haut.",
    requis: !remplace,
    erreur,
  };
  return (
    <CadreDeChamp {...champ}>
      <input
        class="input"
        type="file"
        id={idDuChamp(champ.nom)}
        name={champ.nom}
        accept=".png,.svg,image/png,image/svg+xml"
        aria-describedby={decritPar(champ)}
        aria-invalid={erreur === undefined ? undefined : "true"}
      />
    </CadreDeChamp>
  );
}

type Suite = { valeurs?: Valeurs; refus?: readonly Refus[]; conflit?: readonly ChangementEcrit[] };

async function montrer(c: Context<Env>, { valeurs, refus = [], conflit }: Suite = {}) {
  const { maison } = c.get("portes");
  const { organisme, version } = await consulterOrganisme(maison, c.get("moi"));
  const remplace = organisme.logo !== null;
  const titre = remplace ? "Changer le logo" : "Ajouter un logo";
  const corps = (
    <>
      <Retour />
      <RefusRendus refus={refus} />
      {conflit === undefined ? null : <Conflit changements={conflit} />}
      <PageTitle
        titre={titre}
        chapeau="Il s’imprime en tête de vos papiers. L’image est essayée avant d’être gardée."
      />
      <ApercuDuLogo organisme={organisme} />
      <Form action={ADRESSE} jeton={maison.nouvelId()} fichiers champsCaches={{ vu: String(version) }}>
        <ChampFichier
          remplace={remplace}
          erreur={
            refus.find((r) => r.champ === "fichier")?.phrase ?? (conflit && "Choisissez l’image de nouveau.")
          }
        />
        <ChampsRendus
          champs={CHAMPS_LOGO}
          valeurs={valeurs ?? { alternative: organisme.logo?.alternative ?? organisme.raisonSociale }}
          refus={refus}
        />
        <Buttons>
          <Button>Enregistrer le logo</Button>
          <LinkButton rang="discret" href={COURANT}>
            Revenir sans enregistrer
          </LinkButton>
        </Buttons>
      </Form>
      {remplace ? (
        <div class="mt-6">
          <Actions liens={[{ libelle: "Retirer le logo…", href: `${ADRESSE}/retirer` }]} />
        </div>
      ) : null}
    </>
  );
  const statut = refus.length > 0 ? 422 : conflit === undefined ? 200 : 409;
  return page(
    c,
    { titre, enErreur: statut !== 200, courant: COURANT, etroite: true, children: corps },
    statut,
  );
}

/** The bytes of the file that was chosen; null when none was. */
async function fichierDe(c: Context<Env>): Promise<Uint8Array | null> {
  const fichier = (await c.req.formData()).get("fichier");
  if (!(fichier instanceof File) || (fichier.name === "" && fichier.size === 0)) return null;
  return new Uint8Array(await fichier.arrayBuffer());
}

async function recevoir(c: Context<Env>) {
  const { maison, imprimer } = c.get("portes");
  const brut = await champsDeFormulaire(c);
  const valeurs = retaper(CHAMPS_LOGO, brut);
  const lu = lireSaisie(CHAMPS_LOGO, brut);
  if ("refus" in lu) return montrer(c, { valeurs, refus: lu.refus });
  const envoye = { octets: await fichierDe(c), alternative: lu.saisie.alternative as string };
  const reponse = await changerLogo(maison, imprimer, auteurDe(c), envoye, clesDe(c, brut));
  if (reponse.issue === "fait") return c.redirect(`${COURANT}?fait=1`, 303);
  if (reponse.issue === "inconnu") return introuvable(c);
  return reponse.issue === "refus"
    ? montrer(c, { valeurs, refus: reponse.refus })
    : montrer(c, { valeurs, conflit: reponse.changements });
}

async function demanderLeRetrait(c: Context<Env>, conflit?: readonly ChangementEcrit[]) {
  const { organisme, version } = await consulterOrganisme(c.get("portes").maison, c.get("moi"));
  if (organisme.logo === null) return introuvable(c);
  const action = `${ADRESSE}/retirer`;
  return pageDeRetrait(c, RETRAIT, { action, version, ...(conflit === undefined ? {} : { conflit }) });
}

export function routesDuLogo(app: Hono<Env>): void {
  app.get("/organisme/logo/image", (c) => {
    const { logo } = c.get("moi").organisme;
    if (logo === null) return introuvable(c);
    return c.body(new Uint8Array(Buffer.from(logo.base64, "base64")), 200, {
      "content-type": TYPES[logo.format],
    });
  });
  app.get("/organisme/logo", (c) => montrer(c));
  app.post("/organisme/logo", recevoir);
  app.get("/organisme/logo/retirer", (c) => demanderLeRetrait(c));
  app.post("/organisme/logo/retirer", async (c) => {
    const brut = await champsDeFormulaire(c);
    const reponse = await retirerLogo(c.get("portes").maison, auteurDe(c), clesDe(c, brut));
    if (reponse.issue === "conflit") return demanderLeRetrait(c, reponse.changements);
    return reponse.issue === "fait" ? c.redirect(`${COURANT}?fait=1`, 303) : introuvable(c);
  });
}
