import type { Context, Hono } from "hono";
import type { Brut, Refus } from "../../../dossier/acte.ts";
import {
  type Moment,
  QUESTIONS,
  type Question,
  questionDeNom,
} from "../../../dossier/questionnaire/questions.ts";
import { jourDeParis } from "../../../usecases/heure-de-paris.ts";
import {
  lireQuestionnaire,
  type ReponseEnCours,
  type TexteGarde,
} from "../../../usecases/questionnaires/brouillon-ouvert.ts";
import {
  enregistrerReponse,
  type ReponseSaisie,
} from "../../../usecases/questionnaires/enregistrer-reponse.ts";
import { finirQuestionnaire } from "../../../usecases/questionnaires/finir-questionnaire.ts";
import type { Instant } from "../../../values/instant.ts";
import type { Jour } from "../../../values/jour.ts";
import { estUuid } from "../../../values/uuid.ts";
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
import { ErrorSummary, type Faute, Form } from "../../ui/form.tsx";
import { Actions, PageTitle } from "../../ui/layout.tsx";
import { Notice } from "../../ui/notice.tsx";
import { Status } from "../../ui/status.tsx";
import { fr } from "../../ui/typographie.ts";
import { Repris } from "../../vues/repris.tsx";
import { Texte } from "../../vues/texte.tsx";
import { adresseDeSignature, RETOUR } from "./adresses.ts";
import { direEnregistre, garderBrouillon, plusDeQuestion } from "./brouillon.ts";
import { plusRien } from "./signer.tsx";

const adresseDe = (q: Question) => `${QUESTIONNAIRE}/${q.id}`;

type Vue = {
  question: Question;
  texte: string;
  version: number;
  moment: Moment;
  /** This page, among those that may write the same answer. */
  redaction: string;
  /** When the text in view was kept; absent when it is not kept as it stands. */
  le?: Instant | undefined;
  refus?: readonly Refus[];
  /** The newer text that is kept, when another page or device wrote it. */
  gardee?: string | undefined;
  /** What an older page wrote beside the text in view. */
  aPart?: TexteGarde | null;
  /** For whom the page is drawn: her words come back to her alone, after a sign-in. */
  pour: string;
  repris?: boolean;
};

function AutreTexte({ id, titre, texte }: { id: string; titre: string; texte: string }) {
  return (
    <section class="sheet sheet--well mt-4" aria-labelledby={id}>
      <h2 id={id}>{titre}</h2>
      <Texte texte={texte} />
    </section>
  );
}

function UneQuestion(vue: Vue & { au: Jour }) {
  const { question, texte, version, refus = [], gardee, aPart = null, pour, repris = false, le } = vue;
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
      {aPart === null || gardee !== undefined ? null : (
        <Notice genre="alerte" titre="Cette réponse a deux textes.">
          Vous avez écrit depuis deux pages ou deux appareils. Rien n’est effacé. L’autre texte est au-dessus
          du vôtre. Gardez ce que vous voulez, puis enregistrez.
        </Notice>
      )}
      <p class="minor">
        Question {rang + 1} sur {QUESTIONS.length}
      </p>
      <PageTitle titre={question.question} />
      {gardee === undefined ? null : <AutreTexte id="gardee" titre="Le texte enregistré" texte={gardee} />}
      {aPart === null || aPart.texte === texte ? null : (
        <AutreTexte
          id="a-part"
          titre={`L’autre texte, ${direEnregistre(aPart.le, vue.au).toLowerCase().replace(/\.$/, "")}`}
          texte={aPart.texte}
        />
      )}
      <Form
        action={adresseDe(question)}
        // Beside a newer text, nothing is written before she has read it.
        {...(gardee === undefined ? { brouillon: `${adresseDe(question)}/brouillon` } : { garde: true })}
        champsCaches={{
          version: String(version),
          moment: vue.moment,
          redaction: vue.redaction,
          ...(aPart === null ? {} : { aPart: String(aPart.version) }),
          [POUR]: pour,
        }}
      >
        <ChampContenu
          nom="reponse"
          libelle={gardee === undefined ? "Votre réponse" : "Le vôtre"}
          aide={`${question.aide} Lue par vous et par votre conseiller.`}
          lignes={8}
          valeur={texte}
          erreur={refus.find((r) => r.champ === "reponse")?.phrase}
        />
        <p class="minor" role="status" data-brouillon-dit>
          {le === undefined ? null : `Vous reprenez votre brouillon. ${direEnregistre(le, vue.au)}`}
        </p>
        <Buttons>
          <Button large>Enregistrer et continuer</Button>
          <span data-sans-script>
            <Button rang="second" nom="suite" valeur="rester">
              Enregistrer le brouillon
            </Button>
          </span>
          <LinkButton rang="discret" href={QUESTIONNAIRE}>
            Voir toutes vos réponses
          </LinkButton>
        </Buttons>
      </Form>
    </>
  );
}

