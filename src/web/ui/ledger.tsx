import type { Child } from "hono/jsx";
import { formatMontant } from "../../values/montant.ts";

/** A sum, in cents, and what it is for. */
export type LigneDeCompte = { libelle: Child; precision?: Child; montant: number };

/** Money: a column of sums and their total, ruled like an account book. */
export function Ledger({
  titre,
  quoi,
  colonne,
  lignes,
  total,
}: {
  titre: string;
  /** Header of the first column, then of the second. */
  quoi: string;
  colonne: string;
  lignes: readonly LigneDeCompte[];
  total: { libelle: string; montant: number };
}) {
  return (
    <table class="ledger">
      <caption class="visually-hidden">{titre}</caption>
      <thead>
        <tr>
          <th scope="col">{quoi}</th>
          <th scope="col" class="number">
            {colonne}
          </th>
        </tr>
      </thead>
      <tbody>
        {lignes.map((l) => (
          <tr>
            <th scope="row">
              {l.libelle}
              {l.precision === undefined ? null : (
                <>
                  <br />
                  <span class="minor">{l.precision}</span>
                </>
              )}
            </th>
            <td class="number">{formatMontant(l.montant)}</td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">{total.libelle}</th>
          <td class="number">{formatMontant(total.montant)}</td>
        </tr>
      </tfoot>
    </table>
  );
}
