import { detruitDesContenus } from "../../dossier/destructions.ts";
import { etatDe } from "../../dossier/evolve.ts";
import type { FaitNouveau } from "../../dossier/fait.ts";
import type { Tx } from "../../store/connexion.ts";
import { ecrireContenu } from "../../store/dossier/contenus.ts";
import { remplacerSeances } from "../../store/dossier/seances.ts";
import { ajouterFaits } from "../../store/journal/journal.ts";
import type { MessageSortant } from "../../store/messages/outbox.ts";
import type { ContenuScelle } from "../contenus/sceller-saisie.ts";
import { detruireContenus } from "../destruction/detruire-contenus.ts";
import { jourDeParis } from "../heure-de-paris.ts";
import type { Auteur, Automate, Maison } from "../maison.ts";
import { abandonner } from "../une-seule-fois.ts";
import { agendaDe } from "./agenda-du-dossier.ts";
import { cleDuDossier, type DossierCharge } from "./charger-dossier.ts";
import type { Identite } from "./identite.ts";
import { resumeDuDossier } from "./resume-du-dossier.ts";
import { ecrireTextes, type FaitConsigne, lireTextes } from "./texte-des-faits.ts";

/** How many facts the dossier has now, and the ids of the new ones. */
export interface FaitsEcrits {
  issue: "fait";
  n: number;
  faits: string[];
}

/** Somebody wrote meanwhile: nothing was written, and here is what he wrote. */
export interface Conflit {
  issue: "conflit";
  vu: number;
  trouve: number;
  faits: FaitConsigne[];
}

const CHANGE_L_AGENDA = /^(seance_(planifiee|deplacee|annulee|tenue)|absence_constatee|fait_corrige)\./;

/** What may go with facts: the messages that they cause, and a corrected identity. */
export interface AvecLesFaits {
  messages?: readonly MessageSortant[];
  identite?: Identite;
}

/**
 * Writes decided facts with their contents, the list row and the agenda; the only way by which a fact enters a dossier.
 * Abandons the act with a Conflit when the dossier grew meanwhile.
 */
export async function ecrireFaits(
  maison: Maison,
  tx: Tx,
  auteur: Auteur | Automate,
  dossier: DossierCharge,
  nouveaux: readonly FaitNouveau[],
  contenus: readonly ContenuScelle[] = [],
  { messages, identite }: AvecLesFaits = {},
): Promise<FaitsEcrits> {
  const clePreuve = await cleDuDossier(maison, tx, dossier.id, "preuve");
  const rang = { dossierId: dossier.id, n: dossier.tete.taille, clePreuve };
  const faits = ecrireTextes(maison, rang, nouveaux, auteur);
  for (const c of contenus) await ecrireContenu(tx, { dossierId: dossier.id, ...c });
  const au = jourDeParis(maison.horloge());
  const tous = [...dossier.faits, ...nouveaux.map((f, i) => ({ ...f, id: faits[i]!.id, consigneLe: au }))];
  const { beneficiaire, ...resume } = resumeDuDossier(
    dossier.initial,
    identite ?? dossier.identite,
    tous,
    auteur.intervenant,
    au,
  );
  const ecrit = await ajouterFaits(tx, {
    dossierId: dossier.id,
    attendu: dossier.tete,
    faits,
    resume: identite === undefined ? resume : { ...resume, beneficiaire },
    ...(messages === undefined ? {} : { messages }),
  });
  if (!ecrit.ecrit) {
    const { attendu: vu, trouve } = ecrit;
    abandonner({ issue: "conflit", vu, trouve, faits: lireTextes(ecrit.faits) } satisfies Conflit);
  }
  const destructeur = nouveaux.findIndex(detruitDesContenus);
  if (destructeur !== -1) {
    const rangDuFait = dossier.tete.taille + destructeur + 1;
    await detruireContenus(maison, tx, dossier.id, etatDe(dossier.initial, tous), rangDuFait);
  }
  if (nouveaux.some((f) => CHANGE_L_AGENDA.test(f.type))) {
    await remplacerSeances(tx, dossier.id, agendaDe(etatDe(dossier.initial, tous).seances));
  }
  return { issue: "fait", n: ecrit.tete.taille, faits: faits.map((f) => f.id) };
}
