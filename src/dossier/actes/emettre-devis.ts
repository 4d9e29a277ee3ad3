import { partsCpf } from "../../law/calcul/parts-cpf.ts";
import type { Etat } from "../../law/etat.ts";
import { jourDeLaDemande } from "../../law/reference-day.ts";
import { formatJourSaisie } from "../../values/dates-fr.ts";
import { centimes } from "../../values/montant.ts";
import { type Contexte, defineActe } from "../acte.ts";
import { champsCpf, champsDevis } from "../champs-devis.ts";
import { devisEmis } from "../faits/financement.ts";
import { refusDeMention } from "../mention-nda.ts";
import { payeParCpf, SANS_OFFRE } from "../options-financement.ts";
import { phasesCompletes } from "../phases.ts";
import { partageAnnonce, valeursDuDevis } from "../proposition-devis.ts";
import { pasAvant, refus, sauf } from "../refus.ts";

function champs(etat: Etat, contexte: Contexte) {
  const communs = champsDevis(etat, partageAnnonce(etat, contexte.au));
  // Without the CPF its fields are absent, and their values undefined.
  return (payeParCpf(etat) ? { ...communs, ...champsCpf } : communs) as typeof communs & typeof champsCpf;
}

export const emettreDevis = defineActe({
  nom: "emettreDevis",
  titre: "Remettre un devis",
  chapeau: "Un devis fait pour cette personne, après l’entretien préalable. Un nouveau devis garde l’ancien.",
  nature: "decision",
  champs,
  valeurs: (etat, contexte) => ({ date: formatJourSaisie(contexte.au), ...valeursDuDevis(etat) }),
  decider: (etat, s) => {
    const { preliminaire, investigation, conclusion } = s;
    const phases = { preliminaire, investigation, conclusion };
    const solde = s.solde ?? null;
    const exoneration = s.exoneration === undefined || s.exoneration === "aucune" ? null : s.exoneration;
    const parts = payeParCpf(etat)
      ? partsCpf({
          prix: s.prix,
          solde,
          abondements: s.abondements ?? centimes(0),
          exoneration,
          demandeLe: jourDeLaDemande(etat) ?? s.date,
          participation: s.participation ?? null,
        })
      : null;
    return sauf(
      [
        pasAvant(s.date, etat.entretien?.date, "l’entretien préalable"),
        refusDeMention(etat, s.mentionNda),
        s.duree === 0 && refus("duree", "Indiquez la durée de l’accompagnement."),
        phasesCompletes(s.duree, phases),
        parts !== null &&
          "inconnu" in parts &&
          refus(
            "participation",
            parts.inconnu,
            "Cela devient possible quand vous indiquez la participation affichée par Mon Compte Formation.",
          ),
      ],
      () => [
        devisEmis.nouveau(s.date, {
          offre: s.offre === SANS_OFFRE ? null : s.offre,
          duree: s.duree,
          phases,
          travailPersonnel: s.travailPersonnel ?? 0,
          prix: s.prix,
          modalite: s.modalite,
          prixSelon: s.prixSelon,
          cpf:
            parts === null || "inconnu" in parts
              ? null
              : {
                  solde,
                  exoneration,
                  droits: parts.droits,
                  abondements: parts.abondements,
                  participation: parts.participation,
                  resteACharge: parts.resteACharge,
                },
          mentionNda: s.mentionNda,
        }),
      ],
    );
  },
});
