import type { Devis } from "../../../law/etat.ts";
import { formatJourLong } from "../../../values/dates-fr.ts";
import { formatDuree } from "../../../values/duree.ts";
import { formatMontant } from "../../../values/montant.ts";
import { devisAccepte } from "../../faits/financement.ts";
import { COMMENT } from "../clauses/la-vente.ts";
import { type ObjetASigner, PAS_D_ACCORD } from "../objet.ts";

const lignesCpf = ({ cpf }: Devis) =>
  cpf === null ? [] : [{ terme: "Ce qui reste à votre charge", dit: formatMontant(cpf.resteACharge) }];

/** The last devis alone may be accepted: an earlier one no longer holds. */
export const devis: ObjetASigner = {
  objet: "devis",
  classe: "preuve",
  signataires: ["beneficiaire"],
  attentes: (etat, par) => {
    const dernier = etat.devis.at(-1);
    return par !== "beneficiaire" || dernier === undefined || etat.devis.some((d) => d.accepteLe !== null)
      ? []
      : [
          {
            objet: "devis",
            sur: dernier.fait,
            titre: "Accepter votre devis",
            detail: `${formatDuree(dernier.duree)}, ${formatMontant(dernier.prix)}`,
          },
        ];
  },
  texte: ({ etat, personne }, { sur }) => {
    const d = etat.devis.find((x) => x.fait === sur)!;
    return {
      modele: "devis.1",
      titre: `Devis ${d.version} du ${formatJourLong(d.date)}`,
      lignes: [
        { terme: "Proposé à", dit: personne },
        { terme: "Proposé par", dit: etat.organisme.raisonSociale },
        { terme: "Accompagnement", dit: formatDuree(d.duree) },
        { terme: "Phase préliminaire", dit: formatDuree(d.phases.preliminaire) },
        { terme: "Phase d’investigation", dit: formatDuree(d.phases.investigation) },
        { terme: "Phase de conclusion", dit: formatDuree(d.phases.conclusion) },
        { terme: "Travail personnel, non facturé", dit: formatDuree(d.travailPersonnel) },
        { terme: "Comment", dit: COMMENT[d.modalite] },
        { terme: "Prix", dit: formatMontant(d.prix) },
        ...lignesCpf(d),
      ],
      paragraphes: [],
      engagement: "J’accepte ce devis.",
    };
  },
  effets: (etat, { sur }, le) => [
    devisAccepte.nouveau(le, { version: etat.devis.find((d) => d.fait === sur)!.version }),
  ],
  quoi: (etat, { sur }) => `le devis du ${formatJourLong(etat.devis.find((d) => d.fait === sur)!.date)}`,
  refuser: PAS_D_ACCORD,
};
