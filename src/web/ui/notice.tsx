import type { Child } from "hono/jsx";
import { type Forme, Mark } from "./mark.tsx";
import { fr, typo } from "./typographie.ts";

export type GenreDAvis = "information" | "alerte" | "refus" | "fait" | "secret";

const AVIS: Readonly<Record<GenreDAvis, { classe: string; forme: Forme; mot: string }>> = {
  information: { classe: "notice", forme: "faire", mot: "Information" },
  alerte: { classe: "notice notice--alerte", forme: "alerte", mot: "Attention" },
  refus: { classe: "notice notice--refus", forme: "faute", mot: "Refus" },
  fait: { classe: "notice notice--fait", forme: "conforme", mot: "Fait" },
  secret: { classe: "notice notice--secret", forme: "secret", mot: "Secret" },
};

/** Something to know here. The shape and the first words say what kind; `annonce` has it read at once by a screen reader. */
export function Notice({
  genre,
  titre,
  children,
  annonce,
}: {
  genre: GenreDAvis;
  titre?: Child;
  children?: Child;
  annonce?: boolean;
}) {
  const avis = AVIS[genre];
  return (
    <div class={avis.classe} role={annonce === true ? (genre === "refus" ? "alert" : "status") : undefined}>
      <Mark forme={avis.forme} mot={avis.mot} />
      <div>
        {titre === undefined ? null : <strong>{typo(titre)}</strong>} {typo(children)}
      </div>
    </div>
  );
}

/** Nothing here yet: what will be, why it is empty, one thing to do. */
export function EmptyState({
  titre,
  niveau = 3,
  children,
  action,
}: {
  titre: string;
  /** 2 when it stands right under the title of the page. */
  niveau?: 2 | 3;
  children: Child;
  action?: Child;
}) {
  return (
    <div class="empty">
      {niveau === 2 ? <h2>{fr(titre)}</h2> : <h3>{fr(titre)}</h3>}
      <p class="minor">{typo(children)}</p>
      {action === undefined || action === null ? null : <div class="buttons">{action}</div>}
    </div>
  );
}
