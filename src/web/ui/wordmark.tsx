import { bordDuSceau } from "./formes.ts";

const RUBAN = "M4.5 3H12v28.5l-3.75-4-3.75 4z";
const DISQUE = bordDuSceau(19, 12.4, 20, 11.6, 10.1);
const COCHE = "m13.8 12.6 3.7 3.7 6.8-7.8";

/** The sign: a brass ribbon and a violet seal, which draw a P; then the name. */
export function Wordmark({ href, nom = "Probant" }: { href?: string; nom?: string }) {
  const dessin = (
    <svg viewBox="0 0 32 32" aria-hidden="true">
      <path class="ribbon" d={RUBAN} />
      <path class="disc" d={DISQUE} />
      <path class="tick" d={COCHE} />
    </svg>
  );
  return href === undefined ? (
    <span class="wordmark">
      {dessin}
      {nom}
    </span>
  ) : (
    <a class="wordmark" href={href}>
      {dessin}
      {nom}
    </a>
  );
}

/** The icon of the tab, a file of its own: it follows the dark theme by itself. */
export const FAVICON = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><style>.d{fill:#57306b}.r{fill:#b07d1e}.c{stroke:#fffefd}@media (prefers-color-scheme:dark){.d{fill:#d4b1e8}.r{fill:#e0ab4a}.c{stroke:#28112f}}</style><path class="r" d="${RUBAN}"/><path class="d" d="${DISQUE}"/><path class="c" fill="none" stroke-width="2.5" d="${COCHE}"/></svg>`;
