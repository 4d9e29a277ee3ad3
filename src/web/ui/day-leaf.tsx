import { formatJourLong, formatMoisCourt, nomDuJour } from "../../values/dates-fr.ts";
import type { Jour } from "../../values/jour.ts";

/**
 * A date that binds, as a leaf torn from a calendar; brass when it is the one that counts. The date must also be
 * written beside it unless `dit` is true: the leaf then says it itself.
 */
export function DayLeaf({ jour, compte, dit }: { jour: Jour; compte?: boolean; dit?: boolean }) {
  return (
    <>
      <span class={compte === true ? "day-leaf day-leaf--brass" : "day-leaf"} aria-hidden="true">
        <span>{nomDuJour(jour)}</span>
        <b>{Number(jour.slice(8))}</b>
        <span>{formatMoisCourt(jour)}</span>
      </span>
      {dit === true ? <span class="visually-hidden">{formatJourLong(jour)}. </span> : null}
    </>
  );
}
