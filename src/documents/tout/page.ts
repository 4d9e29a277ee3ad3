import { readFileSync } from "node:fs";
import { accorder } from "../../values/accorder.ts";
import { formatJour, formatJourLong } from "../../values/dates-fr.ts";
import { formatHeure, type Heure } from "../../values/heure.ts";
import { html } from "../../values/html.ts";
import type { Jour } from "../../values/jour.ts";
import { typographier } from "../typographie.ts";

interface Lecture {
  jour: Jour;
  heure: Heure;
  qui: string;
  quoi: string;
}

/** All that is the person's, as she takes it away. */
export interface DonneesTout {
  organisme: string;
  personne: string;
  reference: string;
  etabliLe: Jour;
  /** What happened, in order. */
  faits: readonly { jour: Jour; titre: string; detail: string | null }[];
  /** Her answers, the notes, the synthesis, by what they belong to; null once they were destroyed. */
  textes: readonly { titre: string; jour: Jour; parties: readonly { nom: string; texte: string }[] }[] | null;
  recus: readonly {
    numero: string;
    quoi: string;
    accord: boolean;
    jour: Jour;
    heure: Heure;
    /** The text that was shown; null when it was destroyed. */
    texte: string | null;
  }[];
  /** Who she is, as the organisation wrote it. */
  identite: readonly { cle: string; valeur: string }[];
  /** What it said of her before a correction, the last first. */
  corrections: readonly Lecture[];
  /** What she was sent about her bilan, in order. `parti` is false while it waits, or when it failed. */
  messages: readonly { jour: Jour; heure: Heure; parti: boolean; sujet: string; texte: string | null }[];
  /** Answers that she has not sent yet. */
  reponsesEnCours: readonly { nom: string; texte: string }[];
  /** What somebody outside the organisation read, the last first. */
  lectures: readonly Lecture[];
  /** Who of the organisation opened her texts, the first moment of each day, the last first. */
  lecturesDuCentre: readonly Lecture[];
  /** Files that lie beside this page; none when it travels alone. */
  papiers: readonly { titre: string; fichier: string }[];
  /** The signed head of the journal. */
  journal: string;
}

/** One page that opens from a disk: no script, no network. The same data give the same bytes. */
export function pageTout(d: DonneesTout): string {
  return `<!doctype html>
<html lang="fr">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${html(`Dossier ${d.reference}`)}</title>
<style>${style()}</style>
</head>
<body>
<header class="bandeau"><span class="nom">${html(d.organisme)}</span></header>
<main>
<h1>${html(d.personne)}</h1>
<p class="chapeau">${dit(`Tout ce qui est à vous dans le dossier ${d.reference}, le ${formatJour(d.etabliLe)}. Ce fichier se lit sans réseau. Gardez-le chez vous.`)}</p>
${identite(d)}
${papiers(d)}
${textes(d)}
${recus(d)}
${enCours(d)}
${messages(d)}
${lectures(d)}
${faits(d)}
<section aria-labelledby="preuve"><h2 id="preuve">Votre témoin</h2>
<p>${dit("Ces lignes résument le journal de l’organisme à cet instant. Si quelqu’un réécrivait l’histoire, le journal ne correspondrait plus à elles : vous pourriez le prouver.")}</p>
<pre>${html(d.journal)}</pre></section>
</main>
</body>
</html>
`;
}

function papiers({ papiers: liste }: DonneesTout): string {
  if (liste.length === 0) return "";
  const lignes = liste.map((p) => `<li><a href="${html(p.fichier)}">${dit(p.titre)}</a> (PDF)</li>`);
  return `<section aria-labelledby="papiers"><h2 id="papiers">Vos papiers</h2><ul>${lignes.join("")}</ul></section>`;
}

function textes({ textes: liste }: DonneesTout): string {
  const corps =
    liste === null
      ? "<p>Ces textes ont été détruits à la fin du bilan. Personne ne peut plus les lire.</p>"
      : liste.length === 0
        ? "<p>Aucun texte n’est encore écrit.</p>"
        : liste
            .map(
              (t) =>
                `<article><h3>${dit(t.titre)}</h3><p class="doux">${html(formatJourLong(t.jour))}</p>${t.parties.map((p) => `<h4>${dit(p.nom)}</h4>${paragraphes(p.texte)}`).join("")}</article>`,
            )
            .join("");
  return `<section aria-labelledby="textes"><h2 id="textes">Vos réponses, les notes et votre synthèse</h2>${corps}</section>`;
}

