import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { accorder } from "../../values/accorder.ts";
import { formatJour, formatJourCourt } from "../../values/dates-fr.ts";
import { mentionDeclaration } from "../../values/declaration-activite.ts";
import { formatDuree, sommeMinutes } from "../../values/duree.ts";
import { html } from "../../values/html.ts";
import { formatSiret } from "../../values/siret.ts";
import { groupesDEmpreinte } from "../champs.ts";
import { typographier } from "../typographie.ts";
import { titreDePhase } from "../vocabulaire.ts";
import { type DonneesIndexControle, NOM_DU_TEMPS, TEMPS } from "./donnees.ts";

/**
 * The index as one HTML page that opens from disk: no script, no network, no content. The same data give the same bytes.
 */
export function pageIndexControle(d: DonneesIndexControle): string {
  const titre = `Dossier de contrôle ${d.reference}`;
  return `<!doctype html>
<html lang="fr">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; font-src data:; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${html(titre)}</title>
<style>${style()}</style>
</head>
<body>
${bandeau(d)}
<main>
<h1>${html(d.beneficiaire ?? titre)}</h1>
<p class="chapeau">${dit(`${titre}, état au ${formatJour(d.etabliLe)}. ${compte(d)}`)}</p>
${sceau(d)}
${pieces(d)}
${heures(d)}
${faits(d)}
${verification(d)}
</main>
<footer><p>Cette page ne contient aucun contenu confidentiel. Les empreintes et les preuves qu’elle cite sont dans le dossier <code>preuves</code>.</p></footer>
</body>
</html>
`;
}

// A number and what it counts stay on one line.
const dit = (texte: string): string => html(typographier(texte).replace(/(\d) (?=\p{L})/gu, "$1\u00a0"));

let feuille: string | undefined;

// Read once: the style and the one font that the page carries in itself.
function style(): string {
  if (feuille === undefined) {
    const police = "@fontsource/brygada-1918/files/brygada-1918-latin-600-normal.woff2";
    const woff2 = readFileSync(createRequire(import.meta.url).resolve(police)).toString("base64");
    feuille = `@font-face{font-family:"Brygada 1918";font-weight:600;src:url(data:font/woff2;base64,${woff2}) format("woff2")}\n${readFileSync(new URL("index.css", import.meta.url), "utf8")}`;
  }
  return feuille;
}

function bandeau({ organisme: o }: DonneesIndexControle): string {
  const lignes = [
    ...o.adresse,
    ...(o.siret === null ? [] : [`SIRET ${formatSiret(o.siret)}`]),
    ...(o.declaration === null ? [] : [mentionDeclaration(o.declaration)]),
  ];
  return `<header class="bandeau"><span class="nom">${html(o.nom)}</span><p>${lignes.map(html).join("<br>")}</p></header>`;
}

function compte(d: DonneesIndexControle): string {
  const retenus = d.faitsRetenus === 0 ? "tous montrés" : accorder(d.faitsRetenus, "retenu");
  return `${accorder(d.presentes.length, "pièce")}, ${accorder(d.manquantes.length, "manquante")}. ${accorder(d.faits.length + d.faitsRetenus, "fait")}, ${retenus}.`;
}

function sceau(d: DonneesIndexControle): string {
  const groupes = groupesDEmpreinte(d.empreinteDeLaCle).map((g) => `<span>${html(g)}</span>`);
  const temoin = d.temoin === null ? "" : `<p class="doux">Journal</p><p><code>${html(d.temoin)}</code></p>`;
  return `<section class="sceau" aria-labelledby="sceau">
<h2 id="sceau">Scellé par l’organisme</h2>
<p class="doux">Empreinte SHA-256 de la clé qui signe ce dossier et le journal</p>
<p class="empreinte">${groupes.join("")}</p>
${temoin}
<p><a href="verifier.html">Vérifier ce dossier sans réseau</a></p>
</section>`;
}

