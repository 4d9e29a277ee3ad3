import type { Child } from "hono/jsx";
import { formatJour } from "../../values/dates-fr.ts";
import type { Jour } from "../../values/jour.ts";
import { typo } from "./typographie.ts";

/** A text that a rule rests on. `luLe` is the day someone last read it at its source. */
export type SourceLegale = { ref: string; href?: string | undefined; luLe: Jour; note?: string };

/** A reference whose article numbers (« R. 6313-4 ») never break at the end of a line. */
export function LegalRef({ texte }: { texte: string }) {
  const morceaux = texte.split(/((?:art\. )?[LRD]\.?\s?\d{4}-\d+(?:-\d+)?)/);
  return (
    <>
      {morceaux.map((m, i) =>
        i % 2 === 0 ? m : <span class="nowrap">{m.replace(/^([LRD])\.?\s?/, "$1.\u00a0")}</span>,
      )}
    </>
  );
}

/** The reference, with its link when there is one. */
export function LegalLink({ source }: { source: SourceLegale }) {
  return source.href === undefined ? (
    <LegalRef texte={source.ref} />
  ) : (
    <a href={source.href} rel="noreferrer">
      <LegalRef texte={source.ref} />
    </a>
  );
}

/** One line under a legal delay: what it is, where it is written, when it was read. */
export function SourceLine({ annonce, source }: { annonce: Child; source: SourceLegale }) {
  return (
    <p class="source">
      {typo(annonce)} <LegalLink source={source} />, lu&nbsp;le {formatJour(source.luLe)}
      {source.note === undefined ? "" : ` (${source.note})`}.
    </p>
  );
}
