import { composerDevis, type Part, type RegimeTva } from "../../documents/devis/donnees.ts";
import type { Devis, Etat } from "../../law/etat.ts";
import { formatJour } from "../../values/dates-fr.ts";
import { PHASES } from "../../values/phase.ts";
import { nomComplet } from "../dossier/identite.ts";
import { cadreDe } from "./cadre.ts";
import { nomIntervenant } from "./faits.ts";
import type { Papier } from "./papier.ts";

/** Devis personnalisé: the last version written, with the shares that it computed. */
export const devis: Papier = {
  nom: "devis",
  titre: "Devis",
  quoi: "Ce qui est proposé, pour quelle durée, à quel prix, et qui paie.",
  classe: "preuve",
  auControle: true,
  acte: "emettreDevis",
  composer: (matiere) => {
    const { etat, identite } = matiere.dossier;
    const dernier = etat.devis.at(-1);
    if (dernier === undefined) return { manque: "Aucun devis n’est encore remis." };
    const offre = etat.organisme.offres.find((o) => o.id === dernier.offre);
    const conseiller = nomIntervenant(etat, etat.entretien?.intervenant);
    return composerDevis({
      ...cadreDe(matiere, dernier.date),
      version: dernier.version,
      beneficiaire: { nom: nomComplet(identite), adresse: [], courriel: identite.courriel },
      conseiller,
      entretienPrealable: entretien(etat),
      offre: offre?.intitule ?? "Bilan de compétences",
      objectif: null,
      phases: PHASES.map((phase) => ({ phase, duree: dernier.phases[phase] })),
      travailPersonnel: dernier.travailPersonnel === 0 ? null : dernier.travailPersonnel,
      modalite: dernier.modalite,
      lieux: dernier.modalite === "distanciel" ? [] : (offre?.lieux ?? []),
      outils: dernier.modalite === "presentiel" ? [] : (offre?.outils ?? []),
      calendrier: [],
      prix: dernier.prix,
      tva: tva(etat),
      parts: parts(dernier),
      ...(dernier.cpf === null ? {} : { participationComprise: dernier.cpf.participation }),
      validite: null,
      signataires: [
        { qualite: accord(dernier), nom: nomComplet(identite), signature: null },
        { qualite: "Pour l’organisme", nom: conseiller, signature: null },
      ],
    });
  },
};

function entretien({ entretien: e }: Etat) {
  return e === null ? null : { jour: e.date, heure: null, duree: e.duree, gratuit: e.gratuit };
}

function tva({ organisme }: Etat): RegimeTva {
  return organisme.regimeTva === "assujetti"
    ? { regime: "assujetti", taux: null }
    : { regime: organisme.regimeTva };
}

function parts({ cpf }: Devis): Part[] {
  if (cpf === null) return [];
  const toutes: Part[] = [
    { source: "droits", payeur: null, montant: cpf.droits },
    { source: "abondement", payeur: null, montant: cpf.abondements },
  ];
  return toutes.filter((p) => p.montant > 0);
}

// An agreement that was noted is not a signature: the paper says which one it has.
function accord({ accepteLe }: Devis): string {
  return accepteLe === null ? "Le bénéficiaire" : `Le bénéficiaire, accord noté le ${formatJour(accepteLe)}`;
}
