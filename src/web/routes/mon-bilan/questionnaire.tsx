import type { Context, Hono } from "hono";
import type { Refus } from "../../../dossier/acte.ts";
import {
  type Moment,
  QUESTIONS,
  type Question,
  questionDeNom,
} from "../../../dossier/questionnaire/questions.ts";
import { lireQuestionnaire, type ReponseEnCours } from "../../../usecases/questionnaires/brouillon-ouvert.ts";
import { enregistrerReponse } from "../../../usecases/questionnaires/enregistrer-reponse.ts";
import { finirQuestionnaire } from "../../../usecases/questionnaires/finir-questionnaire.ts";
import { QUESTIONNAIRE } from "../../adresses-de-la-personne.ts";
import { RefusRendus } from "../../champs-rendus.tsx";
import type { Env } from "../../contexte.ts";
import { champsDeFormulaire } from "../../formulaire.ts";
import { introuvable } from "../../introuvable.tsx";
import { page } from "../../page.tsx";
import { POUR, REPRISE } from "../../reprise.ts";
import { BackLink } from "../../ui/breadcrumbs.tsx";
import { Button, Buttons, LinkButton } from "../../ui/button.tsx";
import { ChampContenu } from "../../ui/champs/texte-long.tsx";
import { Form } from "../../ui/form.tsx";
import { Actions, PageTitle } from "../../ui/layout.tsx";
import { Notice } from "../../ui/notice.tsx";
import { fr } from "../../ui/typographie.ts";
import { Repris } from "../../vues/repris.tsx";
import { Texte } from "../../vues/texte.tsx";
import { adresseDeSignature, RETOUR } from "./adresses.ts";
import { plusRien } from "./signer.tsx";

const adresseDe = (q: Question) => `${QUESTIONNAIRE}/${q.id}`;

type Vue = {
  question: Question;
  texte: string;
  version: number;
  refus?: readonly Refus[];
  /** The newer text that is kept, when another page or device wrote it. */
  gardee?: string;
  /** For whom the page is drawn: her words come back to her alone, after a sign-in. */
  pour: string;
  repris?: boolean;
};

function UneQuestion({ question, texte, version, refus = [], gardee, pour, repris = false }: Vue) {
  const rang = QUESTIONS.indexOf(question);
  const precedente = QUESTIONS[rang - 1];
  return (
    <>
      <BackLink
        {...(precedente === undefined
          ? RETOUR
          : { libelle: "Question précédente", href: adresseDe(precedente) })}
      />
      <RefusRendus refus={refus} />
      {repris ? <Repris /> : null}
      {gardee === undefined ? null : (
        <Notice genre="alerte" titre="Une autre page a enregistré un texte plus récent." annonce>
          Rien n’est perdu. Le voici, au-dessus du vôtre. Gardez ce que vous voulez, puis enregistrez.
        </Notice>
      )}
      <p class="minor">
        Question {rang + 1} sur {QUESTIONS.length}
      </p>
      <PageTitle titre={question.question} />
      {gardee === undefined ? null : (
        <section class="sheet sheet--well mt-4" aria-labelledby="gardee">
          <h2 id="gardee">Le texte enregistré</h2>
          <Texte texte={gardee} />
        </section>
      )}
      <Form action={adresseDe(question)} garde champsCaches={{ version: String(version), [POUR]: pour }}>
        <ChampContenu
          nom="reponse"
          libelle={gardee === undefined ? "Votre réponse" : "Le vôtre"}
          aide={`${question.aide} Lue par vous et par votre conseiller.`}
          lignes={8}
          valeur={texte}
          erreur={refus.find((r) => r.champ === "reponse")?.phrase}
        />
        <Buttons>
          <Button large>Enregistrer et continuer</Button>
          <LinkButton rang="discret" href={QUESTIONNAIRE}>
            Voir toutes vos réponses
          </LinkButton>
        </Buttons>
      </Form>
    </>
  );
}

