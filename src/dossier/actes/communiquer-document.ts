import type { Communication, Etat } from "../../law/etat.ts";
import { formatJourSaisie } from "../../values/dates-fr.ts";
import { accordVise } from "../accord-vise.ts";
import { defineActe, type Refus } from "../acte.ts";
import { champChoix, champJour, champSelection, facultatif } from "../champ.ts";
import { accordsOuverts, type Nommer, optionsAccords } from "../communications.ts";
import { documentCommunique } from "../faits/conclusion.ts";
import { optionsDestinataires, optionsDocuments } from "../options-fin.ts";
import { pasAvant, refus, sauf } from "../refus.ts";

const nommes = (etat: Etat) => accordsOuverts(etat).filter((c) => c.lecteur !== null);

/** Which of those whom an agreement names; no field while none does. */
function champAccord(etat: Etat, nommer: Nommer | undefined) {
  const accords = nommes(etat);
  const champ = facultatif(
    champSelection({
      libelle: "Si c’est une autre personne, laquelle",
      aide: "Seulement celles que nomme un accord de la personne.",
      options: optionsAccords(etat, nommer, accords).map((o, i) => ({ ...o, valeur: accords[i]!.fait })),
    }),
  );
  return (accords.length === 0 ? {} : { accord: champ }) as { accord: typeof champ };
}

const SANS_ACCORD = refus(
  "destinataire",
  "Aucun accord de la personne ne nomme cette autre personne.",
  "Cela devient possible quand vous avez noté son accord écrit, qui la nomme.",
);

function refusDeLAccord(
  etat: Etat,
  { document, destinataire }: Pick<Communication, "document" | "destinataire">,
  accord: string | null,
): Refus | null {
  if (destinataire !== "autre")
    return accord === null ? null : refus("accord", "Ce destinataire se dit sans nom : laissez vide.");
  if (nommes(etat).length === 0) return SANS_ACCORD;
  if (accord === null) return refus("accord", "Dites à qui : une personne que nomme un accord.");
  return nommes(etat).some((c) => c.fait === accord && c.document === document)
    ? null
    : refus("accord", "Cet accord est pour un autre document.");
}

export const communiquerDocument = defineActe({
  nom: "communiquerDocument",
  titre: "Communiquer un document",
  chapeau: "Seulement à qui la personne l’a demandé ou accepté par écrit.",
  nature: "decision",
  champs: (etat, { nommer }) => ({
    date: champJour({ libelle: "Date" }),
    document: champChoix({ libelle: "Quel document", options: optionsDocuments }),
    destinataire: champSelection({ libelle: "À qui", options: optionsDestinataires }),
    ...champAccord(etat, nommer),
  }),
  valeurs: (etat, contexte) => {
    const accord = accordsOuverts(etat).find((c) => c.communiqueLe === null);
    return {
      date: formatJourSaisie(contexte.au),
      document: accord?.document ?? "",
      destinataire: accord?.destinataire ?? "",
      accord: (accord && accordVise(accord).accord) ?? "",
    };
  },
  decider: (etat, { date, document, destinataire, accord = null }) =>
    sauf(
      [
        refusDeLAccord(etat, { document, destinataire }, accord),
        document === "synthese" &&
          etat.syntheses.length === 0 &&
          refus("document", "Aucune synthèse n’a été écrite dans ce bilan."),
        document === "synthese" && pasAvant(date, etat.syntheses[0]?.date, "la synthèse"),
      ],
      () => [documentCommunique.nouveau(date, { document, destinataire, accord })],
    ),
});
