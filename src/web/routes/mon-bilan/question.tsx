import type { Context, Hono } from "hono";
import { QUESTIONS, type Question, questionDeNom } from "../../../dossier/questionnaire/questions.ts";
import { jourDeParis } from "../../../usecases/heure-de-paris.ts";
import { enregistrerReponse } from "../../../usecases/questionnaires/enregistrer-reponse.ts";
import type { QuestionnaireLu } from "../../../usecases/questionnaires/lire-questionnaire.ts";
import { QUESTIONNAIRE } from "../../adresses-de-la-personne.ts";
import { plusDePlace, repondreBrouillon, TROP_LONG } from "../../brouillon.ts";
import type { Env } from "../../contexte.ts";
import { champsDeFormulaire } from "../../formulaire.ts";
import { introuvable } from "../../introuvable.tsx";
import { page } from "../../page.tsx";
import { REPRISE } from "../../reprise.ts";
import { adresseDeQuestion } from "./adresses.ts";
import { monQuestionnaire } from "./mon-questionnaire.ts";
import { saisieDeReponse } from "./saisie-de-reponse.ts";
import { plusRien } from "./signer.tsx";
import { UneQuestion, type VueDeQuestion } from "./une-question.tsx";

/** These questions were finished, from here or elsewhere, while this page was open. */
const DEJA_FINI = "vous avez déjà fini ces questions. Copiez votre texte si vous y tenez.";

/** One question a page, kept as she writes and by its button. */
export function routesQuestion(app: Hono<Env>): void {
  app.get("/mon-bilan/questionnaire/:question", async (c) => {
    const lu = await monQuestionnaire(c, { avecPremieres: true });
    const question = questionDeNom(c.req.param("question"));
    if (lu === undefined) return plusRien(c);
    if (question === undefined) return introuvable(c);
    const reponse = lu.reponses.get(question.id) ?? { texte: "", version: 0, aPart: null };
    return demander(c, { question, moment: lu.moment, premiere: premiereDe(lu, question), ...reponse });
  });

  app.post("/mon-bilan/questionnaire/:question", async (c) => {
    const lu = await monQuestionnaire(c, { avecPremieres: true });
    const question = questionDeNom(c.req.param("question"));
    if (lu === undefined) return plusRien(c);
    if (question === undefined) return introuvable(c);
    const brut = await champsDeFormulaire(c);
    const saisie = saisieDeReponse(c, { question, moment: lu.moment, brut });
    if (saisie === null) return plusRien(c);
    const { texte, vu: version } = saisie;
    const vue = {
      question,
      moment: lu.moment,
      texte,
      version,
      premiere: premiereDe(lu, question),
      aPart: lu.reponses.get(question.id)?.aPart ?? null,
    };
    if (brut[REPRISE] !== undefined) return demander(c, { ...vue, repris: true });
    const { maison } = c.get("portes");
    const reponse = await enregistrerReponse(maison, c.get("moi").auteur, { ...saisie, seule: false });
    switch (reponse.issue) {
      case "ferme":
        return plusRien(c);
      case "trop_long": {
        const refus = [{ champ: "reponse", phrase: TROP_LONG }];
        return demander(c, { ...vue, refus }, 422);
      }
      case "plus_recente": {
        const { texte: gardee, version } = reponse.gardee;
        return demander(c, { ...vue, version, gardee }, 409);
      }
      case "enregistre": {
        if (brut.suite?.[0] === "rester") return c.redirect(adresseDeQuestion(question), 303);
        const suivante = QUESTIONS[QUESTIONS.indexOf(question) + 1];
        return c.redirect(suivante === undefined ? QUESTIONNAIRE : adresseDeQuestion(suivante), 303);
      }
    }
  });

  app.post("/mon-bilan/questionnaire/:question/brouillon", async (c) => {
    const lu = await monQuestionnaire(c);
    const question = questionDeNom(c.req.param("question"));
    if (question === undefined) return introuvable(c);
    if (lu === undefined) return plusDePlace(c, DEJA_FINI);
    const saisie = saisieDeReponse(c, { question, moment: lu.moment, brut: await champsDeFormulaire(c) });
    if (saisie === null) return plusDePlace(c, DEJA_FINI);
    const [{ maison }, { auteur }] = [c.get("portes"), c.get("moi")];
    const garder = () => enregistrerReponse(maison, auteur, { ...saisie, seule: true });
    return await repondreBrouillon(c, garder, DEJA_FINI);
  });
}

/** What she answered to it the first time; null when she did not. */
function premiereDe({ premieres }: QuestionnaireLu, { id }: Question): VueDeQuestion["premiere"] {
  const texte = premieres?.parQuestion.get(id);
  return premieres === null || texte === undefined ? null : { texte, le: premieres.le };
}

function demander(
  c: Context<Env>,
  vue: Omit<VueDeQuestion, "pour" | "redaction" | "au">,
  statut: 200 | 409 | 422 = 200,
) {
  // The question stays out of the title, which the browser keeps: it says why she is here.
  const titre = `Question ${QUESTIONS.indexOf(vue.question) + 1}`;
  const { maison } = c.get("portes");
  const corps = (
    <UneQuestion
      {...vue}
      pour={c.get("moi").utilisateurId}
      redaction={maison.nouvelId()}
      au={jourDeParis(maison.horloge())}
    />
  );
  return page(c, { titre, enErreur: statut !== 200, children: corps }, statut);
}
