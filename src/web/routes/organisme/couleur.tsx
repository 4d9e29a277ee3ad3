import type { Context, Hono } from "hono";
import type { Brut, Refus } from "../../../dossier/acte.ts";
import { changerCouleur, lireCouleur } from "../../../dossier/parties-organisme/couleur.ts";
import type { Organisme } from "../../../law/etat.ts";
import {
  type ChangementEcrit,
  changerOrganisme,
  consulterOrganisme,
} from "../../../usecases/organisme/changer-organisme.ts";
import { type Couleur, formatRapport, parseCouleur } from "../../../values/contraste.ts";
import { jugerCouleur, mesurerCouleur } from "../../../values/couleur-organisme.ts";
import { RefusRendus } from "../../champs-rendus.tsx";
import type { Env } from "../../contexte.ts";
import { champsDeFormulaire } from "../../formulaire.ts";
import { introuvable } from "../../introuvable.tsx";
import { page } from "../../page.tsx";
import { Button, Buttons, LinkButton } from "../../ui/button.tsx";
import { ChampCouleur } from "../../ui/champs/couleur.tsx";
import { ChampTexte } from "../../ui/champs/une-ligne.tsx";
import { ColorPreview } from "../../ui/color-preview.tsx";
import { Form } from "../../ui/form.tsx";
import { Block, KeyList, PageTitle } from "../../ui/layout.tsx";
import { auteurDe, COURANT, Conflit, clesDe, Retour } from "./commun.tsx";

const ADRESSE = `${COURANT}/couleur`;
/** The palette opens on the product's own band. */
const DU_PRODUIT = "#391f47" as Couleur;

/** What the form shows: the colour in the palette, and a code only while it cannot be read. */
type Suite = {
  montree?: Couleur;
  code?: string;
  refus?: readonly Refus[];
  conflit?: readonly ChangementEcrit[];
};

/** The colour as it stands in the summary of the organisation. */
export function LaCouleur({ organisme: { couleur, raisonSociale } }: { organisme: Organisme }) {
  if (couleur === null)
    return <p class="minor">Aucune&nbsp;: vos pages et vos papiers gardent celle de Probant.</p>;
  return (
    <>
      <p>
        <code>{couleur}</code>
      </p>
      <div class="mt-4">
        <ColorPreview couleur={couleur} nom={raisonSociale} />
      </div>
    </>
  );
}

function Mesures({ couleur }: { couleur: Couleur }) {
  const lignes = mesurerCouleur(couleur).map(({ lieu, rapport, seuil }) => ({
    cle: `${lieu[0]!.toUpperCase()}${lieu.slice(1)}`,
    valeur: `${formatRapport(rapport)} pour 1${rapport < seuil ? ` : il faut ${formatRapport(seuil)}` : ""}`,
  }));
  return (
    <details class="mt-4">
      <summary>Le contraste, lieu par lieu</summary>
      <KeyList lignes={lignes} />
    </details>
  );
}

