import type { Child } from "hono/jsx";
import type { Jour } from "../../values/jour.ts";
import { Buttons } from "./button.tsx";
import { DayLeaf } from "./day-leaf.tsx";
import { type SourceLegale, SourceLine } from "./legal.tsx";
import { fr, typo } from "./typographie.ts";

type NextActProps = {
  id: string;
  /** The day that binds, when there is one. */
  echeance?: Jour;
  /** When, in words: « Prochain acte, dans 7 jours ». */
  quand: Child;
  titre: string;
  href?: string;
  explication?: Child;
  /** Why this date: the announcement, then the text it rests on. */
  delai?: { annonce: string; source: SourceLegale };
  /** The level of the title: 2 on a dossier, 3 under a titled part. */
  niveau?: 2 | 3;
  /** Buttons; the first is the page's main one. */
  boutons: Child;
};

/** What to do now: the only raised sheet of a page. */
export function NextAct(p: NextActProps) {
  const titre = p.href === undefined ? fr(p.titre) : <a href={p.href}>{fr(p.titre)}</a>;
  return (
    <section class="sheet next-act" aria-labelledby={p.id}>
      {p.echeance === undefined ? null : <DayLeaf jour={p.echeance} compte />}
      <div>
        <p class="kicker">{typo(p.quand)}</p>
        {p.niveau === 3 ? <h3 id={p.id}>{titre}</h3> : <h2 id={p.id}>{titre}</h2>}
        {p.explication === undefined ? null : <p>{typo(p.explication)}</p>}
        {p.delai === undefined ? null : <SourceLine {...p.delai} />}
        <Buttons>{p.boutons}</Buttons>
      </div>
    </section>
  );
}

/** What comes after it, in order: a date, a sentence, one button each. */
export type ActeAFaire = {
  jour?: Jour;
  titre: string;
  href: string;
  precision?: Child;
  source?: Child;
  fin?: Child;
};

export function ActList({ actes }: { actes: readonly ActeAFaire[] }) {
  return (
    <ul class="list">
      {actes.map((a) => (
        <li>
          {a.jour === undefined ? null : <DayLeaf jour={a.jour} />}
          <div class="list-body">
            <h3>
              <a href={a.href}>{fr(a.titre)}</a>
            </h3>
            {a.precision === undefined ? null : <p>{typo(a.precision)}</p>}
            {a.source === undefined ? null : <p class="source">{typo(a.source)}</p>}
          </div>
          {a.fin === undefined ? null : <div class="list-end">{a.fin}</div>}
        </li>
      ))}
    </ul>
  );
}
