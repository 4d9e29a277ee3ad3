import { clesDetruites } from "../../dossier/faits/fin.ts";
import { transaction } from "../../store/connexion.ts";
import {
  destructionsEnAttente,
  organismesADetruire,
  rendreEffective,
} from "../../store/dossier/destructions.ts";
import type { Instant } from "../../values/instant.ts";
import { chargerDossier } from "../dossier/charger-dossier.ts";
import { ecrireFaits } from "../dossier/ecrire-faits.ts";
import { jourDeParis } from "../heure-de-paris.ts";
import type { Automate, Maison } from "../maison.ts";
import { attestationParCourriel } from "./attestation-par-courriel.ts";

/** The application as author of a fact in that organisation. */
export function automate(organismeId: string, intervenant = ""): Automate {
  return { organismeId, utilisateur: "probant", role: "probant", intervenant };
}

/** The destructions that are not effective yet, of every organisation. */
export async function destructionsDePartout(maison: Maison) {
  const lots = [];
  for (const organismeId of await organismesADetruire(maison.base)) {
    const lot = await transaction(maison.base, organismeId, destructionsEnAttente);
    lots.push(lot.map((d) => ({ ...d, organismeId })));
  }
  return lots.flat();
}

/** Writes down, as a fact in each dossier, the destructions that the register says are effective; gives how many. */
export async function ecrireLesEffectives(maison: Maison): Promise<number> {
  const attente = await destructionsDePartout(maison);
  if (attente.length === 0) return 0;
  const { lignes } = maison.trousseau.registre();
  const parDemande = new Map(lignes.map((l) => [`${l.dossier}/${l.rang}`, l]));
  let total = 0;
  for (const { organismeId, dossierId, reference, n } of attente) {
    const ligne = parDemande.get(`${dossierId}/${n}`);
    if (ligne === undefined) continue;
    await transaction(maison.base, organismeId, async (tx) => {
      const dossier = await chargerDossier(tx, reference);
      if (dossier === undefined) throw new Error(`dossier ${dossierId} is gone`);
      const auteur = automate(organismeId, dossier.etat.entretien?.intervenant);
      const le = jourDeParis(ligne.effectiveLe as Instant);
      const fait = clesDetruites.nouveau(le, {});
      const messages = attestationParCourriel(maison, organismeId, dossier, fait, n);
      await ecrireFaits(maison, tx, auteur, dossier, [fait], [], { messages });
      await rendreEffective(tx, { dossierId, n }, { le: ligne.effectiveLe, ligne: ligne.n });
    });
    total += 1;
  }
  return total;
}
