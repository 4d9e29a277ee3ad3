import type { Context } from "hono";
import type { Enregistrement } from "../usecases/brouillons/garder-brouillon.ts";
import { souvent } from "../usecases/brouillons/souvent.ts";
import { heureDeParis, jourDeParis } from "../usecases/heure-de-paris.ts";
import { formatJour } from "../values/dates-fr.ts";
import { formatHeure } from "../values/heure.ts";
import type { Instant } from "../values/instant.ts";
import type { Jour } from "../values/jour.ts";
import { estUuid } from "../values/uuid.ts";
import type { Env } from "./contexte.ts";
import { fr } from "./ui/typographie.ts";

/** « Enregistré à 14 h 32. », with its day when that is not today. */
export function direEnregistre(le: Instant, au: Jour): string {
  const jour = jourDeParis(le);
  return fr(`Enregistré ${jour === au ? "" : `le ${formatJour(jour)} `}à ${formatHeure(heureDeParis(le))}.`);
}

/** What a text that is too long is answered, at its field. */
export const TROP_LONG = "Raccourcissez à 20 000 caractères.";

/** This text has no place any more, since it was sent from here or elsewhere while the page was open: `phrase` says why. */
export function plusDePlace(c: Context<Env>, phrase: string) {
  return c.json({ phrase: fr(`Pas enregistré : ${phrase}`), garde: false, fini: true }, 409);
}

/** What the script shows besides: where the text stands, what is missing of the whole, a sentence instead of the hour. */
interface AutourDuTexte {
  etat?: string;
  reste?: string;
  phrase?: string;
  voir?: string;
}

/**
 * Keeps what is being written, and says in one sentence what became of it: the script shows it as it is. `ferme` is
 * that sentence when there is nothing more to write.
 */
export async function repondreBrouillon(
  c: Context<Env>,
  garder: () => Promise<Enregistrement>,
  ferme: string,
  reste: () => AutourDuTexte = () => ({}),
) {
  const { maison } = c.get("portes");
  const dire = (phrase: string, statut: 409 | 422 | 429) =>
    c.json({ phrase: fr(`Pas encore enregistré : ${phrase}`), garde: false }, statut);
  if (await souvent(maison, c.get("moi").auteur)) {
    return dire("trop d’envois à la suite. Attendez une minute.", 429);
  }
  const reponse = await garder();
  switch (reponse.issue) {
    case "ferme":
      return plusDePlace(c, ferme);
    case "trop_long":
      return dire("raccourcissez à 20 000 caractères.", 422);
    case "plus_recente":
      // Kept apart: nothing is lost, and the page says that there is another text.
      return c.json({ phrase: DEUX_TEXTES, garde: true, voir: "Voir les deux textes", ...reste() }, 409);
    case "enregistre": {
      const phrase = direEnregistre(reponse.le, jourDeParis(maison.horloge()));
      return c.json({ phrase, garde: true, version: reponse.version, ...reste() });
    }
  }
}

const DEUX_TEXTES = "Gardé à part : un texte plus récent vient d’une autre page ou d’un autre appareil.";

const entier = (texte: string | undefined): number | null => {
  const n = Number(texte ?? "");
  return texte !== undefined && Number.isSafeInteger(n) && n >= 0 ? n : null;
};

/** What a page says of the text that it sends: which version it showed, which page it is; null for no such page of ours. */
export function pageQuiEcrit({
  version,
  redaction = "",
  aPart,
}: Partial<Record<"version" | "redaction" | "aPart", string | undefined>>) {
  const vu = entier(version ?? "0");
  return vu === null
    ? null
    : { vu, redaction: estUuid(redaction) ? redaction : null, aPartVu: entier(aPart) };
}