/** A refusal that names a question leads to its page. */
function fauteDe({ champ, phrase }: Refus): Faute {
  const question = champ === undefined ? undefined : questionDeNom(champ);
  return { message: phrase, ...(question === undefined ? {} : { href: adresseDe(question) }) };
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
      <ErrorSummary fautes={refus.map(fauteDe)} />
      <PageTitle
        titre={moment === "entretien" ? "Vos réponses" : "Vos réponses, reprises"}
        chapeau="Vos réponses sont enregistrées au fur et à mesure. Arrêtez-vous et reprenez quand vous voulez."
      />
      <ul class="list mt-4">
        {QUESTIONS.map((q) => {
          const reponse = reponses.get(q.id);
          const texte = reponse?.texte.trim() ?? "";
          return (
            <li>
              <div class="list-body">
                <h2>{fr(q.question)}</h2>
                {reponse?.aPart ? <Status genre="probleme" mot="Deux textes, à choisir" /> : null}
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

function demander(c: Context<Env>, vue: Omit<Vue, "pour" | "redaction">, statut: 200 | 409 | 422 = 200) {
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

const entier = (texte: string | undefined): number | null => {
  const n = Number(texte ?? "");
  return texte !== undefined && Number.isSafeInteger(n) && n >= 0 ? n : null;
};

/** What a page sends of one answer; null when it was drawn for another set of questions. */
function lireSaisie(
  c: Context<Env>,
  { question, moment, brut }: { question: Question; moment: Moment; brut: Brut },
): Omit<ReponseSaisie, "seule"> | null {
  const reference = c.get("moi").dossier;
  const vu = entier(brut.version?.[0] ?? "0");
  const redaction = brut.redaction?.[0] ?? "";
  if (reference === null || vu === null || (brut.moment?.[0] ?? moment) !== moment) return null;
  return {
    reference,
    moment,
    question: question.id,
    texte: brut.reponse?.[0] ?? "",
    vu,
    redaction: estUuid(redaction) ? redaction : null,
    aPartVu: entier(brut.aPart?.[0]),
  };
}

/** The questions, one a page, kept as she goes; then all of them again, and « J’ai fini ». */
export function routesQuestionnaire(app: Hono<Env>): void {
  app.get("/mon-bilan/questionnaire", (c) => relire(c));

  app.get("/mon-bilan/questionnaire/:question", async (c) => {
    const lu = await lire(c);
    const question = questionDeNom(c.req.param("question"));
    if (lu === undefined) return plusRien(c);
    if (question === undefined) return introuvable(c);
    const reponse = lu.reponses.get(question.id) ?? { texte: "", version: 0, aPart: null };
    return demander(c, { question, moment: lu.moment, ...reponse });
  });

  app.post("/mon-bilan/questionnaire/:question", async (c) => {
    const lu = await lire(c);
    const question = questionDeNom(c.req.param("question"));
    if (lu === undefined) return plusRien(c);
    if (question === undefined) return introuvable(c);
    const brut = await champsDeFormulaire(c);
    const saisie = lireSaisie(c, { question, moment: lu.moment, brut });
    if (saisie === null) return plusRien(c);
    const { texte, vu: version } = saisie;
    const vue = {
      question,
      moment: lu.moment,
      texte,
      version,
      aPart: lu.reponses.get(question.id)?.aPart ?? null,
    };
    if (brut[REPRISE] !== undefined) return demander(c, { ...vue, repris: true });
    const { maison } = c.get("portes");
    const reponse = await enregistrerReponse(maison, c.get("moi").auteur, { ...saisie, seule: false });
    switch (reponse.issue) {
      case "ferme":
        return plusRien(c);
      case "trop_long": {
        const refus = [{ champ: "reponse", phrase: "Raccourcissez à 20 000 caractères." }];
        return demander(c, { ...vue, refus }, 422);
      }
      case "plus_recente": {
        const { texte: gardee, version } = reponse.gardee;
        return demander(c, { ...vue, version, gardee }, 409);
      }
      case "enregistre": {
        if (brut.suite?.[0] === "rester") return c.redirect(adresseDe(question), 303);
        const suivante = QUESTIONS[QUESTIONS.indexOf(question) + 1];
        return c.redirect(suivante === undefined ? QUESTIONNAIRE : adresseDe(suivante), 303);
      }
    }
  });

  app.post("/mon-bilan/questionnaire/:question/brouillon", async (c) => {
    const lu = await lire(c);
    const question = questionDeNom(c.req.param("question"));
    if (question === undefined) return introuvable(c);
    if (lu === undefined) return plusDeQuestion(c);
    const saisie = lireSaisie(c, { question, moment: lu.moment, brut: await champsDeFormulaire(c) });
    return saisie === null ? plusDeQuestion(c) : garderBrouillon(c, saisie);
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
