import type { Refus } from "../../../dossier/acte.ts";
import { type Moment, QUESTIONS, type Question } from "../../../dossier/questionnaire/questions.ts";
import type { TexteGarde } from "../../../usecases/brouillons/ouvrir-brouillons.ts";
import { formatJour } from "../../../values/dates-fr.ts";
import type { Instant } from "../../../values/instant.ts";
import type { Jour } from "../../../values/jour.ts";
import { QUESTIONNAIRE } from "../../adresses-de-la-personne.ts";
import { direEnregistre } from "../../brouillon.ts";
import { RefusRendus } from "../../champs-rendus.tsx";
import { POUR } from "../../reprise.ts";
import { BackLink } from "../../ui/breadcrumbs.tsx";
import { Button, Buttons, LinkButton } from "../../ui/button.tsx";
import { ChampContenu } from "../../ui/champs/texte-long.tsx";
import { Form } from "../../ui/form.tsx";
import { PageTitle } from "../../ui/layout.tsx";
import { Notice } from "../../ui/notice.tsx";
import { fr } from "../../ui/typographie.ts";
import { AutreTexte, TexteAPart } from "../../vues/deux-textes.tsx";
import { Repris } from "../../vues/repris.tsx";
import { adresseDeQuestion, RETOUR } from "./adresses.ts";

/** What the page of one question shows. */
export type VueDeQuestion = {
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
  /** What she answered the first time, beside what she writes now. */
  premiere: { texte: string; le: Jour } | null;
  /** For whom the page is drawn: her words come back to her alone, after a sign-in. */
  pour: string;
  au: Jour;
  repris?: boolean;
};

/** One question and her answer; beside it, the text that another page or device wrote. */
export function UneQuestion(vue: VueDeQuestion) {
  const { question, texte, version, refus = [], gardee, aPart = null, pour, repris = false, le } = vue;
  const rang = QUESTIONS.indexOf(question);
  const precedente = QUESTIONS[rang - 1];
  return (
    <>
      <BackLink
        {...(precedente === undefined
          ? RETOUR
          : { libelle: "Question précédente", href: adresseDeQuestion(precedente) })}
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
      <TexteAPart aPart={aPart} texte={texte} au={vue.au} />
      {vue.premiere === null ? null : (
        <AutreTexte
          id="premiere"
          titre={fr(`Votre première réponse, le ${formatJour(vue.premiere.le)}`)}
          texte={vue.premiere.texte}
        />
      )}
      <Form
        action={adresseDeQuestion(question)}
        // Beside a newer text, nothing is written before she has read it.
        {...(gardee === undefined
          ? { brouillon: `${adresseDeQuestion(question)}/brouillon` }
          : { garde: true })}
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