async function montrer(c: Context<Env>, { montree, code = "", refus = [], conflit }: Suite = {}) {
  const { maison } = c.get("portes");
  const { organisme, version } = await consulterOrganisme(maison, c.get("moi"));
  const couleur = montree ?? organisme.couleur ?? DU_PRODUIT;
  const jugement = jugerCouleur(couleur);
  const apercue = jugement.tient ? couleur : jugement.proche;
  const titre = organisme.couleur === null ? "Choisir une couleur" : "Changer la couleur";
  const erreur = (nom: string) => refus.find((r) => r.champ === nom)?.phrase;
  const gardee = organisme.couleur ?? "celle de Probant";
  const corps = (
    <>
      <Retour />
      <RefusRendus refus={refus} />
      {conflit === undefined ? null : (
        <Conflit
          changements={conflit}
          differe={gardee === couleur ? [] : [["La couleur de votre organisme", gardee]]}
        />
      )}
      <PageTitle
        titre={titre}
        chapeau="Elle teinte le bandeau de vos pages et les titres de vos papiers. Elle doit se lire partout : son contraste est mesuré."
      />
      <Form action={ADRESSE} jeton={maison.nouvelId()} champsCaches={{ vu: String(version) }}>
        <ChampCouleur
          nom="palette"
          libelle="La couleur de votre organisme"
          requis
          valeur={couleur}
          erreur={erreur("palette")}
        />
        <ChampTexte
          nom="code"
          libelle="Son code, si vous le connaissez"
          aide="« # » et 6 chiffres de 0 à f. Par exemple : #1d5c3a. S’il est écrit, il compte à la place de la palette."
          largeur="courte"
          valeur={code}
          erreur={erreur("code")}
        />
        <Buttons>
          <Button>Enregistrer la couleur</Button>
          {jugement.tient ? null : (
            <Button rang="second" nom="proposee" valeur={jugement.proche}>
              {`Prendre ${jugement.proche}`}
            </Button>
          )}
          <Button rang="second" nom="voir" valeur="oui">
            Voir sans enregistrer
          </Button>
          <LinkButton rang="discret" href={COURANT}>
            Revenir sans enregistrer
          </LinkButton>
        </Buttons>
        <Block id="apercu" titre="Aperçu" note={apercue}>
          {jugement.tient || refus.length > 0 ? null : <p>{jugement.phrase}</p>}
          <ColorPreview couleur={apercue} nom={organisme.raisonSociale} />
          <Mesures couleur={couleur} />
        </Block>
        {organisme.couleur === null ? null : (
          <Buttons>
            <Button rang="discret" nom="sans" valeur="oui">
              Revenir aux couleurs de Probant
            </Button>
          </Buttons>
        )}
      </Form>
    </>
  );
  const statut = refus.length > 0 ? 422 : conflit === undefined ? 200 : 409;
  return page(
    c,
    { titre, enErreur: statut !== 200, courant: COURANT, etroite: true, children: corps },
    statut,
  );
}

type Saisie = { couleur: Couleur | null; champ: "palette" | "code" };

/** What is asked for: no colour, the one that was proposed, or the one that was chosen. */
function lireSaisie(brut: Brut): Saisie | Refus {
  if (brut.sans?.[0] === "oui") return { couleur: null, champ: "palette" };
  const [palette = "", code = ""] = [brut.proposee?.[0] ?? brut.palette?.[0], brut.code?.[0]];
  const tape = brut.proposee === undefined && code.trim() !== "";
  const lue = lireCouleur({ palette, code: tape ? code : "" });
  return typeof lue === "string" ? { couleur: lue, champ: tape ? "code" : "palette" } : lue;
}

async function recevoir(c: Context<Env>) {
  const brut = await champsDeFormulaire(c);
  const lu = lireSaisie(brut);
  const deLaPalette = parseCouleur(brut.palette?.[0] ?? "");
  if ("phrase" in lu) {
    const code = lu.champ === "code" ? { code: brut.code?.[0] ?? "" } : {};
    return montrer(c, { ...(deLaPalette === null ? {} : { montree: deLaPalette }), ...code, refus: [lu] });
  }
  const { couleur, champ } = lu;
  const montree = couleur === null ? {} : { montree: couleur };
  if (brut.voir?.[0] === "oui") return montrer(c, montree);
  const reponse = await changerOrganisme(c.get("portes").maison, auteurDe(c), {
    ...clesDe(c, brut),
    sujet: ["couleur"],
    changer: (organisme) => changerCouleur(organisme, couleur, champ),
  });
  if (reponse.issue === "fait") return c.redirect(`${COURANT}?fait=1`, 303);
  if (reponse.issue === "inconnu") return introuvable(c);
  return reponse.issue === "refus"
    ? montrer(c, { ...montree, refus: reponse.refus })
    : montrer(c, { ...montree, conflit: reponse.changements });
}

export function routesDeLaCouleur(app: Hono<Env>): void {
  app.get("/organisme/couleur", (c) => montrer(c));
  app.post("/organisme/couleur", recevoir);
}
