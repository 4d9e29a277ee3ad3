import type { Child } from "hono/jsx";

export type Colonne = {
  libelle: string;
  /** Figures: to the right, aligned. */
  nombre?: boolean;
  /** On a phone, the cell needs no label in front of it (a status, an action). */
  sansEtiquette?: boolean;
  /** Sorting by the server: the address that sorts, and the present order. */
  tri?: { href: string; sens?: "ascending" | "descending" };
};

type TableProps = {
  titre: string;
  titreCache?: boolean;
  colonnes: readonly Colonne[];
  /** One array of cells per row; the first cell names the row. */
  lignes: readonly (readonly Child[])[];
  /** Each row becomes a card under 768 px. */
  cartes?: boolean;
};

/** A table with its caption and row headers. The ARIA roles keep it a table where the cards' layout would undo it. */
export function Table({ titre, titreCache, colonnes, lignes, cartes }: TableProps) {
  const role = (r: string): string | undefined => (cartes === true ? r : undefined);
  return (
    <table class={cartes === true ? "cards-on-phone" : undefined} role={role("table")}>
      <caption class={titreCache === true ? "visually-hidden" : undefined}>{titre}</caption>
      <thead role={role("rowgroup")}>
        <tr role={role("row")}>
          {colonnes.map((c) => (
            <th
              scope="col"
              role={role("columnheader")}
              class={c.nombre === true ? "number" : undefined}
              aria-sort={c.tri?.sens}
            >
              <EnTete colonne={c} />
            </th>
          ))}
        </tr>
      </thead>
      <tbody role={role("rowgroup")}>
        {lignes.map((cellules) => (
          <tr role={role("row")}>
            {cellules.map((cellule, i) =>
              i === 0 ? (
                <th scope="row" role={role("rowheader")}>
                  {cellule}
                </th>
              ) : (
                <td role={role("cell")} class={colonnes[i]?.nombre === true ? "number" : undefined}>
                  {cartes === true && colonnes[i]?.sansEtiquette !== true ? (
                    <span
                      class="cell-label"
                      aria-hidden="true"
                    >{`${colonnes[i]?.libelle ?? ""}\u00a0: `}</span>
                  ) : null}
                  {cellule}
                </td>
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const FLECHES = { ascending: "▲", descending: "▼" };

function EnTete({ colonne }: { colonne: Colonne }) {
  if (colonne.tri === undefined) return <>{colonne.libelle}</>;
  const { href, sens } = colonne.tri;
  return (
    <a href={href}>
      {colonne.libelle}
      {sens === undefined ? null : <span aria-hidden="true">{`\u00a0${FLECHES[sens]}`}</span>}
    </a>
  );
}
