import { z } from "zod";
import type { Etat } from "../law/etat.ts";
import type { Jour } from "../values/jour.ts";
import { catalogue, connait, definitionDe } from "./catalogue.ts";
import { incoherences } from "./coherence.ts";
import { etatDe } from "./evolve.ts";
import type { Fait } from "./fait.ts";
import { sFinancement } from "./faits/financement.ts";
import { etatInitial } from "./initial.ts";
import { sBeneficiaire, sOrganisme } from "./organisme.ts";
import { phraseDeLecture } from "./phrase-de-lecture.ts";
import { sJour } from "./schema.ts";

export const FORMAT = "probant-dossier/1";

const sEnveloppe = z.object({
  id: z.string().min(1).max(64).optional(),
  type: z.string(),
  date: sJour,
  consigneLe: sJour.optional(),
  donnees: z.unknown().optional(),
});

/** The dossier file: organisation, person (pseudonymous allowed), financing, and the list of facts. */
export const sFichier = z.object({
  format: z.literal(FORMAT),
  reference: z.string().max(60).optional(),
  organisme: sOrganisme,
  beneficiaire: sBeneficiaire.extend({
    reference: z.string().max(120).optional(),
    prenom: z.string().max(120).optional(),
    nom: z.string().max(120).optional(),
  }),
  financement: sFinancement.nullable().default(null),
  // A bilan of 24 hours has some two hundred facts; far beyond, the file is something else.
  faits: z.array(sEnveloppe).max(5000),
});

/** What is wrong in a file: where (« fait n° 4 (seance_tenue.v1), fait ») and a French sentence. */
export interface Anomalie {
  ou: string;
  phrase: string;
}

export interface DossierLu {
  reference: string | null;
  initial: Etat;
  faits: Fait[];
}

const lire = <S extends z.ZodType>(schema: S, valeur: unknown) =>
  schema.safeParse(valeur, { error: phraseDeLecture });

/** « organisme.offres[2].prix »: the way to a value, in the notation of JSON. */
function chemin(path: readonly PropertyKey[]): string {
  return path
    .map((p) => (typeof p === "number" ? `[${p}]` : `.${String(p)}`))
    .join("")
    .replace(/^\./, "");
}

function anomalies(erreur: z.ZodError, sous = ""): Anomalie[] {
  return erreur.issues.map(({ path, message }) => {
    const [liste, rang] = path;
    const enTete = liste === "faits" && typeof rang === "number" ? `fait n° ${rang + 1}` : sous;
    const suite = chemin(enTete === sous ? path : path.slice(2));
    return { ou: [enTete, suite].filter((t) => t !== "").join(", ") || "le fichier", phrase: message };
  });
}

const nomDuFait = (rang: number, type: string): string => `fait n° ${rang + 1} (${type})`;

/** A text of the file inside a sentence: cut, and without what a terminal would obey. */
const court = (texte: string): string => texte.replace(/\p{C}/gu, "�").slice(0, 60);

function typeInconnu(type: string): string {
  const proche = `${type}.v1`;
  const aide = connait(proche) ? ` Vouliez-vous écrire « ${proche} » ?` : "";
  return `Le type de fait « ${court(type)} » n’existe pas.${aide}`;
}

/** The correction read by the kind of the fact that it corrects; null when it names none before it. */
function lireCorrection(fait: Fait, avant: readonly Fait[], ou: string): Anomalie[] {
  const d = fait.donnees as { corrige: string; remplacement: unknown };
  const corrige = avant.find((f) => f.id === d.corrige);
  if (corrige === undefined) {
    return [{ ou, phrase: `Aucun fait placé avant celui-ci ne porte le nom « ${court(d.corrige)} ».` }];
  }
  if (corrige.type === fait.type) {
    return [{ ou, phrase: "Une correction ne se corrige pas." }];
  }
  if (avant.some((f) => f.type === fait.type && (f.donnees as typeof d).corrige === d.corrige)) {
    return [
      { ou, phrase: `Le fait « ${court(d.corrige)} » est déjà corrigé : un fait se corrige une seule fois.` },
    ];
  }
  if (d.remplacement === null) return [];
  const lu = lire(definitionDe(corrige.type).schema, d.remplacement);
  if (!lu.success) return anomalies(lu.error, `${ou}, remplacement`);
  fait.donnees = { ...d, remplacement: lu.data };
  return [];
}