function Relecture({
  moment,
  reponses,
  jeton,
  refus,
}: {
  moment: Moment;
  reponses: ReadonlyMap<string, ReponseEnCours>;
  jeton: string;
  refus: readonly Refus[];
}) {
  return (
    <>
      <BackLink {...RETOUR} />
      <RefusRendus refus={refus} />
      <PageTitle
        titre={moment === "entretien" ? "Vos réponses" : "Vos réponses, reprises"}
        chapeau="Vos réponses sont enregistrées au fur et à mesure. Arrêtez-vous et reprenez quand vous voulez."
      />
      <ul class="list mt-4">
        {QUESTIONS.map((q) => {
          const texte = reponses.get(q.id)?.texte.trim() ?? "";
          return (
            <li>
              <div class="list-body">
                <h2>{fr(q.question)}</h2>
                {texte === "" ? <p class="minor">Pas encore de réponse.</p> : <Texte texte={texte} />}
                <Actions
                  liens={[
                    {
                      libelle: (
                        <>
                          {texte === "" ? "Répondre" : "Changer"}
                          <span class="visually-hidden"> : {fr(q.question)}</span>
                        </>
                      ),
                      href: adresseDe(q),
                    },
                  ]}
                />
              </div>
            </li>
          );
        })}
      </ul>
      <Form action={QUESTIONNAIRE} jeton={jeton} champsCaches={{ moment }}>
        <p class="mt-4">Quand vous avez fini, vous relisez le tout et vous signez.</p>
        <Buttons>
          <Button large>J’ai fini</Button>
        </Buttons>
      </Form>
    </>
  );
}

async function lire(c: Context<Env>) {
  const { auteur, dossier } = c.get("moi");
  return dossier === null ? undefined : await lireQuestionnaire(c.get("portes").maison, auteur, dossier);
}

async function relire(c: Context<Env>, refus: readonly Refus[] = []) {
  const lu = await lire(c);
  if (lu === undefined) return plusRien(c);
  const jeton = c.get("portes").maison.nouvelId();
  return page(
    c,
    {
      titre: "Vos réponses",
      enErreur: refus.length > 0,
      children: <Relecture {...lu} jeton={jeton} refus={refus} />,
    },
    refus.length > 0 ? 422 : 200,
  );
}

function demander(c: Context<Env>, vue: Omit<Vue, "pour">, statut: 200 | 409 | 422 = 200) {
  // The question stays out of the title, which the browser keeps: it says why she is here.
  const titre = `Question ${QUESTIONS.indexOf(vue.question) + 1}`;
  return page(
    c,
    { titre, enErreur: statut !== 200, children: <UneQuestion {...vue} pour={c.get("moi").utilisateurId} /> },
    statut,
  );
}

/** The questions, one a page, kept as she goes; then all of them again, and « J’ai fini ». */
export function routesQuestionnaire(app: Hono<Env>): void {
  app.get("/mon-bilan/questionnaire", (c) => relire(c));

  app.get("/mon-bilan/questionnaire/:question", async (c) => {
    const lu = await lire(c);
    const question = questionDeNom(c.req.param("question"));
    if (lu === undefined) return plusRien(c);
    if (question === undefined) return introuvable(c);
    const { texte, version } = lu.reponses.get(question.id) ?? { texte: "", version: 0 };
    return demander(c, { question, texte, version });
  });

  app.post("/mon-bilan/questionnaire/:question", async (c) => {
    const { auteur, dossier: reference } = c.get("moi");
    const lu = await lire(c);
    const question = questionDeNom(c.req.param("question"));
    if (lu === undefined || reference === null) return plusRien(c);
    if (question === undefined) return introuvable(c);
    const brut = await champsDeFormulaire(c);
    const texte = brut.reponse?.[0] ?? "";
    const vu = Number(brut.version?.[0] ?? "0");
    if (!Number.isSafeInteger(vu) || vu < 0) return introuvable(c);
    if (brut[REPRISE] !== undefined) return demander(c, { question, texte, version: vu, repris: true });
    const demande = { reference, moment: lu.moment, question: question.id, texte, vu };
    const reponse = await enregistrerReponse(c.get("portes").maison, auteur, demande);
    switch (reponse.issue) {
      case "ferme":
        return plusRien(c);
      case "trop_long": {
        const refus = [{ champ: "reponse", phrase: "Raccourcissez à 20 000 caractères." }];
        return demander(c, { question, texte, version: vu, refus }, 422);
      }
      case "plus_recente": {
        const { texte: gardee, version } = reponse.gardee;
        return demander(c, { question, texte, version, gardee }, 409);
      }
      case "enregistre": {
        const suivante = QUESTIONS[QUESTIONS.indexOf(question) + 1];
        return c.redirect(suivante === undefined ? QUESTIONNAIRE : adresseDe(suivante), 303);
      }
    }
  });

  app.post("/mon-bilan/questionnaire", async (c) => {
    const { auteur, dossier: reference } = c.get("moi");
    const lu = await lire(c);
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
