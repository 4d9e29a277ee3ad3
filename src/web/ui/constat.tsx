import { raw } from "hono/html";
import type { Child } from "hono/jsx";
import type { HtmlEscapedString } from "hono/utils/html";
import { formatJour } from "../../values/dates-fr.ts";
import { Actions } from "./layout.tsx";
import { LegalLink, LegalRef, type SourceLegale } from "./legal.tsx";
import { type Forme, Mark } from "./mark.tsx";
import { compter, fr, typo } from "./typographie.ts";

/** What the reader must do about a verdict. */
export type GenreDeConstat = "faute" | "faire" | "alerte" | "plusTard" | "conforme" | "sansObjet";

export type ConstatAffiche = {
  genre: GenreDeConstat;
  /** Rule ids, « D02 ». */
  regle: string;
  /** The finding, one sentence. */
  phrase: Child;
  precision?: Child;
  /** What the rule says. */
  enonce: string;
  /** A practice of the centre is never presented as law. */
  nature?: "loi" | "pratique";
  sources: readonly SourceLegale[];
  /** « quand Camille signe… »: completes « Devient conforme ». */
  devientConforme?: string;
  /** Other rules that ask for the very same thing. */
  aussi?: readonly { regle: string; enonce: string }[];
  /** What is not sure about this rule; it then only warns. */
  reserve?: string;
  actions?: readonly { libelle: string; href: string }[];
  ouvert?: boolean;
};

type Groupe = { genre: GenreDeConstat; titre: string; forme: Forme; mot: string };

const GROUPES: readonly Groupe[] = [
  { genre: "faute", titre: "À corriger", forme: "faute", mot: "À corriger" },
  { genre: "faire", titre: "À faire", forme: "faire", mot: "À faire" },
  { genre: "alerte", titre: "En alerte", forme: "alerte", mot: "En alerte" },
  { genre: "plusTard", titre: "Plus tard", forme: "avenir", mot: "Plus tard" },
  { genre: "conforme", titre: "Conforme", forme: "conforme", mot: "Conforme" },
  { genre: "sansObjet", titre: "Sans objet", forme: "avenir", mot: "Sans objet" },
];

type ListeProps = {
  constats: readonly ConstatAffiche[];
  /** How many to show of the groups that ask for nothing; the rest opens on demand. */
  visibles?: number;
};

/** The verdicts, grouped by what there is to do: what must be corrected first, what is right last. */
export function ConstatList({ constats, visibles = 2 }: ListeProps) {
  const rienAFaire = !constats.some((c) => c.genre === "faire");
  return (
    <>
      {GROUPES.map((g) => {
        const du = constats.filter((c) => c.genre === g.genre);
        if (du.length === 0) return null;
        const montres = du.slice(0, montresDe(g.genre, visibles));
        return (
          <>
            <h3>
              {g.titre} <span class="minor">{du.length}</span>
            </h3>
            <Liste groupe={g} constats={montres} />
            <Reste
              groupe={g}
              constats={du.slice(montres.length)}
              apres={montres.length}
              ouvert={g.genre === "plusTard" && rienAFaire}
            />
          </>
        );
      })}
    </>
  );
}

/** What asks for something now is all shown; what is right or can wait opens on demand. */
function montresDe(genre: GenreDeConstat, visibles: number): number {
  if (genre === "sansObjet" || genre === "plusTard") return 0;
  return genre === "conforme" ? visibles : Number.POSITIVE_INFINITY;
}

function Reste({
  groupe,
  constats,
  apres,
  ouvert,
}: {
  groupe: Groupe;
  constats: readonly ConstatAffiche[];
  apres: number;
  ouvert: boolean;
}) {
  if (constats.length === 0) return null;
  const [un, des] = apres === 0 ? ["constat", "constats"] : ["autre constat", "autres constats"];
  return (
    <details class="mt-2" open={ouvert ? true : undefined}>
      <summary>Voir {compter(constats.length, un, des)}</summary>
      <Liste groupe={groupe} constats={constats} />
    </details>
  );
}

function Liste({ groupe, constats }: { groupe: Groupe; constats: readonly ConstatAffiche[] }) {
  if (constats.length === 0) return null;
  return (
    <ul class="constat">
      {constats.map((c) => (
        <li>
          <Mark forme={groupe.forme} mot={groupe.mot} />
          <div>
            <strong>{typo(c.phrase)}</strong>
            {c.precision === undefined ? null : <p class="minor">{typo(c.precision)}</p>}
            {c.reserve === undefined ? null : (
              <p class="reserve">
                <strong>Pas certain.</strong> {fr(c.reserve)}
              </p>
            )}
            <Pourquoi constat={c} />
            <Actions liens={c.actions ?? []} />
          </div>
        </li>
      ))}
    </ul>
  );
}

/** The answer to « Pourquoi ? »: what the rule says, where, read when, and what would make it right. */
function Pourquoi({ constat: c }: { constat: ConstatAffiche }) {
  return (
    <details open={c.ouvert === true ? true : undefined}>
      <summary>
        {fr("Pourquoi ?")}
        <span class="visually-hidden"> Règle {c.regle}</span>
      </summary>
      <dl class="why">
        {regleDessinee(c)}
        {c.aussi === undefined || c.aussi.length === 0 ? null : (
          <>
            <dt>Répond aussi à</dt>
            <dd>
              {c.aussi.map((a, i) => (
                <>
                  {i === 0 ? null : <br />}
                  {a.regle}. <LegalRef texte={fr(a.enonce)} />
                </>
              ))}
            </dd>
          </>
        )}
        {c.devientConforme === undefined ? null : (
          <>
            <dt>Devient conforme</dt>
            <dd>{fr(c.devientConforme)}</dd>
          </>
        )}
      </dl>
    </details>
  );
}

const dessinees = new WeakMap<readonly SourceLegale[], HtmlEscapedString>();

/** What a rule says never changes: it is drawn once, and kept as long as its list of sources. */
function regleDessinee(c: ConstatAffiche): HtmlEscapedString {
  const dessinee = dessinees.get(c.sources) ?? raw(String(<Regle constat={c} />));
  dessinees.set(c.sources, dessinee);
  return dessinee;
}

function Regle({ constat: c }: { constat: ConstatAffiche }) {
  return (
    <>
      <dt>Règle {c.regle}</dt>
      <dd>
        <LegalRef texte={fr(c.enonce)} />
      </dd>
      <dt>{c.nature === "pratique" ? "Pratique" : c.sources.length > 1 ? "Sources" : "Source"}</dt>
      <dd>
        {c.nature === "pratique" ? "Une pratique du centre, pas la loi. Vous pouvez la changer. " : null}
        {c.sources.map((s, i) => (
          <>
            {i === 0 ? null : <br />}
            <LegalLink source={s} />, lu&nbsp;le {formatJour(s.luLe)}
            {s.note === undefined ? null : ` (${s.note})`}
          </>
        ))}
      </dd>
    </>
  );
}