function lireFaits(enveloppes: z.output<typeof sEnveloppe>[]): { faits: Fait[]; anomalies: Anomalie[] } {
  const faits: Fait[] = [];
  const mauvais: Anomalie[] = [];
  const rangs = new Map<string, number>();
  enveloppes.forEach((e, i) => {
    const id = e.id ?? `f${i + 1}`;
    const ou = nomDuFait(i, court(e.type));
    if (rangs.has(id)) {
      mauvais.push({ ou, phrase: `Le fait n° ${rangs.get(id)! + 1} porte déjà le nom « ${court(id)} ».` });
    } else rangs.set(id, i);
    if (!connait(e.type)) {
      mauvais.push({ ou: `fait n° ${i + 1}`, phrase: typeInconnu(e.type) });
      return;
    }
    const lu = lire(definitionDe(e.type).schema, e.donnees ?? {});
    if (!lu.success) {
      mauvais.push(...anomalies(lu.error, ou));
      return;
    }
    const fait = { id, type: e.type, date: e.date, consigneLe: e.consigneLe ?? e.date, donnees: lu.data };
    if (e.type === "fait_corrige.v1") mauvais.push(...lireCorrection(fait, faits, ou));
    faits.push(fait);
  });
  if (mauvais.length > 0) return { faits, anomalies: mauvais };
  const suites = incoherences(faits).map(({ fait, phrase }) => ({
    ou: nomDuFait(rangs.get(fait.id)!, fait.type),
    phrase,
  }));
  return { faits, anomalies: suites };
}

/** Reads a parsed JSON value as a dossier file; all anomalies at once, or the dossier. */
export function lireFichier(valeur: unknown): DossierLu | { anomalies: Anomalie[] } {
  const lu = lire(sFichier, valeur);
  if (!lu.success) return { anomalies: anomalies(lu.error) };
  const { faits, anomalies: mauvais } = lireFaits(lu.data.faits);
  if (mauvais.length > 0) return { anomalies: mauvais };
  const { reference: _r, prenom: _p, nom: _n, ...beneficiaire } = lu.data.beneficiaire;
  return {
    reference: lu.data.reference ?? null,
    initial: etatInitial(lu.data.organisme, beneficiaire, lu.data.financement),
    faits,
  };
}

/** The state on a day: what was known to have happened by then. */
export function etatAu(dossier: DossierLu, au: Jour): Etat {
  return etatDe(
    dossier.initial,
    dossier.faits.filter((f) => f.date <= au),
  );
}

/** What a person may write: defaults may be left out, and checks that JSON Schema cannot say are ours alone. */
function ecrit(schema: z.ZodType): Record<string, unknown> {
  const { $schema: _dialecte, ...reste } = z.toJSONSchema(schema, { io: "input", unrepresentable: "any" });
  return reste;
}

function schemaDunFait({ type, libelle, schema }: (typeof catalogue)[number]): object {
  const donnees = ecrit(schema);
  const requis = Array.isArray(donnees.required) && donnees.required.length > 0;
  return {
    title: libelle,
    type: "object",
    required: ["type", "date", ...(requis ? ["donnees"] : [])],
    properties: { ...(ecrit(sEnveloppe).properties as object), type: { const: type }, donnees },
  };
}

/** JSON Schema of the dossier file, generated from the types (`schemas/`). */
export function schemaDuFichier(): object {
  const base = ecrit(sFichier);
  const proprietes = base.properties as Record<string, object>;
  const parType = catalogue.toSorted((a, b) => (a.type < b.type ? -1 : 1));
  return {
    $id: "probant-dossier-1.schema.json",
    $schema: "https://json-schema.org/draft/2020-12/schema",
    ...base,
    properties: {
      ...proprietes,
      faits: { ...proprietes.faits, items: { oneOf: parType.map(schemaDunFait) } },
    },
  };
}
