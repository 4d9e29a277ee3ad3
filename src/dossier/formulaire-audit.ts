import { type AdresseCourriel, parseAdresseCourriel } from "../values/adresse-courriel.ts";
import { ajouterJours, type Jour } from "../values/jour.ts";
import type { Refus } from "./acte.ts";
import {
  type Champ,
  champCase,
  champJour,
  champNombre,
  champTexte,
  champTexteLong,
  facultatif,
} from "./champ.ts";
import { refus } from "./refus.ts";

/** Days at most that an auditor's access lasts: a longer audit is another one. */
const DUREE_MAX = 180;
const AUDITEURS_MAX = 5;
const TAILLE_MAX = 200;

/** What an audit is drawn from, and who reads it until when. */
export const CHAMPS_AUDIT = {
  du: champJour({ libelle: "Premier jour de la période" }),
  au: champJour({ libelle: "Dernier jour de la période" }),
  taille: champNombre({
    libelle: "Combien de dossiers tirer",
    aide: "Ceux de la période, moins nombreux s’il y en a moins.",
    min: 1,
    max: TAILLE_MAX,
  }),
  graine: facultatif(
    champTexte({
      libelle: "Graine du tirage",
      aide: "L’auditeur peut vous la donner : lettres, chiffres, tirets. Vide, elle est tirée au hasard.",
    }),
  ),
  auditeurs: champTexteLong({
    libelle: "Les auditeurs",
    aide: `Un par ligne : prénom nom, adresse électronique. ${AUDITEURS_MAX} au plus.`,
  }),
  finLe: champJour({ libelle: "Dernier jour de leur accès" }),
  montreNoms: champCase({
    libelle: "Montrer les noms, les papiers et le dossier de contrôle",
    aide: "Sans cette case, l’auditeur ne voit que des références et des faits. Les papiers portent le nom.",
  }),
} satisfies Record<string, Champ<unknown>>;

export interface AuditSaisi {
  du: Jour;
  au: Jour;
  taille: number;
  graine: string | null;
  auditeurs: string;
  finLe: Jour;
  montreNoms: boolean;
}

export interface Auditeur {
  nom: string;
  adresse: AdresseCourriel;
}

const NOM_MAX = 120;
const LIGNE_MAX = 400;

/** « Alix Fictif, alix@certificateur.example », one a line; null for a line that is not so. */
function lireLigne(ligne: string): Auditeur | null {
  // Neither sign stands in an address: the last one parts it from the name.
  const fin = ligne.length > LIGNE_MAX ? -1 : Math.max(ligne.lastIndexOf(","), ligne.lastIndexOf(";"));
  if (fin === -1) return null;
  const nom = ligne.slice(0, fin).trim();
  const adresse = parseAdresseCourriel(ligne.slice(fin + 1));
  return adresse === null || nom.length > NOM_MAX || !/\s/.test(nom) ? null : { nom, adresse };
}

/** The auditors, each address once; or what is wrong, with the line that is. */
export function lireAuditeurs(texte: string): { auditeurs: Auditeur[] } | { refus: Refus } {
  const lignes = texte
    .split("\n")
    .map((l) => l.trim())
    .filter((l) => l !== "");
  const parAdresse = new Map<string, Auditeur>();
  for (const ligne of lignes) {
    const auditeur = lireLigne(ligne);
    if (auditeur === null) {
      return {
        refus: refus(
          "auditeurs",
          `« ${ligne.slice(0, 60)} » ne se lit pas. Écrivez : prénom nom, adresse électronique.`,
        ),
      };
    }
    parAdresse.set(auditeur.adresse.toLowerCase(), auditeur);
  }
  if (parAdresse.size > AUDITEURS_MAX) {
    return { refus: refus("auditeurs", `Pas plus de ${AUDITEURS_MAX} auditeurs.`) };
  }
  return { auditeurs: [...parAdresse.values()] };
}

/** What is wrong with an audit as it was typed, on the day `aujourdhui`; a field that could not be read is passed over. */
export function refusDAudit(
  { du, au, graine = null, auditeurs, finLe }: Partial<AuditSaisi>,
  aujourdhui: Jour,
): Refus[] {
  const lus = auditeurs === undefined ? { auditeurs: [] } : lireAuditeurs(auditeurs);
  const trouves = [
    du !== undefined && au !== undefined && au < du
      ? refus("au", "La période finit avant de commencer.")
      : null,
    graine !== null && !/^[A-Za-z0-9][A-Za-z0-9 -]{2,58}[A-Za-z0-9]$/.test(graine)
      ? refus("graine", "Écrivez 4 à 60 lettres sans accent, chiffres, espaces ou tirets.")
      : null,
    "refus" in lus ? lus.refus : null,
    finLe !== undefined && finLe < aujourdhui
      ? refus("finLe", "Ce jour est passé : l’accès serait déjà fermé.")
      : null,
    finLe !== undefined && finLe > ajouterJours(aujourdhui, DUREE_MAX)
      ? refus("finLe", `Un accès dure ${DUREE_MAX} jours au plus.`)
      : null,
  ];
  return trouves.filter((r) => r !== null);
}

/** Whether an audit still opens anything: nobody closed it, and its last day is not over. */
export function auditOuvert({ finLe, closLe }: { finLe: string; closLe: string | null }, au: Jour): boolean {
  return closLe === null && finLe >= au;
}
