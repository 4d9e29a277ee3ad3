import type { Ligne } from "./ligne.ts";
import { detruireDesContenus } from "./lignes/detruire-des-contenus.ts";
import { ecrireUnFait } from "./lignes/ecrire-un-fait.ts";
import { imprimerUnPdf } from "./lignes/imprimer-un-pdf.ts";
import { jugerUnDossier } from "./lignes/juger-un-dossier.ts";
import { listerEnGrand } from "./lignes/lister-en-grand.ts";
import { ouvrirLApplication } from "./lignes/ouvrir-l-application.ts";
import { premiereVue } from "./lignes/premiere-vue.ts";
import { sauvegarderEtRestaurer } from "./lignes/sauvegarder.ts";
import { scellerUnContenu } from "./lignes/sceller-un-contenu.ts";
import { servirUnePage } from "./lignes/servir-une-page.ts";
import { verifierUnJournal } from "./lignes/verifier-un-journal.ts";

/** Every line of the budgets, in their order. */
export const LIGNES: readonly Ligne[] = [
  ecrireUnFait,
  verifierUnJournal,
  imprimerUnPdf,
  servirUnePage,
  listerEnGrand,
  jugerUnDossier,
  premiereVue,
  ouvrirLApplication,
  scellerUnContenu,
  sauvegarderEtRestaurer,
  detruireDesContenus,
];
