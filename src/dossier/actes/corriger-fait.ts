import type { Etat } from "../../law/etat.ts";
import type { Jour } from "../../values/jour.ts";
import { type Contexte, defineActe, type Refus } from "../acte.ts";
import { champsCorrection } from "../correction/champs.ts";
import { corrigeables } from "../correction/corrigeables.ts";
import {
  type Changements,
  corriger,
  donneesCorrigees,
  refusDAnnulation,
  refusDuJour,
} from "../correction/corriger.ts";
import { seanceAjustee } from "../correction/seance-corrigee.ts";
import { faitsEffectifs } from "../evolve.ts";
import type { Fait, FaitNouveau } from "../fait.ts";
import { pasFuture, refus, sauf } from "../refus.ts";

interface Demande {
  date: Jour | null;
  changements: Changements;
  motif: string;
}

function remplacement(etat: Etat, fait: Fait, d: Demande, contexte: Contexte): FaitNouveau[] | Refus[] {
  const effectifs = faitsEffectifs(contexte.faits);
  const corrige = donneesCorrigees(fait, d.changements);
  if ("refus" in corrige) return [corrige.refus];
  const { donnees, date, refus: impossible } = seanceAjustee(etat, fait, corrige.donnees, d, contexte);
  const jourDuFait = date ?? fait.date;
  const rienNeChange = jourDuFait === fait.date && JSON.stringify(donnees) === JSON.stringify(fait.donnees);
  return sauf(
    [
      rienNeChange && refus("quoi", "Rien ne change : indiquez la nouvelle date ou la donnée à remplacer."),
      pasFuture(jourDuFait, contexte.au, d.date === null ? "jour" : "date"),
      refusDuJour(fait, jourDuFait, effectifs),
      impossible,
    ],
    () => corriger(fait, { ...d, date: jourDuFait, donnees }, effectifs, contexte.au),
  );
}

export const corrigerFait = defineActe({
  nom: "corrigerFait",
  titre: "Corriger un fait",
  chapeau: "Rien ne s’efface : la correction s’ajoute, et l’original reste lisible.",
  nature: "constat",
  champs: (_, contexte) => champsCorrection(contexte),
  obstacle: (_, contexte) =>
    corrigeables(contexte.faits).length > 0
      ? null
      : refus(
          undefined,
          "Aucun fait de ce dossier ne peut être corrigé.",
          "Cela devient possible quand un fait est noté.",
        ),
  valeurs: (_, contexte) => ({ fait: contexte.cible ?? "", quoi: "remplacer" }),
  decider: (etat, { fait: id, quoi, date, motif, ...donnees }, contexte) => {
    const fait = corrigeables(contexte.faits).find((f) => f.id === id)!;
    const saisies = Object.entries(donnees).filter(
      ([, v]) => v != null && !(Array.isArray(v) && v.length === 0),
    );
    const changements: Changements = Object.fromEntries(saisies);
    if (quoi === "remplacer") return remplacement(etat, fait, { date, changements, motif }, contexte);
    const effectifs = faitsEffectifs(contexte.faits);
    return sauf(
      [
        (date !== null || saisies.length > 0) &&
          refus("quoi", "Vous donnez de nouvelles valeurs : choisissez « Il a eu lieu, mais autrement »."),
        refusDAnnulation(fait, effectifs),
      ],
      () => corriger(fait, { date: fait.date, donnees: null, motif, changements }, effectifs, contexte.au),
    );
  },
});
