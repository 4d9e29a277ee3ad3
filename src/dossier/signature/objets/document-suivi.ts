import { formatJourLong } from "../../../values/dates-fr.ts";
import { formatDuree } from "../../../values/duree.ts";
import { ecartsDuSuivi } from "../../ecarts-du-suivi.ts";
import { type ObjetASigner, PAS_D_ACCORD } from "../objet.ts";

/** The calendar decided by both (R6313-4 1° c): its last version alone waits for signatures. */
export const documentSuivi: ObjetASigner = {
  objet: "document_suivi",
  classe: "preuve",
  signataires: ["beneficiaire", "conseiller"],
  attentes: (etat, par) => {
    const d = etat.documentsSuivi.at(-1);
    return d === undefined || d.signatures.some((s) => s.par === par)
      ? []
      : [
          {
            objet: "document_suivi",
            sur: d.fait,
            titre: "Signer le document de suivi",
            detail: `${d.seances} séances, ${formatDuree(d.duree)}`,
          },
        ];
  },
  texte: ({ etat, alors, personne }, { sur }) => {
    const d = etat.documentsSuivi.find((x) => x.fait === sur)!;
    const ecarts = ecartsDuSuivi(d, alors(d.fait).seances);
    return {
      modele: "document_suivi.2",
      titre: `Document de suivi, version ${d.version}`,
      lignes: [
        { terme: "Personne accompagnée", dit: personne },
        { terme: "Séances", dit: String(d.seances) },
        { terme: "Durée en tout", dit: formatDuree(d.duree) },
        { terme: "Phase préliminaire", dit: formatDuree(d.phases.preliminaire) },
        { terme: "Phase d’investigation", dit: formatDuree(d.phases.investigation) },
        { terme: "Phase de conclusion", dit: formatDuree(d.phases.conclusion) },
        { terme: "Première séance", dit: formatJourLong(d.debut) },
        { terme: "Dernière séance", dit: formatJourLong(d.fin) },
      ],
      paragraphes: [
        ...(d.conjointement ? ["Nous l’avons décidé ensemble."] : []),
        ...(ecarts.length === 0 ? [] : ["Le calendrier des séances ne dit pas la même chose :", ...ecarts]),
      ],
      engagement: "Je suis d’accord avec ce calendrier.",
    };
  },
  effets: () => [],
  quoi: () => "le document de suivi",
  refuser: PAS_D_ACCORD,
};
