import { ecrireDepart } from "../../store/organisme/membres.ts";
import type { Maison } from "../maison.ts";
import {
  changerLesMembres,
  estInvite,
  estPresent,
  type Gerant,
  type ReponseDeMembre,
} from "./changer-les-membres.ts";

/**
 * Ends a membership, or takes an invitation back. Its sessions are closed in the same transaction: the next page that
 * the person asks is refused. Whoever manages alone stays.
 */
export function finirMembre(
  maison: Maison,
  gerant: Gerant,
  { cle, membre }: { cle: string; membre: string },
): Promise<ReponseDeMembre> {
  return changerLesMembres(maison, gerant, {
    cle,
    sujet: ["finir", membre],
    changer: async (tx, membres) => {
      const vu = membres.find((m) => m.utilisateurId === membre);
      if (vu === undefined || vu.fin !== null) return null;
      const autre = membres.some((m) => m.utilisateurId !== membre && estPresent(m) && m.gere);
      if (!autre) {
        return [
          {
            phrase: "Vous gérez seul cet organisme : il resterait sans personne pour le gérer.",
            remede: "Cela devient possible quand un autre conseiller le gère aussi.",
          },
        ];
      }
      await ecrireDepart(tx, membre);
      return { membre, quoi: `${estInvite(vu) ? "Invitation reprise" : "Départ"} : ${vu.nom}` };
    },
  });
}
