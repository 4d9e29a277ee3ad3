import { z } from "zod";
import type { Etat } from "../law/etat.ts";
import type { Jour } from "../values/jour.ts";
import { catalogue, connait, definitionDe } from "./catalogue.ts";
import { etatDe } from "./evolve.ts";
import type { Fait } from "./fait.ts";
import { sFinancement } from "./faits/financement.ts";
import { etatInitial } from "./initial.ts";
import { sBeneficiaire, sOrganisme } from "./organisme.ts";
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
  faits: z.array(sEnveloppe),
});

/** What is wrong in a file: where (« faits[3].donnees.duree ») and a French sentence. */
export interface Anomalie {
  ou: string;
  phrase: string;
}

export interface DossierLu {
  reference: string | null;
  initial: Etat;
  faits: Fait[];
}

z.config(z.locales.fr());

function anomalies(erreur: z.ZodError, sous = ""): Anomalie[] {
  return erreur.issues.map((i) => {
    const chemin = i.path.map((p) => (typeof p === "number" ? `[${p}]` : `.${String(p)}`)).join("");
    return { ou: `${sous}${chemin}`.replace(/^\./, ""), phrase: i.message };
  });
}

function lireFaits(enveloppes: z.output<typeof sEnveloppe>[]): { faits: Fait[]; anomalies: Anomalie[] } {
  const faits: Fait[] = [];
  const mauvais: Anomalie[] = [];
  const vus = new Set<string>();
  enveloppes.forEach((e, i) => {
    const id = e.id ?? `f${i + 1}`;
    if (vus.has(id)) mauvais.push({ ou: `faits[${i}].id`, phrase: `Deux faits portent le nom « ${id} ».` });
    vus.add(id);
    if (!connait(e.type)) {
      mauvais.push({ ou: `faits[${i}].type`, phrase: `Le type de fait « ${e.type} » n’existe pas.` });
      return;
    }
    const lu = definitionDe(e.type).schema.safeParse(e.donnees ?? {});
    if (!lu.success) mauvais.push(...anomalies(lu.error, `faits[${i}].donnees`));
    else faits.push({ id, type: e.type, date: e.date, consigneLe: e.consigneLe ?? e.date, donnees: lu.data });
  });
  return { faits, anomalies: mauvais };
}

/** Reads a parsed JSON value as a dossier file; all anomalies at once, or the dossier. */
export function lireFichier(valeur: unknown): DossierLu | { anomalies: Anomalie[] } {
  const lu = sFichier.safeParse(valeur);
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

/** JSON Schema of the dossier file, generated from the types (`schemas/`). */
export function schemaDuFichier(): object {
  const enveloppe = (d: (typeof catalogue)[number]) => ({
    title: d.libelle,
    type: "object",
    required: ["type", "date"],
    properties: {
      id: { type: "string" },
      type: { const: d.type },
      date: { type: "string", format: "date" },
      consigneLe: { type: "string", format: "date" },
      donnees: z.toJSONSchema(d.schema, { io: "input", unrepresentable: "any" }),
    },
  });
  const base = z.toJSONSchema(sFichier, { io: "input", unrepresentable: "any" });
  return {
    ...base,
    $id: "probant-dossier-1.schema.json",
    properties: { ...base.properties, faits: { type: "array", items: { oneOf: catalogue.map(enveloppe) } } },
  };
}
