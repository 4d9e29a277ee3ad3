import { LIBELLES_CONFIANCE } from "../../law/sources.ts";
import { formatSiret } from "../../values/siret.ts";
import { PIECES_GARDEES, SCELLES_A_COTE, TEXTES_SCELLES } from "../classement.ts";
import { DUREES, type Duree } from "../durees/table.ts";
import { dire, type LigneDeDroit, type MatiereDeDroit } from "./document.ts";

/** Parts that several papers say in the same words, each from the table that the program obeys. */

/** The organisation as it described itself; what it left out waits for it. */
export function quiRepond({ organisme: o }: MatiereDeDroit): LigneDeDroit[] {
  return [
    dire("Nom", o.raisonSociale),
    dire("SIRET", o.siret === null ? null : formatSiret(o.siret)),
    dire("Déclaration d’activité", o.nda),
    dire("Adresse", o.adresse?.split("\n").join(", ") ?? null),
    dire("Courriel", o.courriel),
    dire("Téléphone", o.telephone),
    dire("Représentant", o.representant === null ? null : `${o.representant.nom}, ${o.representant.qualite}`),
  ];
}

const enListe = (libelles: readonly string[]) =>
  libelles.map((l) => l.replace(/^\p{Lu}(?=\p{Ll})/u, (m) => m.toLowerCase())).join(" ; ");

/** The categories of data, by how they are kept. */
export function lesDonnees({ identite }: MatiereDeDroit): LigneDeDroit[] {
  return [
    dire("Identité", enListe(identite)),
    dire("Contenus, scellés", enListe(Object.values(TEXTES_SCELLES).map((t) => t.libelle))),
    dire("À côté, scellés aussi", enListe(Object.values(SCELLES_A_COTE))),
    dire("Preuves, sans contenu", enListe(["Faits datés", ...Object.values(PIECES_GARDEES)])),
  ];
}

/** The categories of people: the roles that the program knows, and whoever she shows something to. */
export const lesPersonnes = ({ roles }: MatiereDeDroit): LigneDeDroit =>
  dire(
    "Personnes concernées",
    enListe([...roles.map((r) => r.qui), "Ceux à qui la personne montre un document"]),
  );

/** Each class of the table of retention, with the source of its term and how it was read. */
export const lesDurees = (): LigneDeDroit[] =>
  Object.values<Duree>(DUREES).map((d) => {
    const depuis = d.depuis === "" ? "" : ` Depuis : ${d.depuis[0]!.toLowerCase()}${d.depuis.slice(1)}.`;
    const sources = d.sources.map((s) => `${s.ref} (${LIBELLES_CONFIANCE[s.confiance]})`).join(" ; ");
    return dire(d.quoi, `${d.duree}.${depuis} ${d.ensuite} ${sources}.`);
  });

/** The measures of protection that the program takes by itself. */
export const lesProtections = (): LigneDeDroit[] => [
  dire(
    "Contenus",
    "Chacun scellé sous la clé de son dossier, elle-même sous une clé hors de la base de données.",
  ),
  dire(
    "Accès",
    "Chaque page est ouverte à des rôles nommés. Les contenus le sont à la personne et à son conseiller.",
  ),
  dire(
    "Lectures",
    "Chaque lecture par un tiers est notée. Celle d’un membre l’est une fois par jour. La personne lit la liste.",
  ),
  dire(
    "Intégrité",
    "Un journal signé montre un fait changé après coup. S’il est refait en entier, un reçu déjà remis le dément.",
  ),
  dire("Sauvegardes", "Chiffrées, et relues avant d’être gardées."),
  dire(
    "Export",
    "Qui gère l’organisme peut emporter tous les dossiers, textes compris, dans un fichier fermé par une phrase. L’export est noté, et chaque personne le lit.",
  ),
];
