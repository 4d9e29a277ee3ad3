import { expect, it } from "vitest";
import { syntheseRedigee } from "../../src/dossier/faits/conclusion.ts";
import { jour } from "../../src/values/jour.ts";
import { BILAN_REMIS } from "../harness/bilan.ts";
import { ecrireFaits, ouvrirDossierVide } from "../harness/histoire.ts";
import { type Client, ouvrirMaisonDeTest } from "../harness/maison.ts";

const AVANT = BILAN_REMIS.findIndex((f) => typeof f !== "function" && f.type === "seance_signee.v1");
const CHAMPS = ["circonstances", "competences", "projet"] as const;

/** A bilan under way whose synthesis was written in two versions, the second with one part alone. */
async function deuxVersions() {
  const m = await ouvrirMaisonDeTest();
  const conseiller = await m.client("conseiller");
  const { reference } = await ouvrirDossierVide(m.maison, conseiller.auteur);
  const version =
    (parties: Partial<Record<(typeof CHAMPS)[number], string>>) =>
    (sceller: (texte: string) => { id: string; engagement: string }) =>
      syntheseRedigee.nouveau(jour("2026-10-01"), {
        parties: CHAMPS.filter((p) => parties[p] !== undefined),
        sansElementPersonnel: null,
        contenu: null,
        circonstances: parties.circonstances === undefined ? null : sceller(parties.circonstances),
        competences: parties.competences === undefined ? null : sceller(parties.competences),
        projet: parties.projet === undefined ? null : sceller(parties.projet),
      });
  await ecrireFaits(m.maison, conseiller.auteur, reference, [
    ...BILAN_REMIS.slice(0, AVANT),
    version({ circonstances: "À sa demande.", competences: "Elle sait vendre.", projet: "Une reprise." }),
    version({ projet: "Reprendre un atelier." }),
  ]);
  return { m, conseiller, chemin: `/dossiers/${reference}/actes/redigerSynthese`, reference };
}

const ecrit = (page: string) =>
  CHAMPS.map((nom) => new RegExp(`name="${nom}"[^>]*>([^<]*)</textarea>`).exec(page)?.[1]);

const lire = async (client: Client, chemin: string) => await (await client.get(chemin)).text();

it("rouverte, la synthèse reprend le dernier texte de chacune de ses parties, et n’en dit aucune facultative", async () => {
  const { conseiller, chemin } = await deuxVersions();
  const page = await lire(conseiller, chemin);
  expect(ecrit(page)).toEqual(["À sa demande.", "Elle sait vendre.", "Reprendre un atelier."]);
  expect(page).not.toContain("(facultatif)");
});

it("un collègue n’y lit rien, et un refus garde ce qui vient d’être tapé", async () => {
  const { m, conseiller, chemin } = await deuxVersions();
  const refuse = await conseiller.post(chemin, { date: "31/02/2026", circonstances: "Corrigées." });
  expect([refuse.status, ecrit(await refuse.text())]).toEqual([422, ["Corrigées.", "", ""]]);
  const collegue = await m.client("conseiller");
  await m.maison.base.pool.query("update membre set intervenant = 'un-autre' where utilisateur_id = $1", [
    collegue.auteur.utilisateur,
  ]);
  expect(await lire(collegue, chemin)).not.toMatch(/À sa demande|Elle sait vendre|atelier/);
});