function pieces(d: DonneesIndexControle): string {
  const lignes = d.presentes.map(
    (p) =>
      `<tr><th scope="row"><a href="${html(p.fichier)}">${dit(p.libelle)}</a></th><td><code>${html(p.sha256)}</code></td></tr>`,
  );
  return `<section aria-labelledby="pieces"><h2 id="pieces">Pièces</h2>
${manquantes(d)}
${
  lignes.length === 0
    ? "<p>Aucune pièce n’est jointe.</p>"
    : tableau("Pièces présentes et leur empreinte SHA-256", ["Pièce", "Empreinte"], lignes)
}</section>`;
}

function manquantes({ manquantes: liste }: DonneesIndexControle): string {
  if (liste.length === 0) return "<p>Aucune pièce ne manque.</p>";
  const lignes = liste.map(({ libelle, motif }) => {
    const suite = motif === null ? "" : `<br><span>${dit(motif)}</span>`;
    return `<li><strong>${dit(libelle)}</strong>${suite}</li>`;
  });
  return `<div class="manque"><p><strong>${html(accorder(liste.length, "pièce manquante", "pièces manquantes"))}</strong></p><ul>${lignes.join("")}</ul></div>`;
}

function heures({ heures: liste }: DonneesIndexControle): string {
  const duree = (n: number): string => `<td class="nombre">${html(formatDuree(n))}</td>`;
  const lignes = liste.map(
    (h) => `<tr><th scope="row">${html(titreDePhase(h.phase))}</th>${duree(h.prevu)}${duree(h.realise)}</tr>`,
  );
  const total = `<tr><th scope="row">Total</th>${duree(sommeMinutes(liste.map((h) => h.prevu)))}${duree(sommeMinutes(liste.map((h) => h.realise)))}</tr>`;
  return `<section aria-labelledby="heures"><h2 id="heures">Heures d’accompagnement</h2>
${tableau("Heures prévues, et heures tenues que les deux ont signées", ["Phase", "Prévu", "Réalisé et signé"], lignes, total)}</section>`;
}

function faits(d: DonneesIndexControle): string {
  const groupes = TEMPS.map((temps) => {
    const siens = d.faits.filter((f) => f.temps === temps);
    if (siens.length === 0) return "";
    const lignes = siens.map(
      (f) =>
        `<tr><th scope="row" class="date">${html(formatJourCourt(f.jour))}</th><td>${dit(f.libelle)}</td><td class="nombre">${f.n ?? ""}</td><td class="nombre">${f.position ?? "en attente"}</td></tr>`,
    );
    return `<h3>${html(NOM_DU_TEMPS[temps])}</h3>
${tableau(accorder(siens.length, "fait"), ["Date", "Fait", "N°", "Position au journal"], lignes)}`;
  });
  return `<section aria-labelledby="faits"><h2 id="faits">Faits</h2>
${groupes.filter((g) => g !== "").join("\n")}</section>`;
}

const NOMBRES = new Set(["Prévu", "Réalisé et signé", "N°", "Position au journal"]);

function tableau(legende: string, entetes: readonly string[], lignes: readonly string[], total = ""): string {
  const tete = entetes.map(
    (e) => `<th scope="col"${NOMBRES.has(e) ? ' class="nombre"' : ""}>${html(e)}</th>`,
  );
  const pied = total === "" ? "" : `<tfoot>${total}</tfoot>`;
  return `<div class="tableau" role="region" aria-label="${html(legende)}" tabindex="0"><table><caption>${html(legende)}</caption><thead><tr>${tete.join("")}</tr></thead><tbody>${lignes.join("\n")}</tbody>${pied}</table></div>`;
}

function verification(d: DonneesIndexControle): string {
  const paragraphes = d.verification.split("\n\n").map((p) => `<p>${dit(p)}</p>`);
  return `<section aria-labelledby="verifier"><h2 id="verifier">Vérifier ce dossier</h2>${paragraphes.join("\n")}</section>`;
}
