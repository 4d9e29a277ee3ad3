import type { Acte, Brut, Refus } from "../dossier/acte.ts";
import { decider } from "../dossier/decider.ts";
import { etatDe } from "../dossier/evolve.ts";
import type { FaitNouveau } from "../dossier/fait.ts";
import type { Seance } from "../law/etat.ts";
import type { Tx } from "../store/connexion.ts";
import { ecrireContenu } from "../store/contenus.ts";
import { ajouterFaits } from "../store/journal.ts";
import { remplacerSeances, type SeanceAgenda } from "../store/seances.ts";
import { chargerDossier, cleDuDossier, type DossierCharge } from "./charger-dossier.ts";
import { jourDeParis } from "./heure-de-paris.ts";
import type { Auteur, Maison } from "./maison.ts";
import { resumeDuDossier } from "./resume-du-dossier.ts";
import { type ContenuScelle, scellerSaisie } from "./sceller-saisie.ts";
import { ecrireTextes, type FaitConsigne, lireTextes } from "./texte-des-faits.ts";
import { abandonner, uneSeuleFois } from "./une-seule-fois.ts";

export interface Demande {
  reference: string;
  acte: Acte;
  brut: Brut;
  /** One-time key of the form: sending it twice has one effect. */
  cle: string;
  /** Number of facts the person saw; undefined from a script, which takes the dossier as it is. */
  vu?: number;
}

export type Reponse =
  | { issue: "fait"; n: number; faits: string[] }
  | { issue: "refus"; refus: Refus[] }
  /** Somebody wrote meanwhile: nothing was written, and here is what he wrote. */
  | { issue: "conflit"; vu: number; trouve: number; faits: FaitConsigne[] }
  | { issue: "inconnu" };

/**
 * Does one act on one dossier: load, seal, decide, and write facts, contents, journal head, list row and answer in one
 * transaction. Nothing is written unless everything is.
 */
export function agir(maison: Maison, auteur: Auteur, demande: Demande): Promise<Reponse> {
  return uneSeuleFois<Reponse>(
    maison,
    auteur,
    [demande.cle, demande.acte.nom, demande.reference],
    async (tx) => {
      const dossier = await chargerDossier(tx, demande.reference);
      if (dossier === undefined) return abandonner({ issue: "inconnu" } satisfies Reponse);
      refuserPerime(dossier, demande.vu);
      return await decideEtEcris(maison, tx, auteur, dossier, demande);
    },
  );
}

function refuserPerime(dossier: DossierCharge, vu: number | undefined): void {
  const trouve = dossier.tete.taille;
  if (vu === undefined || vu === trouve) return;
  abandonner({ issue: "conflit", vu, trouve, faits: dossier.faits.slice(vu) } satisfies Reponse);
}

async function decideEtEcris(
  maison: Maison,
  tx: Tx,
  auteur: Auteur,
  dossier: DossierCharge,
  { acte, brut }: Demande,
): Promise<Reponse> {
  const contexte = {
    au: jourDeParis(maison.horloge()),
    role: auteur.role,
    intervenant: auteur.intervenant,
    faits: dossier.faits,
  };
  const cleContenu = await cleDuDossier(maison, tx, dossier.id, "contenu");
  const lieu = { organismeId: auteur.organismeId, dossierId: dossier.id, cleContenu };
  const scelle = scellerSaisie(maison, lieu, acte.champs(dossier.etat, contexte), brut);
  const decision = decider(acte, dossier, scelle.brut, contexte);
  if ("refus" in decision) abandonner({ issue: "refus", refus: decision.refus } satisfies Reponse);
  return await ecrire(maison, tx, auteur, dossier, decision.faits, scelle.contenus);
}

const CHANGE_L_AGENDA = /^(seance_(planifiee|deplacee|annulee|tenue)|absence_constatee|fait_corrige)\./;

function agendaDe(seances: readonly Seance[]): SeanceAgenda[] {
  return seances.map(({ id, date, debut, fin, statut, intervenant, lieu }) => ({
    seance: id,
    jour: date,
    debut,
    fin,
    statut,
    intervenant,
    lieu,
  }));
}

/** Writes decided facts with their contents; the only way by which a fact enters a dossier. */
export async function ecrire(
  maison: Maison,
  tx: Tx,
  auteur: Auteur,
  dossier: DossierCharge,
  nouveaux: readonly FaitNouveau[],
  contenus: readonly ContenuScelle[] = [],
): Promise<Reponse> {
  const clePreuve = await cleDuDossier(maison, tx, dossier.id, "preuve");
  const rang = { dossierId: dossier.id, n: dossier.tete.taille, clePreuve };
  const faits = ecrireTextes(maison, rang, nouveaux, auteur);
  for (const c of contenus) await ecrireContenu(tx, { dossierId: dossier.id, ...c });
  const au = jourDeParis(maison.horloge());
  const tous = [...dossier.faits, ...nouveaux.map((f, i) => ({ ...f, id: faits[i]!.id, consigneLe: au }))];
  const resume = resumeDuDossier(dossier.initial, dossier.identite, tous, auteur.intervenant, au);
  const ecrit = await ajouterFaits(tx, { dossierId: dossier.id, attendu: dossier.tete, faits, resume });
  if (!ecrit.ecrit) {
    const { attendu: vu, trouve } = ecrit;
    abandonner({ issue: "conflit", vu, trouve, faits: lireTextes(ecrit.faits) } satisfies Reponse);
  }
  if (nouveaux.some((f) => CHANGE_L_AGENDA.test(f.type))) {
    await remplacerSeances(tx, dossier.id, agendaDe(etatDe(dossier.initial, tous).seances));
  }
  return { issue: "fait", n: ecrit.tete.taille, faits: faits.map((f) => f.id) };
}
