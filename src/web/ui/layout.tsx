import type { Child } from "hono/jsx";
import { typo } from "./typographie.ts";

/** A titled part of a page. `id` names its title; `note` is a short count or date beside it. */
export function Block({
  id,
  titre,
  note,
  className,
  children,
}: {
  id: string;
  titre: Child;
  note?: Child;
  className?: string;
  children: Child;
}) {
  return (
    <section class={className === undefined ? "block" : `block ${className}`} aria-labelledby={id}>
      <h2 id={id}>
        {typo(titre)}
        {note === undefined ? null : (
          <>
            {" "}
            <small>{typo(note)}</small>
          </>
        )}
      </h2>
      {children}
    </section>
  );
}

/** A paper laid on the table; `creux` for what is only read. */
export function Sheet({
  creux,
  className,
  children,
}: {
  creux?: boolean;
  className?: string;
  children: Child;
}) {
  const classe = ["sheet", creux === true ? "sheet--well" : null, className].filter(Boolean).join(" ");
  return <div class={classe}>{children}</div>;
}

/** Two columns where there is room: the work, then what helps it. `repere` names the second when it is an aside. */
export function Columns({ principal, cote, repere }: { principal: Child; cote: Child; repere?: string }) {
  return (
    <div class="columns">
      <div>{principal}</div>
      {repere === undefined ? (
        <div>{cote}</div>
      ) : (
        <aside class="stack" aria-label={repere}>
          {cote}
        </aside>
      )}
    </div>
  );
}

/** The title of a page and its one-sentence introduction; level 2 under the band of a dossier, which has the first. */
export function PageTitle({ titre, chapeau, niveau = 1 }: { titre: Child; chapeau?: Child; niveau?: 1 | 2 }) {
  return (
    <>
      {niveau === 1 ? <h1>{typo(titre)}</h1> : <h2>{typo(titre)}</h2>}
      {chapeau === undefined ? null : <p class="lede">{typo(chapeau)}</p>}
    </>
  );
}

/** « Dossier D-2026-0147 », the reference kept on one line. */
export function DossierTitle({ reference }: { reference: string }) {
  return (
    <>
      Dossier <span class="nowrap">{reference}</span>
    </>
  );
}

/** Names and their values: a receipt, a reminder of what was planned. */
export function KeyList({ lignes }: { lignes: readonly { cle: Child; valeur: Child }[] }) {
  return (
    <dl class="key-list">
      {lignes.map((l) => (
        <>
          <dt>{typo(l.cle)}</dt>
          <dd>{typo(l.valeur)}</dd>
        </>
      ))}
    </dl>
  );
}

/** Links that follow a sentence or a list. */
export function Actions({ liens }: { liens: readonly { libelle: Child; href: string }[] }) {
  if (liens.length === 0) return null;
  return (
    <div class="actions">
      <ul>
        {liens.map((l) => (
          <li>
            <a href={l.href}>{typo(l.libelle)}</a>
          </li>
        ))}
      </ul>
    </div>
  );
}
