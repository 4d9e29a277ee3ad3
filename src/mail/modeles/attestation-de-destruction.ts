import { formatJour } from "../../values/dates-fr.ts";
import { rendre } from "../blocs.ts";
import { definirModele, expediteurDe, sCadre, signatureDe, sJour, sujetDe } from "./modele.ts";

const schema = sCadre.extend({
  effectiveLe: sJour,
  /** Last day of what an agreement still keeps; null when nothing of the contents is kept. */
  gardeJusquAu: sJour.nullable(),
});

/** Tells the person that her contents are destroyed in every copy; the attestation goes with it. */
export const attestationDeDestruction = definirModele({
  nom: "attestation-de-destruction",
  titre: "Attestation de destruction",
  schema,
  expediteur: expediteurDe,
  rendre: (donnees) => {
    const { discretion, effectiveLe, gardeJusquAu } = donnees;
    const reste =
      gardeJusquAu === null
        ? "Rien de ce que vous avez écrit ou dit n’est plus gardé."
        : `Ce que vous avez accepté de laisser en garde reste jusqu’au ${formatJour(gardeJusquAu)} au plus tard. Vous pouvez changer d’avis avant.`;
    return rendre(sujetDe(donnees, "Vos textes sont détruits"), [
      { phrase: "Bonjour," },
      {
        phrase: discretion
          ? "Le document joint est à garder. Il dit ce qui a été détruit, et ce qui reste."
          : `Les textes de votre bilan sont détruits depuis le ${formatJour(effectiveLe)}. Leur clé n’existe plus : leurs copies ne s’ouvrent plus. ${reste}`,
      },
      ...(discretion
        ? []
        : [{ phrase: "Le document joint l’atteste. Il ne contient aucun de ces textes. Gardez-le." }]),
      signatureDe(donnees),
    ]);
  },
});
