import { PHASES_NUMEROTEES } from "../../dossier/options.ts";
import { enOrdre } from "../../law/calcul/ordre-des-seances.ts";
import type { Etat, Seance } from "../../law/etat.ts";
import { dureePrevue, estSignee } from "../../law/heures.ts";
import { valeurOuPremiere } from "../../law/parameter.ts";
import { plafondHeures } from "../../law/parameters/plafond-heures.ts";
import type { Jour } from "../../values/jour.ts";
import { PHASES } from "../../values/phase.ts";
import type { Tranche } from "../ui/hours-bar.tsx";

function tranche(s: Seance): Tranche[] {
  if (s.statut === "tenue") return [{ minutes: s.fait, etat: estSignee(s) ? "signee" : "aSigner" }];
  return s.statut === "prevue" ? [{ minutes: s.prevu, etat: "prevue" }] : [];
}

const somme = (seances: readonly Seance[], etat: Tranche["etat"]) =>
  seances
    .flatMap(tranche)
    .filter((t) => t.etat === etat)
    .reduce((total, t) => total + t.minutes, 0);

/** What the hours bar shows: sessions in order of date, then what was agreed and has no session yet. */
export function heuresDuDossier(etat: Etat, au: Jour) {
  const ordre = { signee: 0, aSigner: 1, prevue: 2 };
  const tranches = enOrdre(etat.seances)
    .flatMap(tranche)
    .sort((a, b) => ordre[a.etat] - ordre[b.etat]);
  const connues = tranches.reduce((total, t) => total + t.minutes, 0);
  const reste = (dureePrevue(etat) ?? 0) - connues;
  if (reste > 0) tranches.push({ minutes: reste, etat: "prevue" });
  return {
    tranches,
    plafond: valeurOuPremiere(plafondHeures, au).value,
    phases: PHASES.map((p) => {
      const siennes = etat.seances.filter((s) => s.phase === p);
      return {
        nom: PHASES_NUMEROTEES[p],
        signees: somme(siennes, "signee"),
        aSigner: somme(siennes, "aSigner"),
        prevues: somme(siennes, "prevue"),
      };
    }),
  };
}
