import type { Context } from "hono";
import { heureDeParis, jourDeParis } from "../../../usecases/heure-de-paris.ts";
import {
  enregistrerReponse,
  type ReponseSaisie,
} from "../../../usecases/questionnaires/enregistrer-reponse.ts";
import { souvent } from "../../../usecases/questionnaires/souvent.ts";
import { formatJour } from "../../../values/dates-fr.ts";
import { formatHeure } from "../../../values/heure.ts";
import type { Instant } from "../../../values/instant.ts";
import type { Jour } from "../../../values/jour.ts";
import type { Env } from "../../contexte.ts";
import { fr } from "../../ui/typographie.ts";

/** « Enregistré à 14 h 32. », with its day when that is not today. */
export function direEnregistre(le: Instant, au: Jour): string {
  const jour = jourDeParis(le);
  return fr(`Enregistré ${jour === au ? "" : `le ${formatJour(jour)} `}à ${formatHeure(heureDeParis(le))}.`);
}

/** These questions were finished, from here or elsewhere, while this page was open: its words have no place any more. */
export function plusDeQuestion(c: Context<Env>) {
  const phrase = fr(
    "Pas enregistré : vous avez déjà fini ces questions. Copiez votre texte si vous y tenez.",
  );
  return c.json({ phrase, garde: false, fini: true }, 409);
}

/** Keeps what is being written, and says in one sentence what became of it: the script shows it as it is. */
export async function garderBrouillon(c: Context<Env>, saisie: Omit<ReponseSaisie, "seule">) {
  const { maison } = c.get("portes");
  const { auteur } = c.get("moi");
  const dire = (phrase: string, statut: 409 | 422 | 429) =>
    c.json({ phrase: fr(`Pas encore enregistré : ${phrase}`), garde: false }, statut);
  if (await souvent(maison, auteur)) return dire("trop d’envois à la suite. Attendez une minute.", 429);
  const reponse = await enregistrerReponse(maison, auteur, { ...saisie, seule: true });
  switch (reponse.issue) {
    case "ferme":
      return plusDeQuestion(c);
    case "trop_long":
      return dire("raccourcissez à 20 000 caractères.", 422);
    case "plus_recente":
      // Kept apart: nothing is lost, and her page says that there is another text.
      return c.json({ phrase: DEUX_TEXTES, garde: true, voir: true }, 409);
    case "enregistre": {
      const phrase = direEnregistre(reponse.le, jourDeParis(maison.horloge()));
      return c.json({ phrase, garde: true, version: reponse.version });
    }
  }
}

const DEUX_TEXTES = "Gardé à part : un texte plus récent vient d’une autre page ou d’un autre appareil.";
