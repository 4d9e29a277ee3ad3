import type { DocumentImprimable, Donnee } from "../src/documents/moteur/document-imprimable.ts";
import { composerSuivi } from "../src/documents/suivi/donnees.ts";
import { exempleSuivi } from "../src/documents/suivi/exemple.ts";
import { ajouterJours } from "../src/values/jour.ts";

/** A document de suivi of two pages. Each number gives other names, places, days and words: no text comes twice. */
export function documentDeSuivi(n: number): DocumentImprimable {
  const composition = composerSuivi({
    ...exempleSuivi,
    reference: `D-2026-${String(n).padStart(4, "0")}`,
    beneficiaire: `Camille Moreau ${n}`,
    conseiller: `Nadia Benali ${n}`,
    modalites:
      exempleSuivi.modalites?.replaceAll("semaine", `semaine ${n}`).replaceAll("Nadia", `Nadia ${n}`) ?? null,
    seances: exempleSuivi.seances.map((s) => ({
      ...s,
      jour: s.jour && ajouterJours(s.jour, n),
      lieu: s.lieu && `${n} ${s.lieu}`,
    })),
    versions: exempleSuivi.versions.map((v) => ({ ...v, motif: v.motif && `${v.motif} Dossier ${n}.` })),
    signataires: exempleSuivi.signataires.map((s) => ({ ...s, nom: `${s.nom} ${n}` })),
  });
  if (!composition.ok) throw new Error(composition.refus.join(" "));
  return composition.document;
}

const echapper = (texte: string) => texte.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
const paragraphe = (texte: string) => `<p>${echapper(texte)}</p>`;
const textes = (d: Donnee | undefined): Donnee[] => (Array.isArray(d) ? d : []);

/** The same data as the body of an HTML page: headings, lists of names and values, tables, paragraphs. */
export function enHtml({ donnees, titre }: DocumentImprimable): string {
  return `<header>${corps(donnees.enTete ?? null)}</header><h1>${echapper(titre)}</h1>${[
    section("Parties", donnees.parties),
    section("Par phase", donnees.phases),
    section("Calendrier prévisionnel", donnees.calendrier),
    section("Modalités", [...textes(donnees.modalite), ...textes(donnees.modalites)]),
    section("Versions", donnees.versions),
    section("Signatures", donnees.signatures),
  ].join("")}<footer>${corps(donnees.pied ?? null)}</footer>`;
}

function section(titre: string, donnee: Donnee | undefined): string {
  return `<section><h2>${echapper(titre)}</h2>${corps(donnee ?? null)}</section>`;
}

function corps(donnee: Donnee): string {
  if (donnee === null || typeof donnee === "boolean") return "";
  if (typeof donnee === "string" || typeof donnee === "number") return paragraphe(String(donnee));
  if (Array.isArray(donnee)) return donnee.map(corps).join("");
  const objet = donnee as { readonly [cle: string]: Donnee };
  if (Array.isArray(objet.entetes)) return tableau(objet);
  return Object.values(objet).map(corps).join("");
}

function tableau({
  entetes = null,
  lignes = null,
  total = null,
}: {
  readonly [cle: string]: Donnee;
}): string {
  const rangee = (cellules: Donnee, balise: "th" | "td") =>
    `<tr>${textes(cellules)
      .map((c) => `<${balise}>${echapper(String(c))}</${balise}>`)
      .join("")}</tr>`;
  const pied = total === null ? "" : rangee(total, "td");
  return `<table><thead>${rangee(entetes, "th")}</thead><tbody>${textes(lignes)
    .map((l) => rangee(l, "td"))
    .join("")}${pied}</tbody></table>`;
}
