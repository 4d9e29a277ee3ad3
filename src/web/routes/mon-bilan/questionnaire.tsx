import type { Context, Hono } from "hono";
import type { Refus } from "../../../dossier/acte.ts";
import { finirQuestionnaire } from "../../../usecases/questionnaires/finir-questionnaire.ts";
import type { Env } from "../../contexte.ts";
import { champsDeFormulaire } from "../../formulaire.ts";
import { page } from "../../page.tsx";
import { adresseDeSignature } from "./adresses.ts";
import { monQuestionnaire } from "./mon-questionnaire.ts";
import { routesQuestion } from "./question.tsx";
import { Relecture } from "./relecture.tsx";
import { plusRien } from "./signer.tsx";

/** The questions, one a page; then all of them again, and « J’ai fini ». */
export function routesQuestionnaire(app: Hono<Env>): void {
  app.get("/mon-bilan/questionnaire", (c) => relire(c));
  routesQuestion(app);

  app.post("/mon-bilan/questionnaire", async (c) => {
    const { auteur, dossier: reference } = c.get("moi");
    const lu = await monQuestionnaire(c);
    if (lu === undefined || reference === null) return plusRien(c);
    const brut = await champsDeFormulaire(c);
    const cle = brut.jeton?.[0] || c.get("portes").maison.nouvelId();
    const { maison } = c.get("portes");
    const reponse = await finirQuestionnaire(maison, auteur, { reference, moment: lu.moment, cle });
    switch (reponse.issue) {
      case "ferme":
        return plusRien(c);
      case "refus":
        return await relire(c, reponse.refus);
      case "conflit":
        return await relire(c, [{ phrase: "Votre dossier a changé au même moment. Recommencez." }]);
      case "fait": {
        const sur = reponse.faits[0] ?? null;
        return c.redirect(adresseDeSignature({ objet: "questionnaire", sur }), 303);
      }
    }
  });
}

async function relire(c: Context<Env>, refus: readonly Refus[] = []) {
  const lu = await monQuestionnaire(c, { avecPremieres: true });
  if (lu === undefined) return plusRien(c);
  const jeton = c.get("portes").maison.nouvelId();
  return page(c, {
    titre: "Vos réponses",
    enErreur: refus.length > 0,
    children: <Relecture {...lu} jeton={jeton} refus={refus} />,
  });
}
