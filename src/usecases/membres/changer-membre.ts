import {
  nomDuRoleDeMembre,
  type PlaceSaisie,
  placeGardee,
  refusDePlace,
} from "../../dossier/formulaire-membre.ts";
import { ecrirePlace } from "../../store/organisme/membres.ts";
import { chargerOrganisme } from "../dossier/charger-dossier.ts";
import type { Maison } from "../maison.ts";
import {
  changerLesMembres,
  type Gerant,
  intervenantPris,
  placeConnue,
  type ReponseDeMembre,
} from "./changer-les-membres.ts";

/** Gives a member, or somebody invited, another place. Nobody gives himself one. */
export async function changerMembre(
  maison: Maison,
  gerant: Gerant,
  { cle, membre, ...saisie }: PlaceSaisie & { cle: string; membre: string },
): Promise<ReponseDeMembre> {
  const fautes = refusDePlace(saisie);
  if (fautes.length > 0) return { issue: "refus", refus: fautes };
  const { role, gere } = saisie;
  const place = placeGardee(saisie);
  return await changerLesMembres(maison, gerant, {
    cle,
    sujet: ["changer", membre],
    changer: async (tx, membres) => {
      const vu = membres.find((m) => m.utilisateurId === membre);
      if (vu === undefined || vu.fin !== null) return null;
      if (membre === gerant.utilisateur) {
        return [
          {
            phrase: "Personne ne change son propre rôle.",
            remede: "Demandez-le à une autre personne qui gère l’organisme.",
          },
        ];
      }
      const pris = intervenantPris(membres, place.intervenant, membre);
      if (pris.length > 0) return pris;
      if (!(await placeConnue(tx, await chargerOrganisme(tx), place, vu.sites ?? []))) return null;
      // Asked nothing about his sites, he keeps those that he has.
      await ecrirePlace(tx, membre, saisie.sites === undefined ? { ...place, sites: vu.sites } : place);
      const titre = nomDuRoleDeMembre(role).toLowerCase();
      return { membre, quoi: `Place changée : ${vu.nom}, ${titre}${gere ? ", gère l’organisme" : ""}` };
    },
  });
}
