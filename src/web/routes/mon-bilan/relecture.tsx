import type { Refus } from "../../../dossier/acte.ts";
import { type Moment, QUESTIONS, questionDeNom } from "../../../dossier/questionnaire/questions.ts";
import type { TexteEnCours } from "../../../usecases/brouillons/ouvrir-brouillons.ts";
import type { PremieresReponses } from "../../../usecases/questionnaires/lire-questionnaire.ts";
import { formatJour } from "../../../values/dates-fr.ts";
import { QUESTIONNAIRE } from "../../adresses-de-la-personne.ts";
import { BackLink } from "../../ui/breadcrumbs.tsx";
import { Button, Buttons } from "../../ui/button.tsx";
import { ErrorSummary, type Faute, Form } from "../../ui/form.tsx";
import { Actions, PageTitle } from "../../ui/layout.tsx";
import { Status } from "../../ui/status.tsx";
import { fr } from "../../ui/typographie.ts";
import { AutreTexte } from "../../vues/deux-textes.tsx";
import { Texte } from "../../vues/texte.tsx";
import { adresseDeQuestion, RETOUR } from "./adresses.ts";

/** A refusal that names a question leads to its page. */
function fauteDe({ champ, phrase }: Refus): Faute {
  const question = champ === undefined ? undefined : questionDeNom(champ);
  return { message: phrase, ...(question === undefined ? {} : { href: adresseDeQuestion(question) }) };
}

/** All her answers on one page, and « J’ai fini ». */
export function Relecture({
  moment,
  reponses,
  premieres,
  jeton,
  refus,
}: {
  moment: Moment;
  reponses: ReadonlyMap<string, TexteEnCours>;
  premieres: PremieresReponses | null;
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
      {premieres === null || premieres.hors === "" ? null : (
        <AutreTexte
          id="premieres"
          titre={fr(`Vos premières réponses, le ${formatJour(premieres.le)}`)}
          texte={premieres.hors}
        />
      )}
      <ul class="list mt-4">
        {QUESTIONS.map((q) => {
          const reponse = reponses.get(q.id);
          const texte = reponse?.texte.trim() ?? "";
          const premiere = premieres?.parQuestion.get(q.id);
          return (
            <li>
              <div class="list-body">
                <h2>{fr(q.question)}</h2>
                {reponse?.aPart ? <Status genre="probleme" mot="Deux textes, à choisir" /> : null}
                {texte === "" ? <p class="minor">Pas encore de réponse.</p> : <Texte texte={texte} />}
                {premieres === null || premiere === undefined ? null : (
                  <div class="minor">
                    <p class="mt-2">{fr(`La première fois, le ${formatJour(premieres.le)} :`)}</p>
                    <Texte texte={premiere} />
                  </div>
                )}
                <Actions
                  liens={[
                    {
                      libelle: (
                        <>
                          {texte === "" ? "Répondre" : "Changer"}
                          <span class="visually-hidden"> : {fr(q.question)}</span>
                        </>
                      ),
                      href: adresseDeQuestion(q),
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
