import { ETAPES_CLOSES } from "../../dossier/etape.ts";
import { transaction, transactionDeLecture } from "../../store/connexion.ts";
import { dossiersARafraichir, reecrireResume } from "../../store/dossier/rafraichir.ts";
import { dernierChangement } from "../../store/organisme/organismes.ts";
import type { Instant } from "../../values/instant.ts";
import { jourDeParis } from "../heure-de-paris.ts";
import type { Maison } from "../maison.ts";
import { organismes } from "../organisme/les-organismes.ts";
import { chargerDossier } from "./charger-dossier.ts";
import { resumeDuDossier } from "./resume-du-dossier.ts";

const LOT = 50;

/**
 * A deadline passes, or the organisation is changed, without any fact: each day and at each such change the rows of the
 * lists are judged again. Gives how many were. Safe to run twice and to interrupt: a row says when it was written last.
 * `faits` spares the look at an organisation where nothing came since.
 */
export async function rafraichirResumes(
  maison: Maison,
  minuit: Instant,
  faits: Map<string, string> = new Map(),
): Promise<number> {
  let total = 0;
  for (const organismeId of await organismes(maison)) {
    const change = await transactionDeLecture(maison.base, organismeId, dernierChangement);
    const depuis = change !== null && change > minuit ? change : minuit;
    if (faits.get(organismeId) === depuis) continue;
    let lot = LOT;
    while (lot === LOT) {
      lot = await rafraichirLot(maison, organismeId, depuis);
      total += lot;
    }
    faits.set(organismeId, depuis);
  }
  return total;
}

async function rafraichirLot(maison: Maison, organismeId: string, depuis: string): Promise<number> {
  return await transaction(maison.base, organismeId, async (tx) => {
    const lot = await dossiersARafraichir(tx, depuis, ETAPES_CLOSES, LOT);
    for (const { reference } of lot) {
      const dossier = await chargerDossier(tx, reference);
      if (dossier === undefined) continue;
      const maintenant = maison.horloge();
      const { initial, identite, faits, tete, etat } = dossier;
      const conseiller = etat.entretien?.intervenant ?? "";
      const resume = resumeDuDossier(initial, identite, faits, conseiller, jourDeParis(maintenant));
      await reecrireResume(tx, dossier.id, tete.taille, resume, maintenant);
    }
    return lot.length;
  });
}
