import type { Auteur, Maison } from "../maison.ts";
import { organismes } from "../organisme/les-organismes.ts";
import type { LigneDossier } from "./consulter-liste.ts";
import { listerTout } from "./lister-tout.ts";

/** A dossier as commands list it: no name, nothing of its content. */
export interface DossierInventorie {
  organisme: string;
  reference: string;
  etape: string;
  phase: string | null;
  debut: string | null;
  fin: string | null;
  prochaineEcheance: string | null;
  faits: number;
  alertes: number;
  minutesSignees: number;
  minutesPrevues: number;
}

/** The machine's own hand: commands act for the installation, not for a person. */
export function auteurDeCommande(organismeId: string): Auteur {
  return { organismeId, utilisateur: "commande", role: "responsable", intervenant: "" };
}

function inventorier(organisme: string, l: LigneDossier): DossierInventorie {
  const { reference, etape, phase, debut, fin, prochaineEcheance, alertes, minutesSignees, minutesPrevues } =
    l;
  return {
    organisme,
    reference,
    etape,
    phase,
    debut,
    fin,
    prochaineEcheance,
    faits: l.n,
    alertes,
    minutesSignees,
    minutesPrevues,
  };
}

/** Every dossier of every organisation. */
export async function* inventaire(maison: Maison): AsyncGenerator<DossierInventorie> {
  for (const organisme of await organismes(maison)) {
    for await (const ligne of listerTout(maison, auteurDeCommande(organisme), {}))
      yield inventorier(organisme, ligne);
  }
}
