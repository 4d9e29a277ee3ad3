import { composerEmargement, type LigneEmargement } from "../../documents/emargement/donnees.ts";
import { enOrdre } from "../../law/calcul/ordre-des-seances.ts";
import type { Seance } from "../../law/etat.ts";
import type { DossierCharge } from "../dossier/charger-dossier.ts";
import { nomComplet } from "../dossier/identite.ts";
import { cadreDe } from "./cadre.ts";
import { dernierJour, nomIntervenant } from "./faits.ts";
import type { Papier } from "./papier.ts";
import { signatureDeSeance } from "./signatures.ts";

const LIGNES_VIERGES = 8;

/** Feuille d'émargement: each session that was held, cancelled or missed, with the signatures of the journal. */
export const emargement: Papier = {
  nom: "feuille-d-emargement",
  titre: "Feuille d’émargement",
  quoi: "Les séances tenues et les signatures que le journal garde.",
  classe: "preuve",
  auControle: true,
  acte: "tenirSeance",
  composer: (matiere) => {
    const { dossier } = matiere;
    const passees = enOrdre(dossier.etat.seances.filter((s) => s.statut !== "prevue"));
    const etabliLe = dernierJour(dossier);
    if (passees.length === 0 || etabliLe === null) return { manque: "Aucune séance n’est encore tenue." };
    return composerEmargement({
      ...cadreDe(matiere, jourDeLaFeuille(dossier)),
      beneficiaire: nomComplet(dossier.identite),
      employeur: null,
      seances: passees.map((s) => ligne(dossier, s)),
      lignesVierges: 0,
    });
  },
};

/** The same sheet to print and sign by hand, when there is no screen at hand. */
export const emargementVierge: Papier = {
  nom: "feuille-d-emargement-vierge",
  titre: "Feuille d’émargement à signer à la main",
  quoi: "Pour une séance sans écran : les signatures se reportent ensuite, séance par séance.",
  classe: "preuve",
  auControle: false,
  acte: null,
  composer: (matiere) => {
    const etabliLe = dernierJour(matiere.dossier);
    if (etabliLe === null) return { manque: "Ce dossier n’a encore aucun fait." };
    return composerEmargement({
      ...cadreDe(matiere, etabliLe),
      beneficiaire: nomComplet(matiere.dossier.identite),
      employeur: null,
      seances: [],
      lignesVierges: LIGNES_VIERGES,
    });
  },
};

const DE_SEANCE = /^(seance_|absence_|fait_corrige)/;

// The last fact about sessions, not the last of all: what is written elsewhere in the dossier does not change the sheet.
function jourDeLaFeuille({ faits }: DossierCharge) {
  return faits.findLast((f) => DE_SEANCE.test(f.type))!.consigneLe;
}

function ligne(dossier: DossierCharge, s: Seance): LigneEmargement {
  const place = {
    jour: s.date,
    debut: s.debut,
    fin: s.fin,
    phase: s.phase,
    modalite: s.modalite,
    lieu: s.lieu,
    conseiller: nomIntervenant(dossier.etat, s.intervenant),
  };
  if (s.statut !== "tenue") {
    return { ...place, statut: s.statut === "absence" ? "absence" : "annulee", motif: s.motif };
  }
  return {
    ...place,
    statut: "tenue",
    duree: s.fait,
    signatures: {
      beneficiaire: signatureDeSeance(dossier, s.id, "beneficiaire"),
      conseiller: signatureDeSeance(dossier, s.id, "conseiller"),
    },
  };
}
