import { compterUn } from "../../auth/essais.ts";
import { type Base, siSeul } from "../../store/connexion.ts";
import { FichierTropGrand } from "../../store/export/lire-organisme.ts";
import { VERROUS } from "../../store/verrous.ts";
import type { Instant } from "../../values/instant.ts";
import { refusDePhrase } from "../../vault/phrase.ts";
import type { Auteur, Maison } from "../maison.ts";
import { flotDExport, preparerExport } from "./flot.ts";
import { inscrireExport } from "./inscrire.ts";

/** Exports of one organisation in one day: a mistake or two, and no more. */
export const PAR_JOUR = 3;
const UN_JOUR_MS = 86_400_000;
/** While it runs no key turns, hence nothing destroyed becomes effective: whoever reads slowly is not waited for longer. */
const DUREE_MAX_MS = 1_800_000;

/** An export that runs now in this process. */
export interface ExportEnCours {
  depuis: Instant;
  nom: string;
  etape: string;
  fait: number;
  total: number;
}

const lesEnCours = new WeakMap<Base, Map<string, ExportEnCours>>();

function enCoursDe(base: Base): Map<string, ExportEnCours> {
  const connus = lesEnCours.get(base) ?? new Map<string, ExportEnCours>();
  lesEnCours.set(base, connus);
  return connus;
}

/** The export that runs now, to be told on its page; undefined when none does. */
export function exportEnCours({ base }: Maison, organismeId: string): ExportEnCours | undefined {
  return enCoursDe(base).get(organismeId);
}

/** Whether somebody sees the whole organisation: an export leaves nothing of it out. */
export const peutExporter = ({ sites }: Pick<Auteur, "sites">): boolean => sites == null;

export type DonDExport =
  | { issue: "flux"; flux: ReadableStream<Uint8Array>; nom: string }
  /** Some of the organisation is not his to see. */
  | { issue: "lieux" }
  /** What is wrong with the passphrase. */
  | { issue: "phrase"; refus: string }
  /** Why this organisation cannot be exported. */
  | { issue: "impossible"; pourquoi: string }
  /** Another export, or a turn of the keys. */
  | { issue: "occupe" }
  | { issue: "trop"; secondes: number };

/**
 * Gives the whole organisation as a stream closed by `phrase`: nothing of it is laid on the disk, and the passphrase is kept
 * nowhere. The history says it before the first byte. `rater` is told a defect that cuts the stream.
 */
export async function donnerExport(
  maison: Maison,
  auteur: Auteur & { nom: string },
  phrase: string,
  rater: (erreur: Error) => void,
): Promise<DonDExport> {
  const { organismeId, nom } = auteur;
  const { base } = maison;
  if (!peutExporter(auteur)) return { issue: "lieux" };
  const refus = refusDePhrase(phrase);
  if (refus !== null) return { issue: "phrase", refus };
  const connus = enCoursDe(base);
  if (connus.has(organismeId)) return { issue: "occupe" };
  const secondes = await compterUn(base.pool, `export|${organismeId}`, PAR_JOUR, UN_JOUR_MS);
  if (secondes !== null) return { issue: "trop", secondes };
  const depuis = maison.horloge();
  connus.set(organismeId, { depuis, nom, etape: "Préparation…", fait: 0, total: 1 });
  const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>();
  const ecrivain = writable.getWriter();
  // A reader who leaves, or is too slow, breaks the writing that waits for him.
  let parti = false;
  ecrivain.closed.catch(() => {
    parti = true;
  });
  const limite = setTimeout(() => void ecrivain.abort(new Error("too slow")), DUREE_MAX_MS);
  const premier = Promise.withResolvers<"parti" | "occupe" | FichierTropGrand>();
  const tout = async () => {
    await preparerExport(maison);
    const fait = await siSeul(base, VERROUS.trousseau, async () => {
      await inscrireExport(maison, auteur);
      const avancer = (etape: string, fait: number, total: number) =>
        void connus.set(organismeId, { depuis, nom, etape, fait, total });
      await flotDExport(maison, organismeId, { phrase }, avancer, async (octets) => {
        premier.resolve("parti");
        await ecrivain.write(octets);
      });
      await ecrivain.close();
      return true;
    });
    if (fait === undefined) premier.resolve("occupe");
  };
  void tout()
    .catch(async (erreur: Error) => {
      if (erreur instanceof FichierTropGrand) premier.resolve(erreur);
      else {
        premier.reject(erreur);
        if (!parti) rater(erreur);
      }
      await ecrivain.abort(erreur).catch(() => undefined);
    })
    .finally(() => {
      clearTimeout(limite);
      connus.delete(organismeId);
    });
  const commence = await premier.promise;
  if (commence === "occupe") return { issue: "occupe" };
  if (commence !== "parti") return { issue: "impossible", pourquoi: commence.phrase };
  return { issue: "flux", flux: readable, nom: `organisme-${depuis.slice(0, 10)}.age` };
}
