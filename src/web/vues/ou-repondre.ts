import { coteDe, type Suspens } from "../../dossier/en-suspens.ts";

/** Who answers: the places where her words are read are open to the counsellor of the dossier alone. */
export type QuiRepond = "son_conseiller" | "autre";

function lieu(s: Suspens): string {
  if (s.genre === "autre_date") return s.sur === undefined ? "" : `/actes/deplacerSeance?sur=${s.sur}`;
  if (s.genre !== "signature") return s.objet === "synthese" ? "/synthese" : "/notes#avis";
  return coteDe(s) === "a_signer" ? "#a-signer" : "#en-attente";
}

/**
 * Where what is left open in a dossier is answered: the room of the synthesis, her words, the session to move; the page of
 * the dossier, at its place, when there are several of them or when this reader would be turned away there.
 */
export function ouRepondre(reference: string, suspens: readonly Suspens[], qui: QuiRepond): string {
  const base = `/dossiers/${reference}`;
  const lieux = [...new Set(suspens.map(lieu))];
  if (lieux.length === 1 && qui === "son_conseiller") return `${base}${lieux[0]}`;
  return `${base}${suspens.every((s) => coteDe(s) === "a_signer") ? "#a-signer" : "#en-attente"}`;
}
