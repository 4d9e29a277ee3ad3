import type { Couleur } from "../values/contraste.ts";
import { nuancesDe } from "../values/couleur-organisme.ts";
import { formatJour } from "../values/dates-fr.ts";
import { mentionDeclaration } from "../values/declaration-activite.ts";
import type { Jour } from "../values/jour.ts";
import { formatSiret, type Siret } from "../values/siret.ts";
import type { DocumentImprimable, Donnee, Logo } from "./moteur/document-imprimable.ts";

/** The provider, as its papers name it. What is null is left out of the header. */
export interface Organisme {
  readonly nom: string;
  readonly adresse: readonly string[];
  readonly siret: Siret | null;
  /** Number of the déclaration d'activité and the region of the prefect who registered it. */
  readonly declaration: { readonly numero: string; readonly region: string } | null;
  readonly telephone: string | null;
  readonly courriel: string | null;
  readonly logo: Logo | null;
  /** For titles and remarks; null for the product's own ink. */
  readonly couleur: Couleur | null;
}

/** What every paper carries around its own content. */
export interface Cadre {
  readonly organisme: Organisme;
  /** Reference of the dossier. */
  readonly reference: string;
  /** The day the paper is made, a fact of the dossier: a paper cannot be back-dated (L6351-4 4°). */
  readonly etabliLe: Jour;
  /** Checkpoint of the journal at that moment, one line, or null when the paper carries none. */
  readonly temoin: string | null;
}

export interface Papier {
  readonly gabarit: string;
  /** What the document is, in large letters. */
  readonly intitule: string;
  readonly sousTitre: string | null;
  readonly corps: { readonly [cle: string]: Donnee };
  /** A discreet paper names neither the registration nor the service. */
  readonly discretion?: boolean;
}

/** A paper ready to print, or the French sentences that say why its data cannot make one. */
export type Composition =
  | { readonly ok: true; readonly document: DocumentImprimable }
  | { readonly ok: false; readonly refus: readonly string[] };

/** Puts content into the common paper. `refus` that is not empty stops the paper. */
export function composer(cadre: Cadre, papier: Papier, refus: readonly string[] = []): Composition {
  if (refus.length > 0) return { ok: false, refus };
  const { organisme, etabliLe } = cadre;
  const nom = surUneLigne(organisme.nom);
  const reference = surUneLigne(cadre.reference);
  const temoin = cadre.temoin === null ? null : surUneLigne(cadre.temoin);
  const discretion = papier.discretion ?? false;
  const titreCourt = `${papier.intitule}, ${reference}`;
  return {
    ok: true,
    document: {
      gabarit: papier.gabarit,
      titre: `${titreCourt}, ${nom}`,
      date: etabliLe,
      logo: organisme.logo,
      donnees: {
        ...papier.corps,
        couleur: couleurs(organisme.couleur),
        intitule: papier.intitule,
        sousTitre: papier.sousTitre,
        enTete: {
          nom,
          lignes: lignesDeLOrganisme(organisme, discretion),
          mention:
            organisme.declaration === null || discretion ? null : mentionDeclaration(organisme.declaration),
          reperes: [
            ["Référence", reference],
            ["Établi le", formatJour(etabliLe)],
          ],
        },
        suite: { nom: abreger(nom, 55), titre: abreger(titreCourt, 55) },
        pied: { reference: `${abreger(nom, 55)}, référence ${abreger(reference, 30)}`, temoin },
      },
    },
  };
}

function couleurs(couleur: Couleur | null): Donnee {
  return couleur === null ? null : { trait: couleur, voile: nuancesDe(couleur).voile };
}

// Headers and footers have a fixed height: a line break there would push text off the sheet.
function surUneLigne(texte: string): string {
  return texte.replace(/\s+/g, " ").trim();
}

// Room for one line beside another. The whole text stands on the first page.
function abreger(texte: string, longueur: number): string {
  const lettres = [...texte];
  return lettres.length <= longueur
    ? texte
    : `${lettres
        .slice(0, longueur - 1)
        .join("")
        .trimEnd()}…`;
}

function lignesDeLOrganisme(organisme: Organisme, discretion: boolean): string[] {
  const contacts = [organisme.telephone, organisme.courriel].filter((c) => c !== null);
  return [
    ...organisme.adresse,
    ...(contacts.length > 0 ? [contacts.join(", ")] : []),
    ...(organisme.siret === null || discretion ? [] : [`SIRET ${formatSiret(organisme.siret)}`]),
  ];
}
