import type { Context, Hono } from "hono";
import { nettoyer } from "../../../dossier/champ.ts";
import {
  donnerExport,
  type ExportEnCours,
  exportEnCours,
  PAR_JOUR,
  peutExporter,
} from "../../../usecases/export/donner.ts";
import { UN_EXPORT } from "../../../usecases/export/inscrire.ts";
import { consulterOrganisme } from "../../../usecases/organisme/changer-organisme.ts";
import { adresseDe } from "../../adresse.ts";
import type { Env } from "../../contexte.ts";
import { champsDeFormulaire } from "../../formulaire.ts";
import { page } from "../../page.tsx";
import { Button, Buttons, LinkButton } from "../../ui/button.tsx";
import { ChampTexte } from "../../ui/champs/une-ligne.tsx";
import { ErrorSummary, type Faute, Form } from "../../ui/form.tsx";
import { Block, KeyList, PageTitle } from "../../ui/layout.tsx";
import { Notice } from "../../ui/notice.tsx";
import { fr } from "../../ui/typographie.ts";
import { direMoment } from "../../vues/dire-moment.ts";
import { PAUSE, PreparationEnCours } from "../../vues/preparation.tsx";
import { aUnePhrase, PhraseActuelle } from "../compte/commun.tsx";
import { tropDEssais } from "../entree/arriver.ts";
import { auteurDe, COURANT, direChangement, Retour } from "./commun.tsx";

const ADRESSE = `${COURANT}/export`;
const TITRE = "Emporter tout l’organisme";

const CE_QU_IL_TIENT = [
  {
    cle: "Les dossiers",
    valeur: "Les faits, les papiers, les fichiers déposés, les messages, et qui a lu quoi.",
  },
  {
    cle: "Les textes scellés",
    valeur: "Ils restent scellés dans le fichier. Leurs clés y sont aussi, sous la même phrase.",
  },
  {
    cle: "Les clés qui signent",
    valeur: "Celles du journal et des papiers : une autre installation continue le même journal.",
  },
  {
    cle: "Pas emportés",
    valeur: "Les phrases de passe, les appareils, les seconds facteurs et les liens à usage unique.",
  },
];

function EnCours({ e, seul }: { e: ExportEnCours; seul: boolean }) {
  return (
    <>
      <PreparationEnCours
        titre="Un export est en cours"
        libelle={`Demandé par ${e.nom}, le ${direMoment(e.depuis)}`}
        href={ADRESSE}
        avancement={{ fait: e.fait, total: e.total, etape: fr(e.etape) }}
        seul={seul}
      />
      <p class="minor mt-4">
        Le fichier s’écrit chez qui l’a demandé, dans les téléchargements de son navigateur.
      </p>
    </>
  );
}

function Demande({ aSaPhrase, fautes }: { aSaPhrase: boolean; fautes: readonly Faute[] }) {
  const erreur = (nom: string) => fautes.find((f) => f.nom === nom)?.message;
  return (
    <Form action={ADRESSE}>
      {aSaPhrase ? <PhraseActuelle erreur={erreur("motDePasse")} /> : null}
      <ChampTexte
        nom="phrase"
        libelle="Une phrase pour fermer le fichier"
        aide="Cinq ou six mots sans lien entre eux. Elle n’est gardée nulle part : notez-la avant."
        saisie="password"
        autocompletion="off"
        requis
        erreur={erreur("phrase")}
      />
      <ChampTexte
        nom="encore"
        libelle="La même phrase, encore une fois"
        saisie="password"
        autocompletion="off"
        requis
        erreur={erreur("encore")}
      />
      <Buttons>
        <Button>Télécharger l’export</Button>
        <LinkButton rang="discret" href={COURANT}>
          Ne rien emporter
        </LinkButton>
      </Buttons>
    </Form>
  );
}

