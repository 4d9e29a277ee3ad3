import { nettoyer } from "../../dossier/champ.ts";
import { PARTIES } from "../../dossier/parties-synthese.ts";
import type { PartieSynthese } from "../../law/etat.ts";
import { type Tx, transaction } from "../../store/connexion.ts";
import { tenirTete } from "../../store/dossier/dossiers.ts";
import { type Enregistrement, garderBrouillon, type TexteSaisi } from "../brouillons/garder-brouillon.ts";
import type { TexteEnCours } from "../brouillons/ouvrir-brouillons.ts";
import { chargerDossier, type DossierCharge } from "../dossier/charger-dossier.ts";
import { estSonConseiller } from "../dossier/son-conseiller.ts";
import type { Auteur, Maison } from "../maison.ts";
import { type Redaction, redactionDe, refusDeRediger } from "./lire-redaction.ts";

/** `envoyeVu`: id of the sent text that the page showed, empty for none; what it says nothing of is not compared. */
export type PartieSaisie = TexteSaisi & { question: PartieSynthese; envoyeVu?: string };

/** `apresEnvoi`: what this page went on from was sent from elsewhere meanwhile, and its words began another draft. */
export type PartieGardee = Enregistrement & { apresEnvoi?: true };

/** What became of each part, and how the whole stands then; `ferme` once nothing can be written any more. */
export type PartiesGardees =
  | { issue: "gardees"; parties: Map<PartieSynthese, PartieGardee>; redaction: Redaction }
  | { issue: "ferme" };

/**
 * Keeps the parts of the synthesis as its counsellor writes them, sealed, without any fact: nobody but the counsellors
 * of this dossier reads them, and the person reads what is sent.
 */
export async function garderParties(
  maison: Maison,
  auteur: Auteur,
  reference: string,
  saisies: readonly PartieSaisie[],
): Promise<PartiesGardees> {
  return await transaction(maison.base, auteur, async (tx): Promise<PartiesGardees> => {
    // Held: a destruction of the contents comes before, and closes, or after, and takes these words too.
    await tenirTete(tx, reference, "partage");
    const dossier = await chargerDossier(tx, reference);
    if (dossier === undefined || !estSonConseiller(dossier, auteur)) return { issue: "ferme" };
    if (refusDeRediger(maison, auteur, dossier) !== null) return { issue: "ferme" };
    const avant = await redactionDe(maison, tx, dossier);
    const parties = new Map<PartieSynthese, PartieGardee>();
    for (const { partie } of PARTIES) {
      const saisie = saisies.find((s) => s.question === partie);
      if (saisie !== undefined) parties.set(partie, await garderUne(maison, tx, dossier, avant, saisie));
    }
    return { issue: "gardees", parties, redaction: await redactionDe(maison, tx, dossier) };
  });
}

async function garderUne(
  maison: Maison,
  tx: Tx,
  dossier: DossierCharge,
  { parties }: Redaction,
  saisie: PartieSaisie,
): Promise<PartieGardee> {
  const vue = parties.find((p) => p.partie === saisie.question)!;
  const autre = autreEnvoi(saisie, vue);
  if (autre !== null && !saisie.seule) return { issue: "plus_recente", gardee: autre };
  const inchange = nettoyer(saisie.texte) === nettoyer(vue.texte) && saisie.fini === vue.fini;
  // Nothing new: a page that sends all its parts writes only those that changed.
  if (inchange && vue.brouillon?.aPart == null) {
    return {
      issue: "enregistre",
      version: vue.brouillon?.version ?? 0,
      le: vue.brouillon?.le ?? maison.horloge(),
    };
  }
  const garde = await garderBrouillon(maison, tx, dossier, "synthese", saisie);
  if (garde.issue !== "ferme") return autre === null ? garde : { ...garde, apresEnvoi: true };
  const neuf = await garderBrouillon(maison, tx, dossier, "synthese", { ...saisie, vu: 0 });
  return { ...neuf, apresEnvoi: true };
}

/** The text that was sent since the page was drawn, when the page says something else: it would undo what it never showed. */
function autreEnvoi(
  { envoyeVu, texte }: PartieSaisie,
  { envoye, brouillon }: Redaction["parties"][number],
): TexteEnCours | null {
  if (envoyeVu === undefined || envoye === null || envoyeVu === envoye.reference.id) return null;
  if (nettoyer(texte) === nettoyer(envoye.texte)) return null;
  return {
    texte: envoye.texte,
    version: brouillon?.version ?? 0,
    le: envoye.le,
    fini: true,
    aPart: null,
  };
}
