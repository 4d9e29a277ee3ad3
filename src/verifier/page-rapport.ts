import type { FaitControle, Rapport } from "../evidence/dossier-controle.ts";
import { accorder } from "../values/accorder.ts";
import { el, mark } from "./page-element.ts";
import { sayCompte, sayPassation, sayVerdict } from "./phrases.ts";

/** The report of a check, as the page shows it. */
export function renderRapport(rapport: Rapport, nom: string): HTMLElement[] {
  const { titre, suite } = sayVerdict(rapport);
  const verdict = el(
    "div",
    { class: `verdict ${rapport.verdict}`, "data-verdict": rapport.verdict },
    mark(rapport.verdict === "intact" ? "oui" : "non", 40),
    el("strong", {}, titre),
    el("p", {}, suite),
  );
  const remarques = rapport.remarques.map((phrase) => el("p", { class: "remarque" }, phrase));
  return [
    verdict,
    ...remarques,
    el("h2", {}, "Le dossier"),
    renderCles(rapport, nom),
    el("h2", {}, "Ce qui a été contrôlé"),
    renderConstats(rapport),
  ];
}

/** The shown facts, folded. */
export function renderFaits(faits: readonly FaitControle[]): HTMLElement[] {
  const lignes = faits.map((fait) =>
    el(
      "li",
      {},
      `${fait.n}.`,
      el("pre", {}, "texte" in fait ? fait.texte : "Retenu : seul son engagement est donné."),
    ),
  );
  return [el("details", {}, el("summary", {}, "Lire les faits montrés"), el("ol", {}, ...lignes))];
}

function renderConstats({ constats }: Rapport): HTMLElement {
  const lignes = constats.map(({ ok, phrase }) => {
    const forme = ok ? "oui" : "non";
    const mot = el("b", { class: "lu-seulement" }, ok ? "Bon : " : "Mauvais : ");
    return el("li", { class: forme }, mark(forme, 22), el("span", {}, mot, phrase));
  });
  return el("ul", {}, ...lignes);
}

function renderCles(rapport: Rapport, nom: string): HTMLElement {
  const { dossier, faits, cle, passations, checkpoint } = rapport;
  const paires: [string, string, string?][] = [["Fichier", nom]];
  if (dossier !== null) paires.push(["Dossier", dossier]);
  if (faits !== null) paires.push(["Faits", sayCompte(faits)]);
  if (cle !== null) paires.push(["Clé", cle.nom], ["Son empreinte", cle.empreinte, "empreinte"]);
  for (const passation of passations) paires.push(["Clé d’avant", sayPassation(passation), "empreinte"]);
  if (checkpoint !== null)
    paires.push(
      ["Journal", accorder(checkpoint.taille, "inscription")],
      ["Sa racine", checkpoint.racine, "empreinte"],
    );
  return el(
    "dl",
    {},
    ...paires.flatMap(([terme, valeur, classe]) => [
      el("dt", {}, terme),
      el("dd", classe === undefined ? {} : { class: classe }, valeur),
    ]),
  );
}
