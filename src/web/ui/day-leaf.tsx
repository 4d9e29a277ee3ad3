import { formatJourLong, nomDuJour } from "../../values/dates-fr.ts";
import type { Jour } from "../../values/jour.ts";

const MOIS = [
  "janv.",
  "févr.",
  "mars",
  "avril",
  "mai",
  "juin",
  "juil.",
  "août",
  "sept.",
  "oct.",
  "nov.",
  "déc.",
];

/**
 * A date that binds, as a leaf torn from a calendar; brass when it is the one that counts. The date must also be
 * written beside it unless `dit` is true: the leaf then says it itself.
 */
export function DayLeaf({ jour, compte, dit }: { jour: Jour; compte?: boolean; dit?: boolean }) {
  const mois = `${MOIS[Number(jour.slice(5, 7)) - 1]}\u00a0${jour.slice(0, 4)}`;
  return (
    <>
      <span class={compte === true ? "day-leaf day-leaf--brass" : "day-leaf"} aria-hidden="true">
        <span>{nomDuJour(jour)}</span>
        <b>{Number(jour.slice(8))}</b>
        <span>{mois}</span>
      </span>
      {dit === true ? <span class="visually-hidden">{formatJourLong(jour)}. </span> : null}
    </>
  );
}
