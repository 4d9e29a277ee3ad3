import type { Child } from "hono/jsx";
import type { Jour } from "../../values/jour.ts";
import { LinkButton } from "./button.tsx";
import { DayLeaf } from "./day-leaf.tsx";
import { Sheet } from "./layout.tsx";
import { Guilloche } from "./seal.tsx";
import { fr } from "./typographie.ts";

/** The one thing that the person has to do now: what, how long, one button; `autre` is another way to the same. */
export function DoNow(p: {
  id: string;
  titre: string;
  detail: string;
  href: string;
  bouton: string;
  autre?: { libelle: string; href: string } | undefined;
}) {
  return (
    <section class="do-now mt-4" aria-labelledby={p.id}>
      <Guilloche />
      <h2 id={p.id}>{fr(p.titre)}</h2>
      <p>{fr(p.detail)}</p>
      <LinkButton large href={p.href}>
        {p.bouton}
      </LinkButton>
      {p.autre === undefined ? null : (
        <p>
          <a href={p.autre.href}>{p.autre.libelle}</a>
        </p>
      )}
    </section>
  );
}

/** A session as a leaf of the calendar, and beside it the hours, with whom, where, and what one may answer. */
export function SeanceLeaf({ jour, children }: { jour: Jour; children: Child }) {
  return (
    <Sheet className="mt-4">
      <div class="seance-leaf">
        <DayLeaf jour={jour} />
        <div class="list-body">{children}</div>
      </div>
    </Sheet>
  );
}
