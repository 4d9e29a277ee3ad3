import { expect, it } from "vitest";
import { BILAN } from "../../law/bilan-exemple.ts";
import type { Organisme } from "../../law/etat.ts";
import { jour } from "../../values/jour.ts";
import { lireSaisie } from "../acte.ts";
import { sOrganisme } from "../organisme.ts";
import { PARTIES, partieDeNom } from "./catalogue.ts";
import { cleDuCertificat } from "./certificats.ts";
import { cleDeLIndicateur } from "./indicateurs.ts";
import { type Changement, NOUVEAU, type Partie } from "./partie.ts";

const { organisme } = BILAN;
const CONTEXTE = { au: jour("2026-11-24"), nouvelId: "0a1b2c3d" };
const partie = (nom: string) => partieDeNom(nom)!;

/** Sends a form as it was drawn, with some answers changed. */
function envoyer(
  p: Partie,
  o: Organisme,
  cible: string,
  plus: Record<string, string | string[]> = {},
  contexte = CONTEXTE,
) {
  const tapees = { ...p.valeurs(o, cible, contexte), ...plus };
  const brut = Object.fromEntries(Object.entries(tapees).map(([nom, v]) => [nom, [v].flat()]));
  const lu = lireSaisie(p.champs(o, cible), brut);
  return "refus" in lu ? lu.refus : p.changer(o, cible, lu.saisie, contexte);
}

function reussir(...args: Parameters<typeof envoyer>): Changement {
  const change = envoyer(...args);
  if (Array.isArray(change)) throw new Error(JSON.stringify(change));
  // What a form gives can always be kept and read again.
  expect(sOrganisme.parse(change.organisme)).toEqual(change.organisme);
  return change;
}

const CIBLES: Record<string, string[]> = {
  certificats: organisme.certificats.map(cleDuCertificat),
  offres: organisme.offres.map((o) => o.id),
  intervenants: organisme.intervenants.map((i) => i.id),
  indicateurs: organisme.indicateurs.map(cleDeLIndicateur),
};

it.each(PARTIES)("$nom : renvoyé tel quel, un formulaire ne change rien", (p) => {
  const cibles = p.liste ? CIBLES[p.nom]! : [""];
  expect(cibles).not.toEqual([]);
  for (const cible of cibles) {
    expect(p.existe(organisme, cible)).toBe(true);
    expect(reussir(p, organisme, cible).organisme).toEqual(organisme);
  }
});

it.each(PARTIES)("$nom : un élément inconnu n’a pas de formulaire, et rien à retirer", (p) => {
  for (const cible of ["inconnu", "constructor", p.liste ? "" : NOUVEAU]) {
    expect([cible, p.existe(organisme, cible)]).toEqual([cible, false]);
    expect([cible, p.retrait(organisme, cible)]).toEqual([cible, null]);
  }
});

it("l’organisme garde ce que le formulaire d’une offre ne sait pas montrer", () => {
  const [offre] = organisme.offres;
  const ancien = { ...organisme, offres: [{ ...offre!, mentions: ["objectifs", "mention_d_avant"] }] };
  const { offres } = reussir(partie("offres"), ancien, offre!.id, { prix: "1 900" }).organisme;
  expect(offres[1]).toMatchObject({ prix: 190_000, mentions: ["objectifs", "mention_d_avant"] });
});

