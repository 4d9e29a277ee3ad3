import { composerSuivi, type SeancePrevue } from "../../documents/suivi/donnees.ts";
import { duCalendrier, ecartsDuSuivi } from "../../dossier/ecarts-du-suivi.ts";
import { etatDe } from "../../dossier/evolve.ts";
import { devisDeReference } from "../../law/calcul/devis-de-reference.ts";
import type { DocumentSuivi } from "../../law/etat.ts";
import type { DossierCharge } from "../dossier/charger-dossier.ts";
import { nomComplet } from "../dossier/identite.ts";
import { cadreDe } from "./cadre.ts";
import { nomIntervenant } from "./faits.ts";
import type { Papier } from "./papier.ts";
import { signataireNote } from "./signatures.ts";

/** Document de suivi: the last version decided, with the calendar as it was known the day it was written down. */
export const suivi: Papier = {
  nom: "document-de-suivi",
  titre: "Document de suivi",
  quoi: "Le nombre de séances, leur durée et leur calendrier, décidés à deux.",
  classe: "preuve",
  auControle: true,
  acte: "arreterDocumentSuivi",
  composer: (matiere) => {
    const { etat, identite } = matiere.dossier;
    const dernier = etat.documentsSuivi.at(-1);
    if (dernier === undefined) return { manque: "Aucun document de suivi n’est encore arrêté." };
    const connues = calendrierConnu(matiere.dossier, dernier);
    const conseiller = nomIntervenant(etat, connues[0]?.intervenant ?? etat.entretien?.intervenant);
    const { seances, duree, phases } = dernier;
    const signe = { objet: "document_suivi", sur: dernier.fait, signatures: dernier.signatures } as const;
    return composerSuivi({
      ...cadreDe(matiere, dernier.date),
      beneficiaire: nomComplet(identite),
      conseiller,
      modalite: dernier.modalite,
      decideEnsembleLe: dernier.conjointement ? dernier.date : null,
      modalites: null,
      seances: connues.map(
        (s): SeancePrevue => ({
          jour: s.date,
          heure: s.debut,
          duree: s.statut === "tenue" ? s.fait : s.prevu,
          phase: s.phase,
          modalite: s.modalite,
          lieu: s.lieu,
        }),
      ),
      arrete: { seances, duree, phases },
      ecarts: ecartsDuSuivi(dernier, connues),
      travailPersonnel: devisDeReference(etat)?.travailPersonnel ?? null,
      versions: etat.documentsSuivi.map(({ version, date }) => ({ version, date, motif: null })),
      signataires: [
        signataireNote(matiere.dossier, signe, "beneficiaire", {
          qualite: "Le bénéficiaire",
          nom: nomComplet(identite),
        }),
        signataireNote(matiere.dossier, signe, "conseiller", { qualite: "Le conseiller", nom: conseiller }),
      ],
    });
  },
};

// A session planned later was in nobody's eyes when this document was decided: it is not in it.
function calendrierConnu({ initial, faits }: DossierCharge, document: DocumentSuivi) {
  const alors = etatDe(
    initial,
    faits.filter((f) => f.consigneLe <= document.consigneLe),
  );
  return duCalendrier(alors.seances);
}
