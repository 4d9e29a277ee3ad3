import { z } from "zod";
import { formatJourDuMois, formatJourLong } from "../../values/dates-fr.ts";
import { formatHeure, type Heure, parseHeure } from "../../values/heure.ts";
import { type Jour, parseJour } from "../../values/jour.ts";
import type { Bloc, Rendu } from "../blocs.ts";

/** One kind of message as it is defined. `lien` is the address that it leads to, in full. */
interface Definition<S extends z.ZodType> {
  nom: string;
  /** What the page of messages calls it. */
  titre: string;
  /** What it must be told. */
  schema: S;
  rendre: (donnees: z.infer<S>, lien: string) => Rendu;
  /** The name that readers see as the sender's; the organisation's own when left out or null. */
  expediteur?: (donnees: z.infer<S>) => string | null;
}

/** One kind of message. `ecrire` gives null for data that are not its own. */
export interface Modele<S extends z.ZodType = z.ZodType>
  extends Pick<Definition<S>, "nom" | "titre" | "schema"> {
  ecrire: (donnees: unknown, lien: string) => MessageEcrit | null;
}

export interface MessageEcrit extends Rendu {
  readonly expediteur: string | null;
}

export function definirModele<S extends z.ZodType>(definition: Definition<S>): Modele<S> {
  const { nom, titre, schema, rendre, expediteur } = definition;
  return {
    nom,
    titre,
    schema,
    ecrire: (donnees, lien) => {
      const lu = schema.safeParse(donnees);
      if (!lu.success) return null;
      return { ...rendre(lu.data, lien), expediteur: expediteur?.(lu.data) ?? null };
    },
  };
}

export const sJour = z.custom<Jour>((v) => typeof v === "string" && parseJour(v) !== null);
export const sHeure = z.custom<Heure>((v) => typeof v === "string" && parseHeure(v) === v);

/** What every message to the person of a dossier is told of its frame. */
export const sCadre = z.object({
  organisme: z.string().min(1),
  /** Full name of the counsellor, the first name first. */
  conseiller: z.string().min(1),
  /** The person asked that no message say why she comes. */
  discretion: z.boolean(),
  /** Day on which it is written: tells apart messages whose subject says nothing else. */
  le: sJour.optional(),
});
export type Cadre = z.infer<typeof sCadre>;

export const sRendezVous = z.object({
  jour: sJour,
  debut: sHeure,
  dureeMinutes: z.number().int().positive(),
  /** The place, or the address of the remote room. */
  ou: z.string().min(1),
});
export type RendezVous = z.infer<typeof sRendezVous>;

/** First name of the counsellor. */
export const prenomDe = (nomComplet: string) => nomComplet.trim().split(/\s+/)[0]!;

/** The subject that says nothing but the day, when the person asked for discretion. */
export function sujetDe({ discretion, conseiller, le }: Cadre, sujet: string): string {
  if (!discretion) return sujet;
  const jour = le === undefined ? "" : `, message du ${formatJourDuMois(le)}`;
  return `Rendez-vous avec ${prenomDe(conseiller)}${jour}`;
}

/** The last line: who writes. With discretion, the counsellor's first name alone. */
export function signatureDe({ discretion, conseiller, organisme }: Cadre): Bloc {
  return { phrase: discretion ? prenomDe(conseiller) : `${conseiller}, ${organisme}` };
}

/** « lundi 30 novembre 2026 à 9 h 30 ». */
export const quand = (jour: Jour, debut: Heure) => `${formatJourLong(jour)} à ${formatHeure(debut)}`;

/** With discretion, the sender's name is the counsellor's first name: an inbox shows it beside the subject. */
export function expediteurDe({ discretion, conseiller }: Cadre): string | null {
  return discretion ? prenomDe(conseiller) : null;
}

/** Sender of what concerns an account, whose holder may belong to any organisation, or want that nobody see which. */
export const EXPEDITEUR_DES_COMPTES = () => "Probant";