function recus({ recus: liste }: DonneesTout): string {
  const lignes = liste.map((r) => {
    const quand = `${formatJourLong(r.jour)} à ${formatHeure(r.heure)}`;
    const texte =
      r.texte === null
        ? "<p>Le texte a été détruit.</p>"
        : `<details><summary>Le texte montré</summary>${paragraphes(r.texte)}</details>`;
    return `<article><h3>${dit(r.quoi)}</h3><p>${dit(`${r.accord ? "Signé" : "Pas d’accord"}, ${quand}, n° ${r.numero}`)}</p>${texte}</article>`;
  });
  const corps = lignes.length === 0 ? "<p>Vous n’avez encore rien signé.</p>" : lignes.join("");
  return `<section aria-labelledby="recus"><h2 id="recus">Vos reçus</h2>${corps}</section>`;
}

function lectures(d: DonneesTout): string {
  return (
    section(
      "lectures-centre",
      "Qui a lu vos textes, au centre",
      "Personne du centre ne les a ouverts.",
      d.lecturesDuCentre.map(ligneDeLecture),
    ) +
    section(
      "lectures",
      "Ce qui a été lu hors de l’organisme",
      "Personne hors de l’organisme n’a rien lu.",
      d.lectures.map(ligneDeLecture),
    )
  );
}

const moment = (l: { jour: Jour; heure: Heure }) => `${formatJour(l.jour)} à ${formatHeure(l.heure)}`;
const ligneDeLecture = (l: Lecture) => `<li>${dit(`${moment(l)} : ${l.qui}. ${l.quoi}`)}</li>`;

function section(id: string, titre: string, vide: string, lignes: readonly string[]): string {
  const corps = lignes.length === 0 ? `<p>${dit(vide)}</p>` : `<ol>${lignes.join("")}</ol>`;
  return `<section aria-labelledby="${id}"><h2 id="${id}">${dit(titre)}</h2>${corps}</section>`;
}

function identite({ identite: lignes, corrections }: DonneesTout): string {
  const dites = lignes.map((l) => `<li>${dit(`${l.cle} : `)}${html(l.valeur)}</li>`);
  const avant = corrections.map((c) => `<li>${dit(`${moment(c)}, ${c.qui}. Avant : `)}${html(c.quoi)}</li>`);
  const suite = avant.length === 0 ? "" : `<h3>Ce qui a été corrigé</h3><ol>${avant.join("")}</ol>`;
  return `<section aria-labelledby="identite"><h2 id="identite">Qui vous êtes</h2><ul>${dites.join("")}</ul>${suite}</section>`;
}

function enCours({ reponsesEnCours: liste }: DonneesTout): string {
  if (liste.length === 0) return "";
  const corps = liste.map((r) => `<h3>${dit(r.nom)}</h3>${paragraphes(r.texte)}`).join("");
  return `<section aria-labelledby="en-cours"><h2 id="en-cours">Vos réponses pas encore envoyées</h2>${corps}</section>`;
}

function messages({ messages: liste }: DonneesTout): string {
  const lignes = liste.map(
    (m) =>
      `<li>${dit(`${moment(m)}${m.parti ? "" : " (pas parti)"} : `)}${html(m.sujet)}${m.texte === null ? "" : `<details><summary>Le message</summary>${paragraphes(m.texte)}</details>`}</li>`,
  );
  return section("messages", "Ce qui vous a été envoyé", "Aucun courriel ne vous a été envoyé.", lignes);
}

function faits({ faits: liste }: DonneesTout): string {
  const lignes = liste.map(
    (f) =>
      `<li>${html(formatJour(f.jour))} : ${dit(f.detail === null ? f.titre : `${f.titre}, ${f.detail}`)}</li>`,
  );
  return `<section aria-labelledby="faits"><h2 id="faits">Ce qui s’est passé</h2><p>${html(accorder(liste.length, "fait"))}</p><ol>${lignes.join("")}</ol></section>`;
}

const dit = (texte: string): string => html(typographier(texte));

function paragraphes(texte: string): string {
  return texte
    .split(/\n\s*\n/)
    .filter((p) => p.trim() !== "")
    .map((p) => `<p>${p.split("\n").map(html).join("<br>")}</p>`)
    .join("");
}

let feuille: string | undefined;

// The sheet of the index: one look for what is read outside the product.
function style(): string {
  feuille ??= `${readFileSync(new URL("../index-controle/index.css", import.meta.url), "utf8")}
pre{white-space:pre-wrap;overflow-wrap:anywhere}
article{margin-block:1.5rem}`;
  return feuille;
}
