import { PageActe } from "./modeles/acte.tsx";
import { PageAujourdhui } from "./modeles/aujourdhui.tsx";
import { PageConnexion } from "./modeles/connexion.tsx";
import { PageDossier } from "./modeles/dossier.tsx";

/**
 * Address of each model page, and the page: the reference, built from the components with fictitious data. Real
 * pages are held to this level.
 */
export const PAGES = {
  dossier: PageDossier,
  acte: PageActe,
  aujourdhui: PageAujourdhui,
  connexion: PageConnexion,
};
