import { expect, it } from "vitest";
import { consulterDossier } from "../../src/usecases/dossier/consulter-dossier.ts";
import { nomComplet } from "../../src/usecases/dossier/identite.ts";
import { consulterListe } from "../../src/usecases/listes/consulter-liste.ts";
import { listerPapiers, preparerPapier } from "../../src/usecases/papiers/imprimer-papier.ts";
import { imprimer, texte } from "../documents/pdf.ts";
import { BILAN_CERTIFIE } from "../harness/bilan.ts";
import { CAMILLE, ecrireHistoire } from "../harness/histoire.ts";
import { ouvrirMaisonDeTest } from "../harness/maison.ts";
import { champ } from "../harness/page.ts";
import { entrerChezElle } from "../harness/personne.ts";

const PRENOMS = ["Éléonore", "Anne-Marie", "Zoé", "Inès"];
const ELLE = { ...CAMILLE, prenom: PRENOMS.join(" "), nom: "D’Œuvre de La Lévêque" };
const INFORMATION = BILAN_CERTIFIE.findIndex(
  (f) => typeof f !== "function" && f.type === "information_remise.v1",
);

const serre = (t: string) => t.replace(/\s+/g, " ").replace(/['’]/g, "’");

/** The whole bilan, but that she still has to sign what she was told: names nobody but her. */
async function avecQuatrePrenoms() {
  const m = await ouvrirMaisonDeTest();
  const { auteur } = await m.client("conseiller");
  const recit = BILAN_CERTIFIE.map((f, i) =>
    i === INFORMATION && typeof f !== "function"
      ? { ...f, donnees: { ...(f.donnees as object), signatures: [] } }
      : f,
  );
  const { reference } = await ecrireHistoire(m, auteur, recit, ELLE);
  return { m, auteur, reference };
}

it("la recherche la trouve par chacun de ses prénoms, par son nom, et par l’un puis l’autre", async () => {
  const { m, auteur, reference } = await avecQuatrePrenoms();
  const cherches = [
    ...PRENOMS,
    "marie",
    "lévêque",
    "d'oeuvre",
    ...PRENOMS.map((p) => `${p} D’Œuvre`),
    nomComplet(ELLE),
  ];
  for (const cherche of cherches) {
    const { lignes } = await consulterListe(m.maison, auteur, { nom: cherche }, { taille: 10 });
    expect([cherche, lignes.map((l) => [l.reference, l.nomAffiche])]).toEqual([
      cherche,
      [[reference, nomComplet(ELLE)]],
    ]);
  }
});

it("elle signe de n’importe lequel de ses prénoms, de tous, et jamais du prénom d’une autre", async () => {
  const { m, auteur, reference } = await avecQuatrePrenoms();
  const elle = await entrerChezElle(m, auteur, reference);
  const { etat } = (await consulterDossier(m.maison, auteur, reference))!;
  const chemin = `/mon-bilan/signer/information/${etat.information!.fait}`;
  const page = await (await elle.get(chemin)).text();
  expect(serre(page)).toContain(nomComplet(ELLE));
  const envoyer = (nom: string) =>
    elle.post(chemin, {
      jeton: m.maison.nouvelId(),
      empreinte: champ(page, "empreinte"),
      atteste: "oui",
      nom,
    });
  for (const faux of [`Camille ${ELLE.nom}`, ELLE.prenom, `${PRENOMS[0]} Lévêque`]) {
    expect([faux, (await envoyer(faux)).status]).toEqual([faux, 422]);
  }
  expect((await envoyer(`zoe ${ELLE.nom.toUpperCase()}`)).status).toBe(303);
});

it("chaque papier à son nom le porte entier", async () => {
  const { m, auteur, reference } = await avecQuatrePrenoms();
  const dossier = (await consulterDossier(m.maison, auteur, reference))!;
  const prets = listerPapiers(m.maison, auteur, dossier).filter((l) => "document" in l);
  expect(prets.length).toBeGreaterThan(5);
  for (const { papier } of prets) {
    const fait = (await preparerPapier(m.maison, auteur, reference, papier.nom))!;
    if (!("document" in fait)) throw new Error(fait.manque);
    const mots = serre(texte(imprimer({ ok: true, document: fait.document })));
    const absents = [...PRENOMS, "D’Œuvre", "Lévêque"].filter((mot) => !mots.includes(mot));
    expect([papier.nom, absents]).toEqual([papier.nom, []]);
  }
});
