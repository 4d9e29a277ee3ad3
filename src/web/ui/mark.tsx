import { html, raw } from "hono/html";
import type { HtmlEscapedString } from "hono/utils/html";
import { bordDuSceau, COCHE, cercle } from "./formes.ts";

/** The closed set of marks; each state has a shape of its own, readable without its colour. */
export type Forme =
  | "scelle"
  | "attente"
  | "manque"
  | "corrige"
  | "conforme"
  | "alerte"
  | "faute"
  | "faire"
  | "ici"
  | "avenir"
  | "secret";

/** The word that goes with a mark when the page does not give a better one. */
export const MOTS_DES_MARQUES: Readonly<Record<Forme, string>> = {
  scelle: "Scellé",
  attente: "En attente",
  manque: "Manquant",
  corrige: "Corrigé",
  conforme: "Conforme",
  alerte: "En alerte",
  faute: "Problème",
  faire: "À faire",
  ici: "En cours",
  avenir: "À venir",
  secret: "Secret",
};

type MarkProps = {
  forme: Forme;
  /** Said by the drawing itself. Left out when the word stands beside it: the drawing is then silent. */
  mot?: string;
  taille?: "petite" | "normale";
};

/** A mark. Give `mot` unless the same word is written beside it. */
export function Mark({ forme, mot, taille = "normale" }: MarkProps) {
  const classe = `mark mark-${forme}${taille === "petite" ? " mark--s" : ""}`;
  // A page has a hundred marks, and an element `svg` costs the renderer ten times another: this one is written out.
  const trait = html`<use href="#m-${forme}"></use>`;
  return mot === undefined
    ? html`<svg class="${classe}" aria-hidden="true">${trait}</svg>`
    : html`<svg class="${classe}" role="img" aria-label="${mot}"><title>${mot}</title>${trait}</svg>`;
}

const rond = (epaisseur: number) => (
  <circle cx="12" cy="12" r="10" fill="none" stroke="currentColor" stroke-width={epaisseur} />
);

/** The drawings, once per page; the marks refer to them. Also the hatching that means "to be signed". */
export function MarkSheet() {
  dessins ??= raw(String(<Dessins />));
  return dessins;
}

// Forty elements that are the same on every page: drawn once.
let dessins: HtmlEscapedString | undefined;

function Dessins() {
  return (
    <svg width="0" height="0" class="visually-hidden" aria-hidden="true">
      <defs>
        <symbol id="m-scelle" viewBox="0 0 24 24">
          <path fill-rule="evenodd" d={bordDuSceau(12, 12, 20, 11.4, 9.7) + COCHE} />
        </symbol>
        <symbol id="m-attente" viewBox="0 0 24 24">
          <path fill-rule="evenodd" d={bordDuSceau(12, 12, 20, 11.4, 9.9) + cercle(12, 12, 8.1)} />
          <path d="M6.9 10.6h2.8v2.8H6.9zM10.6 10.6h2.8v2.8h-2.8zM14.3 10.6h2.8v2.8h-2.8z" />
        </symbol>
        <symbol id="m-manque" viewBox="0 0 24 24">
          <circle
            cx="12"
            cy="12"
            r="9.5"
            fill="none"
            stroke="currentColor"
            stroke-width="2"
            stroke-dasharray="3.6 2.4"
          />
          <path d="M7.5 10.9h9v2.2h-9z" />
        </symbol>
        <symbol id="m-corrige" viewBox="0 0 24 24">
          {rond(1.8)}
          <path d="M7 15.5 14.5 8l1.9 1.9-7.5 7.5-2.4.6z" />
        </symbol>
        <symbol id="m-conforme" viewBox="0 0 24 24">
          {rond(1.8)}
          <path d={COCHE} />
        </symbol>
        <symbol id="m-alerte" viewBox="0 0 24 24">
          <path fill-rule="evenodd" d="M12 1.8 23 21.6H1zM10.8 8.8h2.4v6.2h-2.4zM10.8 16.6h2.4V19h-2.4z" />
        </symbol>
        <symbol id="m-faute" viewBox="0 0 24 24">
          <path
            fill-rule="evenodd"
            d="M7.6 1.4h8.8l6.2 6.2v8.8l-6.2 6.2H7.6l-6.2-6.2V7.6zM10.7 6h2.6v7.4h-2.6zM10.7 15.2h2.6V18h-2.6z"
          />
        </symbol>
        <symbol id="m-faire" viewBox="0 0 24 24">
          <rect
            x="3.2"
            y="3.2"
            width="17.6"
            height="17.6"
            rx="2.5"
            fill="none"
            stroke="currentColor"
            stroke-width="2"
          />
          <path d="m10.4 7.6 4.4 4.4-4.4 4.4z" />
        </symbol>
        <symbol id="m-ici" viewBox="0 0 24 24">
          {rond(2.4)}
          <circle cx="12" cy="12" r="5" />
        </symbol>
        <symbol id="m-avenir" viewBox="0 0 24 24">
          {rond(2)}
        </symbol>
        <symbol id="m-secret" viewBox="0 0 24 24">
          <path
            fill-rule="evenodd"
            d="M6 10V7.5a6 6 0 0 1 12 0V10h1.5v12h-15V10zM8.4 10h7.2V7.5a3.6 3.6 0 0 0-7.2 0zM10.9 14h2.2v4.2h-2.2z"
          />
        </symbol>
        <pattern
          id="hachure"
          width="7"
          height="7"
          patternUnits="userSpaceOnUse"
          patternTransform="rotate(45)"
        >
          <rect class="hatch" width="7" height="7" />
          <path d="M0 0v7" />
        </pattern>
      </defs>
    </svg>
  );
}
