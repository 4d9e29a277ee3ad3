import { expect, it } from "vitest";
import { consulterDossier } from "../../src/usecases/dossier/consulter-dossier.ts";
import { BILAN_REMIS } from "../harness/bilan.ts";
import { ecrireFaits, ouvrirDossierVide } from "../harness/histoire.ts";
import { type Client, ouvrirMaisonDeTest } from "../harness/maison.ts";
import { champ } from "../harness/page.ts";
import { entrerChezElle } from "../harness/personne.ts";

const JUSQU_A_LA_SEANCE = BILAN_REMIS.findIndex(
  (f) => typeof f !== "function" && f.type === "seance_signee.v1",
);
const SIENNE = "/mon-bilan/signer/seance/s1";
const CODE = "/mon-bilan/emarger";

async function signer(client: Client, chemin: string, page: string) {
  return await client.post(chemin, {
    jeton: champ(page, "jeton"),
    empreinte: champ(page, "empreinte"),
    code: champ(page, "code"),
    atteste: "oui",
    nom: "Camille Fictive",
  });
}

it("avant l’heure de fin de la séance, elle ne la signe ni par code ni dans son espace", async () => {
  const m = await ouvrirMaisonDeTest();
  const conseiller = await m.client("conseiller");
  const { reference } = await ouvrirDossierVide(m.maison, conseiller.auteur);
  await ecrireFaits(m.maison, conseiller.auteur, reference, BILAN_REMIS.slice(0, JUSQU_A_LA_SEANCE));
  const elle = await entrerChezElle(m, conseiller.auteur, reference);
  const montree = await (await conseiller.post(`/dossiers/${reference}/seances/s1/emargement`)).text();
  const [, debut, fin] = /class="code-court">(\d{3})\u00a0(\d{3})</.exec(montree)!;
  const lue = await (await elle.post(CODE, { code: `${debut} ${fin}` })).text();
  const lire = async () => await (await elle.get(SIENNE)).text();
  const signees = async () =>
    (await consulterDossier(m.maison, conseiller.auteur, reference))!.etat.signaturesApposees.length;

  m.regler("2026-09-28T09:29:00.000Z");
  for (const reponse of [await signer(elle, CODE, lue), await signer(elle, SIENNE, await lire())]) {
    expect(reponse.status).toBe(422);
    const dit = (await reponse.text()).replace(/[\u00a0\u202f]/g, " ");
    expect(dit).toContain("La séance finit à 11 h 30 : signez-la ensuite.");
  }
  expect(await signees()).toBe(0);
  m.regler("2026-09-28T09:30:00.000Z");
  expect((await signer(elle, SIENNE, await lire())).status).toBe(303);
  expect(await signees()).toBe(1);
});
