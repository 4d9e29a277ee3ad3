import type { Context } from "hono";
import { reglesAu } from "../../../law/constat-public.ts";
import type { Repere, Rule } from "../../../law/rule.ts";
import { ruleBook } from "../../../law/rule-book.ts";
import { LIBELLES_CONFIANCE } from "../../../law/sources.ts";
import { formatJour } from "../../../values/dates-fr.ts";
import type { Jour } from "../../../values/jour.ts";
import { normaliserRecherche } from "../../../values/recherche.ts";
import { LinkButton } from "../../ui/button.tsx";
import { Block } from "../../ui/layout.tsx";
import { LegalLink, LegalRef } from "../../ui/legal.tsx";
import { Filters } from "../../ui/list-tools.tsx";
import { EmptyState } from "../../ui/notice.tsx";
import { compter, fr } from "../../ui/typographie.ts";

/** The first letter of a rule's id is its theme. */
export const THEMES: Readonly<Record<string, string>> = {
  A: "Nature et déroulement",
  B: "Contrat et information",
  C: "CPF et argent",
  D: "Preuve et secret",
  E: "Organisme et qualité",
};

const EFFETS: Readonly<Record<Rule["effet"], string>> = {
  bloque: "empêche l’acte qui la romprait",
  alerte: "avertit",
  tache: "donne une tâche et sa date",
  trace: "s’inscrit au dossier",
};
const REPERES: Readonly<Record<Repere, string>> = {
  demande: "le jour de la demande",
  debut: "le jour du début du bilan",
  fin: "le jour de la fin du bilan",
  jour: "le jour où l’on juge",
};
export interface FiltreRegles {
  theme?: string | undefined;
  mot?: string | undefined;
}

export function filtreDesRegles(c: Context): FiltreRegles {
  const lire = (nom: string) => c.req.query(nom)?.trim() || undefined;
  return { theme: lire("theme"), mot: lire("mot") };
}

function retenues({ theme, mot }: FiltreRegles, au: Jour): { theme: string; regles: Rule[] }[] {
  const cherche = normaliserRecherche(mot ?? "");
  const regles = reglesAu(ruleBook, au).filter((r) => {
    const dit = [r.id, r.statement, r.remede, ...r.questions, ...r.sources.map((s) => s.ref)].join(" ");
    return (theme === undefined || r.id.startsWith(theme)) && normaliserRecherche(dit).includes(cherche);
  });
  return Object.keys(THEMES)
    .map((t) => ({ theme: t, regles: regles.filter((r) => r.id.startsWith(t)) }))
    .filter((groupe) => groupe.regles.length > 0);
}

export function partiesDesRegles(filtre: FiltreRegles, au: Jour): { id: string; titre: string }[] {
  return retenues(filtre, au).map((g) => ({ id: `theme-${g.theme}`, titre: THEMES[g.theme]! }));
}

/** The rule book on that day, read from the rules themselves. */
export function ReglesEnVigueur({ filtre, au }: { filtre: FiltreRegles; au: Jour }) {
  const groupes = retenues(filtre, au);
  const total = groupes.reduce((n, g) => n + g.regles.length, 0);
  return (
    <>
      <Filters
        action="/aide/regles"
        {...(filtre.theme === undefined && filtre.mot === undefined ? {} : { effacer: "/aide/regles" })}
        champs={[
          {
            genre: "selection",
            nom: "theme",
            libelle: "Thème",
            valeur: filtre.theme ?? "",
            options: [
              { valeur: "", libelle: "Tous" },
              ...Object.entries(THEMES).map(([valeur, libelle]) => ({ valeur, libelle })),
            ],
          },
          {
            genre: "texte",
            nom: "mot",
            libelle: "Mot ou article",
            saisie: "search",
            valeur: filtre.mot ?? "",
          },
        ]}
      />
      <p class="rules-count">{fr(`${compter(total, "règle")} en vigueur le ${formatJour(au)}.`)}</p>
      {total === 0 ? (
        <EmptyState
          titre="Aucune règle ne correspond"
          niveau={2}
          action={
            <LinkButton rang="second" href="/aide/regles">
              Voir toutes les règles
            </LinkButton>
          }
        >
          Essayez un autre mot, ou un article comme « R6313-4 ».
        </EmptyState>
      ) : null}
      {groupes.map((g) => (
        <Block id={`theme-${g.theme}`} titre={THEMES[g.theme]!} note={compter(g.regles.length, "règle")}>
          {g.regles.map((r) => (
            <Regle regle={r} />
          ))}
        </Block>
      ))}
    </>
  );
}

function Regle({ regle: r }: { regle: Rule }) {
  const { from, until, repere } = r.inForce;
  const fin = until === null ? "" : `, jusqu’au ${formatJour(until)} non compris`;
  return (
    <article class="rule" id={r.id} aria-labelledby={`${r.id}-titre`}>
      <h3 id={`${r.id}-titre`}>
        <LegalRef texte={fr(`${r.id}. ${r.statement}`)} />
      </h3>
      <p class="minor">
        {fr(`Depuis le ${formatJour(from)}${fin}. Se lit ${REPERES[repere]}. Gravité : ${r.gravite}. `)}
        {r.reserve === undefined ? fr(`Effet : ${EFFETS[r.effet]}.`) : "Elle avertit, sans rien empêcher."}
      </p>
      {r.reserve === undefined ? null : (
        <p class="reserve">
          <strong>Pas certain.</strong> {fr(r.reserve)}
        </p>
      )}
      <details>
        <summary>
          Sources et remède<span class="visually-hidden"> de la règle {r.id}</span>
        </summary>
        <dl class="why">
          <dt>{r.sources.length > 1 ? "Sources" : "Source"}</dt>
          <dd>
            {r.sources.map((s, i) => (
              <>
                {i === 0 ? null : <br />}
                <LegalLink source={{ ref: fr(s.ref), href: s.url ?? undefined, luLe: s.luLe }} />
                {fr(`, ${LIBELLES_CONFIANCE[s.confiance]}, le ${formatJour(s.luLe)}`)}
              </>
            ))}
          </dd>
          <dt>Devient conforme</dt>
          <dd>{fr(`quand ${r.remede}`)}</dd>
          {r.questions.length === 0 ? null : (
            <>
              <dt>Webinaire de 2023</dt>
              <dd>
                {fr(
                  `Répond à ${r.questions.length > 1 ? "ces questions" : "la question"} : ${r.questions.join(", ")}.`,
                )}
              </dd>
            </>
          )}
        </dl>
      </details>
    </article>
  );
}
