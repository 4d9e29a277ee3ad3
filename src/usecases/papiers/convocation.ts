import { composerConvocation } from "../../documents/convocation/donnees.ts";
import { seancesPrevues } from "../../dossier/seances-prevues.ts";
import type { Etat, Seance } from "../../law/etat.ts";
import type { Jour } from "../../values/jour.ts";
import { nomComplet } from "../dossier/identite.ts";
import { cadreDe, lignes } from "./cadre.ts";
import { dernierJour, nomIntervenant } from "./faits.ts";
import type { Papier } from "./papier.ts";

/** Convocation to the next session planned; discreet when the person asked that no paper says why she comes. */
export const convocation: Papier = {
  nom: "convocation",
  titre: "Convocation",
  quoi: "Le prochain rendez-vous, à remettre ou à envoyer.",
  classe: "preuve",
  auControle: false,
  acte: "planifierSeance",
  composer: (matiere) => {
    const { dossier, au } = matiere;
    const { etat, identite } = dossier;
    const seance = prochaine(etat, au);
    const etabliLe = dernierJour(dossier);
    if (seance === undefined || etabliLe === null) return { manque: "Aucune séance à venir n’est prévue." };
    const { organisme } = etat;
    return composerConvocation({
      ...cadreDe(matiere, etabliLe),
      destinataire: { nom: nomComplet(identite), adresse: [] },
      jour: seance.date,
      debut: seance.debut,
      duree: seance.prevu,
      ou: /^https?:\/\//.test(seance.lieu) ? { lien: seance.lieu } : { lieu: lignes(seance.lieu) },
      territoire: organisme.territoire,
      conseiller: nomIntervenant(etat, seance.intervenant),
      appeler: { nom: null, telephone: organisme.telephone, courriel: organisme.courriel },
      deplacer: null,
      aPrevoir: null,
      discretion: identite.discretion,
    });
  },
};

function prochaine(etat: Etat, au: Jour): Seance | undefined {
  return seancesPrevues(etat).find((s) => s.date >= au);
}
