import type { Child } from "hono/jsx";
import { bordDuSceau, cercle, GUILLOCHE } from "./formes.ts";
import { KeyList } from "./layout.tsx";
import { fr, typo } from "./typographie.ts";

/** The ornament of banknotes and deeds: only on what is sealed, signed, or the way in. */
export function Guilloche() {
  return (
    <svg class="guilloche" viewBox="-200 -200 400 400" aria-hidden="true">
      {GUILLOCHE.map(({ ry, angle }) => (
        <ellipse rx="195" ry={ry} transform={`rotate(${angle})`} />
      ))}
    </svg>
  );
}

const BORD = bordDuSceau(28, 20, 32, 19.4, 17.6);
const CORPS = bordDuSceau(28, 20, 32, 18, 16.3);

/** The large seal and its ribbon. */
function LargeSeal() {
  return (
    <svg class="mark mark--l" viewBox="0 0 48 48" aria-hidden="true">
      <path class="ribbon" d="M6 6h11.5v41l-5.75-6L6 47z" />
      <path class="knockout" d={BORD} />
      <path fill-rule="evenodd" d={CORPS + cercle(28, 20, 14.3) + cercle(28, 20, 13.4)} />
      <path class="knockout" d="m19.4 21.8 6.9 7 11.2-13-2.6-2.3-8.8 10.1-4.3-4.2z" />
    </svg>
  );
}

/** A SHA-256 in groups of eight, first and last in bold: those are the two that people compare. */
export function Fingerprint({ hex, groupe = 8 }: { hex: string; groupe?: number }) {
  const groupes = hex.match(new RegExp(`.{1,${groupe}}`, "g")) ?? [];
  return (
    <span class="fingerprint">
      {groupes.map((g) => (
        <span>{g}</span>
      ))}
    </span>
  );
}

/** A receipt, a sealed file: what it is, its reference and fingerprint, what one can do with it. */
export function Seal({
  id,
  titre,
  niveau = 2,
  texte,
  cles,
  boutons,
}: {
  id: string;
  titre: string;
  niveau?: 1 | 2;
  texte?: Child;
  cles: readonly { cle: Child; valeur: Child }[];
  boutons?: Child;
}) {
  return (
    <section class="sheet seal" aria-labelledby={id}>
      <Guilloche />
      <LargeSeal />
      {niveau === 1 ? <h1 id={id}>{fr(titre)}</h1> : <h2 id={id}>{fr(titre)}</h2>}
      {texte === undefined ? null : <p class="mt-2">{typo(texte)}</p>}
      <KeyList lignes={cles} />
      {boutons === undefined ? null : <div class="buttons">{boutons}</div>}
    </section>
  );
}

/** A command to copy; the button appears only where the script can do it. */
export function Command({ texte, id }: { texte: string; id: string }) {
  return (
    <div class="sealed-action">
      <code class="command" id={id}>
        {texte}
      </code>
      <button class="button button--secondary" type="button" hidden data-copier={id}>
        Copier
      </button>
    </div>
  );
}