async function montrer(
  c: Context<Env>,
  fautes: readonly Faute[] = [],
  statut: 200 | 403 | 409 | 422 | 429 = 200,
) {
  const { maison } = c.get("portes");
  const { auteur } = c.get("moi");
  const enCours = exportEnCours(maison, auteur.organismeId);
  const derniers = (await consulterOrganisme(maison, auteur)).changements.filter(
    (ch) => ch.quoi === UN_EXPORT,
  );
  const aSaPhrase = await aUnePhrase(c);
  const seul = enCours !== undefined && c.req.query("suivre") === "seul";
  const corps = (
    <>
      <Retour />
      <ErrorSummary fautes={fautes} />
      <PageTitle
        titre={TITRE}
        chapeau="Un fichier fermé par une phrase, à importer dans une installation vide. Son format est ouvert : age, zip et JSON."
      />
      <Block id="contenu" titre="Ce que le fichier tient">
        <KeyList lignes={CE_QU_IL_TIENT.map(({ cle, valeur }) => ({ cle, valeur: fr(valeur) }))} />
      </Block>
      <Notice genre="alerte" titre="Qui a ce fichier et sa phrase lit tout, et peut signer pour vous.">
        <p>
          Il ouvre les textes des personnes, même ceux qui seront détruits ici plus tard. Détruisez-le dès que
          l’import est fait.
        </p>
        <p>
          Chaque personne verra cet export, avec votre nom, dans la liste de ceux qui ont ouvert ses textes.
        </p>
      </Notice>
      <Block id="telecharger" titre="Le télécharger">
        {!peutExporter(auteur) ? (
          <p>Vous voyez une partie des lieux de l’organisme. Demandez cet export à qui les voit tous.</p>
        ) : enCours === undefined ? (
          <>
            <p class="minor">
              {fr(
                `Le téléchargement commence après deux ou trois secondes, et votre navigateur en montre l’avancement. S’il s’arrête, le fichier ne s’ouvre pas : recommencez. ${PAR_JOUR} exports par jour au plus.`,
              )}
            </p>
            <Demande aSaPhrase={aSaPhrase} fautes={fautes} />
          </>
        ) : (
          <EnCours e={enCours} seul={seul} />
        )}
      </Block>
      <Block id="derniers" titre="Les derniers exports">
        {derniers.length === 0 ? (
          <p class="minor">Aucun parmi les derniers changements de l’organisme.</p>
        ) : (
          <ul class="list">
            {derniers.map((ch) => (
              <li>{fr(`${direChangement(ch)}.`)}</li>
            ))}
          </ul>
        )}
      </Block>
      <p class="actions">
        <a href="/aide/sauvegarde-et-cles">Importer ce fichier, ou l’ouvrir sans Probant</a>
      </p>
    </>
  );
  return page(
    c,
    {
      titre: TITRE,
      courant: COURANT,
      enErreur: fautes.length > 0,
      ...(seul ? { actualiser: PAUSE } : {}),
      children: corps,
    },
    statut,
  );
}

/** Whoever holds an open session that is not his must not leave with everything: the account's own passphrase is asked. */
async function fauteDuCompte(c: Context<Env>, phrase: string): Promise<[Faute, 422 | 429] | null> {
  if (!(await aUnePhrase(c))) return null;
  const juste = await c.get("portes").comptes.verifierPhrase(c.get("moi"), phrase, adresseDe(c));
  if (juste.issue === "trop_d_essais") return [tropDEssais(c, juste.secondes), 429];
  return juste.issue === "juste"
    ? null
    : [{ nom: "motDePasse", message: "Cette phrase de passe n’est pas la bonne." }, 422];
}

async function donner(c: Context<Env>, rater: (erreur: Error) => void) {
  const brut = await champsDeFormulaire(c);
  const lu = (nom: string) => nettoyer(brut[nom]?.[0] ?? "");
  if (lu("phrase") !== lu("encore")) {
    return montrer(c, [{ nom: "encore", message: "Les deux phrases ne sont pas les mêmes." }], 422);
  }
  const refusee = await fauteDuCompte(c, lu("motDePasse"));
  if (refusee !== null) return montrer(c, [refusee[0]], refusee[1]);
  const don = await donnerExport(c.get("portes").maison, auteurDe(c), lu("phrase"), rater);
  if (don.issue === "lieux") return montrer(c, [], 403);
  if (don.issue === "phrase") return montrer(c, [{ nom: "phrase", message: don.refus }], 422);
  if (don.issue === "impossible") return montrer(c, [{ message: don.pourquoi }], 422);
  if (don.issue === "occupe") {
    const message = "Un autre export ou un changement de clé est en cours. Recommencez quand il est fini.";
    return montrer(c, [{ message }], 409);
  }
  if (don.issue === "trop") {
    c.header("retry-after", String(don.secondes));
    const heures = Math.max(1, Math.ceil(don.secondes / 3_600));
    const message = `${PAR_JOUR} exports ont déjà été demandés aujourd’hui. Attendez ${heures} h.`;
    return montrer(c, [{ message }], 429);
  }
  return c.body(don.flux, 200, {
    "content-type": "application/octet-stream",
    "content-disposition": `attachment; filename="${don.nom}"`,
  });
}

/** « Emporter tout l’organisme », for who manages it. `signaler` gets a defect that cuts the file in its middle. */
export function routesDeLExport(app: Hono<Env>, signaler: (erreur: Error) => void): void {
  app.get(ADRESSE, (c) => montrer(c));
  app.post(ADRESSE, (c) => donner(c, signaler));
}
