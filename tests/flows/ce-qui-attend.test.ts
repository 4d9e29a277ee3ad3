import { expect, it } from "vitest";
import { transaction } from "../../src/store/connexion.ts";
import { rafraichirResumes } from "../../src/usecases/dossier/rafraichir-resumes.ts";
import { ceQuiAttend } from "../../src/usecases/listes/ce-qui-attend.ts";
import { ecrireMessage } from "../../src/usecases/messages/preparer-message.ts";
import { parseAdresseCourriel } from "../../src/values/adresse-courriel.ts";
import type { Instant } from "../../src/values/instant.ts";
import { jour } from "../../src/values/jour.ts";
import { BILAN_REMIS } from "../harness/bilan.ts";
import { ecrireFaits, ouvrirDossierVide } from "../harness/histoire.ts";
import { type Client, type MaisonDeTest, ouvrirMaisonDeTest } from "../harness/maison.ts";
import { champ } from "../harness/page.ts";
import { entrerChezElle } from "../harness/personne.ts";

const lire = async (client: Client, chemin: string) =>
  (await (await client.get(chemin)).text()).replace(/[\u00a0\u202f]/g, " ");

const SEANCE = "/mon-bilan/signer/seance/s1";
const JUSQU_A_LA_SEANCE = BILAN_REMIS.findIndex(
  (f) => typeof f !== "function" && f.type === "seance_signee.v1",
);

async function seanceTenue(m: MaisonDeTest, conseiller: Client) {
  const { reference, id } = await ouvrirDossierVide(m.maison, conseiller.auteur);
  await ecrireFaits(m.maison, conseiller.auteur, reference, BILAN_REMIS.slice(0, JUSQU_A_LA_SEANCE));
  return { reference, id };
}

/** Which sides list the dossier. */
async function cotes(client: Client, reference: string): Promise<string[]> {
  const trouves: string[] = [];
  for (const cote of ["a_repondu", "attend_reponse", "a_signer"]) {
    if ((await lire(client, `/dossiers?suspens=${cote}`)).includes(reference)) trouves.push(cote);
  }
  return trouves;
}

it("ce qu’elle refuse se voit le jour même sans ouvrir le dossier, et s’en va quand il n’attend plus", async () => {
  const m = await ouvrirMaisonDeTest();
  const conseiller = await m.client("conseiller");
  expect(await lire(conseiller, "/aujourdhui")).toContain("Personne n’attend");
  const { reference } = await seanceTenue(m, conseiller);
  expect(await cotes(conseiller, reference)).toEqual(["attend_reponse", "a_signer"]);
  const avant = await lire(conseiller, "/aujourdhui");
  expect(avant).toContain("En attente de leur signature");
  expect(avant).toMatch(/la séance[^<]*, depuis le mardi 24 novembre 2026\./i);

  const elle = await entrerChezElle(m, conseiller.auteur, reference);
  const page = await lire(elle, SEANCE);
  const non = await elle.post(SEANCE.replace("/signer/", "/desaccord/"), {
    jeton: champ(page, "jeton"),
    empreinte: champ(page, "empreinte"),
    raison: "canari-de-la-raison",
  });
  expect(non.status).toBe(303);
  expect(await cotes(conseiller, reference)).toContain("a_repondu");
  const apres = await lire(conseiller, "/aujourdhui");
  expect(apres).toMatch(
    /À lire, puis à répondre[\s\S]*Pas d’accord sur la séance, depuis le mardi 24 novembre 2026\./,
  );
  expect(apres).not.toContain("canari");
  // Where her words are read, and not the page of the dossier, from the page of the day and from the list.
  expect(apres).toContain(`href="/dossiers/${reference}/notes#avis"`);
  expect(await lire(conseiller, "/dossiers")).toContain(`href="/dossiers/${reference}/notes#avis"`);
  const assistante = await m.client("assistant");
  expect(await lire(assistante, "/dossiers")).toContain(`href="/dossiers/${reference}#en-attente"`);
  const brut = JSON.stringify((await m.maison.base.pool.query("select suspens from dossier")).rows);
  expect(brut).not.toContain("canari");

  // She changes her mind and signs: the disagreement is no longer answered for.
  const encore = await lire(elle, SEANCE);
  const oui = { jeton: champ(encore, "jeton"), empreinte: champ(encore, "empreinte") };
  expect((await elle.post(SEANCE, { ...oui, atteste: "oui", nom: "Camille Fictive" })).status).toBe(303);
  expect(await cotes(conseiller, reference)).not.toContain("a_repondu");
  expect(m.pannes).toEqual([]);
});

it("un autre conseiller n’a pas ce qui attend chez ses collègues, et l’adresse d’un filtre inconnu n’en est pas un", async () => {
  const m = await ouvrirMaisonDeTest();
  const conseiller = await m.client("conseiller");
  const { reference } = await seanceTenue(m, conseiller);
  const autre = { ...conseiller.auteur, intervenant: "yves" };
  const [sien, tiers] = [await ceQuiAttend(m.maison, conseiller.auteur), await ceQuiAttend(m.maison, autre)];
  expect(sien.attend_reponse.premiers.map((d) => d.reference)).toEqual([reference]);
  expect(tiers.attend_reponse.premiers).toEqual([]);
  expect(await lire(conseiller, "/dossiers?suspens=drop")).toContain(reference);
});

it("une ligne d’avant n’attend pas un jour pour dire ce qui attend", async () => {
  const m = await ouvrirMaisonDeTest();
  const conseiller = await m.client("conseiller");
  const { reference } = await seanceTenue(m, conseiller);
  await m.maison.base.pool.query(
    "update dossier set suspens = '[]', attend_reponse = null, a_signer = null, maj_le = now() - interval '2 days'",
  );
  expect(await cotes(conseiller, reference)).toEqual([]);
  const hier = new Date(Date.now() - 86_400_000).toISOString() as Instant;
  expect(await rafraichirResumes(m.maison, hier)).toBe(1);
  expect(await cotes(conseiller, reference)).toEqual(["attend_reponse", "a_signer"]);
});

it("un message qui n’est pas arrivé se voit, jusqu’à ce qu’un autre comme lui soit parti", async () => {
  const m = await ouvrirMaisonDeTest();
  const conseiller = await m.client("conseiller");
  const { reference, id: dossierId } = await ouvrirDossierVide(m.maison, conseiller.auteur);
  const ecrire = () =>
    transaction(m.maison.base, m.organismeId, (tx) =>
      ecrireMessage(m.maison, tx, {
        modele: "nouvelle-du-dossier",
        a: parseAdresseCourriel("nadia@exemple.invalid")!,
        donnees: { organisme: "Cabinet Horizon", le: jour("2026-11-24") },
        dossierId,
        chemin: "/",
      }),
    );
  const devient = (id: string, etat: string) =>
    m.maison.base.pool.query("update message_sortie set etat = $2 where id = $1", [id, etat]);
  const perdu = await ecrire();
  expect(await lire(conseiller, "/aujourdhui")).not.toContain("Messages non remis");
  await devient(perdu, "echec");
  const page = await lire(conseiller, "/aujourdhui");
  expect(page).toMatch(new RegExp(`Messages non remis[\\s\\S]*/messages/${perdu}[\\s\\S]*${reference}`));
  expect(page).not.toContain("nadia@exemple.invalid");
  await devient(await ecrire(), "envoye");
  expect(await lire(conseiller, "/aujourdhui")).not.toContain("Messages non remis");
});