it("trois versions d’une offre se suivent, et seule la dernière se change ou se retire", () => {
  const offres = partie("offres");
  const [premiere] = organisme.offres;
  const deux = reussir(offres, organisme, premiere!.id, { prix: "1 900" }).organisme;
  const v2 = deux.offres[1]!;
  const contexte = { au: jour("2026-12-01"), nouvelId: "ffff0000" };
  const trois = reussir(offres, deux, v2.id, { prix: "2 000" }, contexte).organisme;
  expect(trois.offres.map((o) => [o.id, o.origine, o.publieeLe, o.retireeLe])).toEqual([
    ["bilan-presentiel", null, "2026-03-02", "2026-11-24"],
    ["o-0a1b2c3d", "bilan-presentiel", "2026-11-24", "2026-12-01"],
    ["o-ffff0000", "bilan-presentiel", "2026-12-01", null],
  ]);
  expect(trois.offres.map((o) => offres.existe(trois, o.id))).toEqual([false, false, true]);
  for (const o of trois.offres) expect(offres.suite(trois, o.id)).toBe("o-ffff0000");
  const retiree = offres.retirer(trois, "o-ffff0000", contexte).organisme;
  expect(retiree.offres.every((o) => o.retireeLe !== null)).toBe(true);
  expect(offres.suite(retiree, premiere!.id)).toBe(NOUVEAU);
});

it("un certificat ne finit pas avant de commencer, et n’est pas deux fois dans la liste", () => {
  const certificats = partie("certificats");
  const [c] = organisme.certificats;
  const recopie = { numero: c!.numero, du: "10/03/2025", au: "09/03/2028", categories: ["bilan"] };
  const ecrit = { ...recopie, du: c!.du.split("-").reverse().join("/") };
  expect(envoyer(certificats, organisme, NOUVEAU, ecrit)).toMatchObject([{ champ: "numero" }]);
  expect(
    envoyer(certificats, organisme, NOUVEAU, { ...recopie, numero: "X", au: "10/03/2025" }),
  ).toMatchObject([{ champ: "au" }]);
  expect(envoyer(certificats, organisme, NOUVEAU, { ...recopie, categories: [] })).toMatchObject([
    { champ: "categories" },
  ]);
  const renouvele = { ...recopie, du: "09/03/2031", au: "08/03/2034" };
  expect(reussir(certificats, organisme, NOUVEAU, renouvele).organisme.certificats).toHaveLength(
    organisme.certificats.length + 1,
  );
});

it("un intervenant garde une preuve par ligne, et ne part pas dans le futur", () => {
  const intervenants = partie("intervenants");
  const saisie = {
    nom: "Sacha Fictif",
    orientation: " master \n\n curriculum vitæ ",
    habilitations: "Test A\nTest B",
  };
  const { organisme: apres } = reussir(intervenants, organisme, NOUVEAU, saisie);
  expect(apres.intervenants.at(-1)).toEqual({
    id: "i-0a1b2c3d",
    nom: "Sacha Fictif",
    competences: [
      { domaine: "orientation", preuve: "master" },
      { domaine: "orientation", preuve: "curriculum vitæ" },
    ],
    titrePsychologue: null,
    habilitations: ["Test A", "Test B"],
    secretSigneLe: null,
    partiLe: null,
  });
  const parti = intervenants.retirer(apres, "i-0a1b2c3d", CONTEXTE).organisme;
  expect(Object.keys(intervenants.champs(apres, "i-0a1b2c3d"))).not.toContain("partiLe");
  expect(envoyer(intervenants, parti, "i-0a1b2c3d", { partiLe: "25/11/2026" })).toMatchObject([
    { champ: "partiLe", phrase: "Cette date est dans le futur." },
  ]);
  expect(envoyer(intervenants, apres, NOUVEAU, { nom: "X", secretSigneLe: "25/11/2026" })).toMatchObject([
    { champ: "secretSigneLe" },
  ]);
});

it("le nom et la qualité de qui signe vont ensemble", () => {
  const coordonnees = partie("coordonnees");
  expect(envoyer(coordonnees, organisme, "", { qualite: "" })).toMatchObject([{ champ: "qualite" }]);
  expect(envoyer(coordonnees, organisme, "", { representant: "" })).toMatchObject([
    { champ: "representant" },
  ]);
  expect(envoyer(coordonnees, organisme, "", { courriel: "alix@" })).toMatchObject([{ champ: "courriel" }]);
  const sans = reussir(coordonnees, organisme, "", { representant: "", qualite: "" });
  expect(sans.organisme.representant).toBeNull();
});
