import { minutes } from "../../values/duree.ts";
import { jour } from "../../values/jour.ts";
import { cadreExemple, heure } from "../exemple-cadre.ts";
import type { DonneesConvocation } from "./donnees.ts";

export const exempleConvocation: DonneesConvocation = {
  ...cadreExemple,
  etabliLe: jour("2026-11-23"),
  temoin: null,
  destinataire: { nom: "Camille Moreau", adresse: ["3 allée des Érables", "35700 Rennes"] },
  jour: jour("2026-11-30"),
  debut: heure("13:00"),
  duree: minutes(150),
  ou: { lieu: ["Centre Horizon, 2e étage", "14 rue des Tanneurs, 35000 Rennes"] },
  territoire: "metropole",
  conseiller: "Nadia Benali",
  appeler: {
    nom: "Accueil du centre",
    telephone: "02 99 00 00 00",
    courriel: "contact@centre-horizon.example",
  },
  deplacer:
    "Un appel ou un message suffit, si possible deux jours avant. Nous vous proposerons une autre date.",
  aPrevoir: "Vos notes de la dernière séance. Rien d'autre n'est nécessaire.",
  discretion: false,
};

export const exempleConvocationDiscrete: DonneesConvocation = {
  ...exempleConvocation,
  ou: { lien: "https://visio.centre-horizon.example/salle/7f3a-91c2-0be4" },
  discretion: true,
};
