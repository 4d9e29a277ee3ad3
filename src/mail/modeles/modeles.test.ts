import { describe, expect, it, test } from "vitest";
import type { Heure } from "../../values/heure.ts";
import { jour } from "../../values/jour.ts";
import { type DonneesDe, ecrireDuModele, MODELES, type NomDeModele, titreDuModele } from "./catalogue.ts";

const LIEN = "https://probant.example/invitation/jeton?a=1&b=2";
const cadre = { organisme: "Bilans & Compétences", conseiller: "Nadia Benali", discretion: false };
const rendezVous = {
  jour: jour("2026-11-30"),
  debut: "09:30" as Heure,
  dureeMinutes: 90,
  ou: "12 rue des Fictions, Rennes",
};

const EXEMPLES: { [N in NomDeModele]: DonneesDe<N> } = {
  invitation: { organisme: "Bilans & Compétences", invitePar: "Nadia Benali", finLe: jour("2026-12-01") },
  "lien-de-connexion": { minutes: 15 },
  "demande-de-signature": { ...cadre, quoi: "le devis du bilan", autres: false },
  "recu-de-signature": {
    ...cadre,
    quoi: "le devis du bilan",
    reference: "D-2026-0001 / 12",
    jour: jour("2026-11-24"),
    heure: "10:05" as Heure,
    suite: "Nadia vous appelle.",
  },
  "votre-espace": { ...cadre, finLe: jour("2026-12-01") },
  convocation: { ...cadre, rendezVous },
  "seance-deplacee": {
    ...cadre,
    ancien: { jour: jour("2026-11-26"), debut: "14:00" as Heure },
    rendezVous,
  },
  "mot-de-passe-change": { jour: jour("2026-11-24"), heure: "10:05" as Heure },
  "espace-employeur": {
    organisme: "Bilans & Compétences",
    reference: "D-2026-0001",
    finLe: jour("2026-12-01"),
  },
  "acces-auditeur": {
    organisme: "Bilans & Compétences",
    lienLe: jour("2026-12-01"),
    finLe: jour("2026-12-15"),
  },
  "document-communique": {
    organisme: "Bilans & Compétences",
    conseiller: "Nadia Benali",
    finLe: jour("2026-12-08"),
  },
  "copie-avant-destruction": { ...cadre, finLe: jour("2026-12-01") },
  "attestation-de-destruction": {
    ...cadre,
    effectiveLe: jour("2026-11-24"),
    gardeJusquAu: jour("2029-11-16"),
  },
  "nouvelle-du-dossier": { organisme: "Bilans & Compétences", le: jour("2026-11-25") },
};
const NOMS = Object.keys(EXEMPLES) as NomDeModele[];
const DISCRETS = NOMS.filter((nom) => "discretion" in EXEMPLES[nom]);

const ecrire = (nom: NomDeModele, plus: object = {}) =>
  ecrireDuModele(nom, JSON.parse(JSON.stringify({ ...EXEMPLES[nom], ...plus })), LIEN)!;

/** What the HTML says, as a reader sees it. */
const lu = (html: string) =>
  html
    .replace(/<head>.*<\/head>/s, "")
    .replace(/<[^>]+>/g, " ")
    .replaceAll("&amp;", "&")
    .replaceAll("&#39;", "'")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">");
const mots = (texte: string) => texte.split(/\s+/).filter((m) => m !== "");

describe.each(NOMS)("le modèle « %s »", (nom) => {
  it("dit la même chose en texte et en HTML, en français", () => {
    const { texte, html, sujet } = ecrire(nom);
    expect(mots(lu(html))).toEqual(mots(texte));
    expect(html).toContain('<html lang="fr">');
    expect(sujet.length).toBeGreaterThan(5);
  });

  it("ne va rien chercher ailleurs", () => {
    const { html } = ecrire(nom);
    expect(html).not.toMatch(/<(img|link|script|iframe|object|style)|src=|url\(|@import/i);
    const liens = [...html.matchAll(/https?:[^"<\s]*/g)].map((m) => m[0]);
    expect(new Set(liens)).toEqual(new Set(liens.length === 0 ? [] : [LIEN.replace("&", "&amp;")]));
  });

  it("s’écrit comme un imprimeur", () => {
    const { sujet, texte } = ecrire(nom);
    const phrases = `${sujet}\n${texte}`.replaceAll(LIEN, "");
    expect(phrases.match(/.{0,20}\p{L}'\p{L}.{0,20}/gu) ?? []).toEqual([]);
    expect(phrases.match(/.{0,20}[^\u00a0\u202f\d\s][?!;:](?=\s|$).{0,20}/gu) ?? []).toEqual([]);
    expect(phrases.match(/.{0,20} [?!;:»].{0,20}|« /gu) ?? []).toEqual([]);
  });

  it("refuse les données d’un autre", () => {
    expect(ecrireDuModele(nom, {}, LIEN)).toBeNull();
    expect(titreDuModele(nom)).toBe(MODELES[nom].titre);
  });
});

it.each(DISCRETS)("« %s », discret : ni le sujet, ni l’expéditeur, ni le corps ne disent pourquoi", (nom) => {
  const discret = ecrire(nom, { discretion: true });
  expect(discret.sujet).toBe("Rendez-vous avec Nadia");
  expect(discret.expediteur).toBe("Nadia");
  const date = ecrire(nom, { discretion: true, le: "2026-11-25" });
  expect(date.sujet).toBe("Rendez-vous avec Nadia, message du 25\u00a0novembre");
  expect(JSON.stringify(discret)).not.toMatch(/bilan|comp[ée]tence|devis|Benali/i);
  expect(ecrire(nom).expediteur).toBeNull();
});

test("ce qu’une personne a tapé reste du texte, sur sa ligne", () => {
  const quoi = `<script>alert("1")</script>\r\n\r\nPayez ici : \u202Ehttps://mal.example`;
  const { texte, html } = ecrire("demande-de-signature", { quoi });
  expect(html).not.toContain("<script");
  expect(texte).not.toMatch(/\n\s*Payez|\u202e/);
  expect(texte.split("\n\n")).toHaveLength(ecrire("demande-de-signature").texte.split("\n\n").length);
});

test("l’adresse nue de son espace n’est pas dite secrète, et la demande annonce ce qui attend encore", () => {
  const { texte, sujet } = ecrire("demande-de-signature", { autres: true });
  expect(texte).not.toContain("pour vous seul");
  expect(texte).toContain("D’autres choses vous attendent aussi");
  expect(sujet).toContain("et d’autres choses");
});

test("un modèle inconnu n’écrit rien, même s’il porte un nom de JavaScript", () => {
  for (const nom of ["", "relance", "toString", "__proto__", "constructor"]) {
    expect([nom, ecrireDuModele(nom, {}, LIEN)]).toEqual([nom, null]);
  }
});
