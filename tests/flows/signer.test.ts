import { randomUUID } from "node:crypto";
import { expect, it } from "vitest";
import { hex } from "../../src/evidence/bytes.ts";
import { transaction } from "../../src/store/connexion.ts";
import { lirePiece, listerPieces } from "../../src/store/dossier/pieces.ts";
import { consulterDossier } from "../../src/usecases/dossier/consulter-dossier.ts";
import { hasherNode } from "../../src/verifier/hasher-node.ts";
import { BILAN_REMIS } from "../harness/bilan.ts";
import { CAMILLE, ecrireFaits, ouvrirDossierVide } from "../harness/histoire.ts";
import { type Client, ouvrirMaisonDeTest } from "../harness/maison.ts";
import { champ } from "../harness/page.ts";
import { entrerChezElle } from "../harness/personne.ts";

const JUSQU_A_LA_SEANCE = BILAN_REMIS.findIndex(
  (f) => typeof f !== "function" && f.type === "seance_signee.v1",
);

/** A dossier whose first session was held and waits for its two signatures. */
async function seanceTenue() {
  const m = await ouvrirMaisonDeTest();
  const { auteur } = await m.client("conseiller");
  const { reference, id } = await ouvrirDossierVide(m.maison, auteur);
  await ecrireFaits(m.maison, auteur, reference, BILAN_REMIS.slice(0, JUSQU_A_LA_SEANCE));
  const elle = await entrerChezElle(m, auteur, reference);
  const dossier = async () => (await consulterDossier(m.maison, auteur, reference))!;
  return { m, auteur, reference, id, elle, dossier };
}

async function formulaire(client: Client, chemin: string) {
  const page = await (await client.get(chemin)).text();
  return { page, jeton: champ(page, "jeton"), empreinte: champ(page, "empreinte") };
}

const SEANCE = "/mon-bilan/signer/seance/s1";

it("elle lit, signe, et reçoit : le fait dit ce qui lui a été montré, à la lettre", async () => {
  const { m, auteur, id, elle, dossier } = await seanceTenue();
  const accueil = await (await elle.get("/mon-bilan")).text();
  expect(accueil).toContain(SEANCE);
  const { page, jeton, empreinte } = await formulaire(elle, SEANCE);
  expect(page).toContain("Cette séance a eu lieu, aux heures indiquées.");

  const reponse = await elle.post(SEANCE, { jeton, empreinte, atteste: "oui", nom: "camille fictive" });
  expect(reponse.status).toBe(303);
  const recu = reponse.headers.get("location")!;
  expect(await (await elle.get(recu)).text()).toContain("C’est signé");

  const { faits, etat } = await dossier();
  const fait = faits.at(-1)!;
  expect(fait).toMatchObject({
    type: "signature_apposee.v1",
    auteur: { role: "beneficiaire", utilisateur: elle.auteur.utilisateur },
    donnees: {
      objet: "seance",
      sur: "s1",
      par: "beneficiaire",
      moyen: "compte",
      texte: { modele: "seance.1", empreinte },
    },
  });
  expect(etat.seances[0]!.signatures).toEqual([{ par: "beneficiaire", le: "2026-11-24" }]);
  const [texte] = await transaction(m.maison.base, auteur.organismeId, async (tx) => {
    const pieces = await listerPieces(tx, id);
    return await Promise.all(pieces.map((p) => lirePiece(tx, id, p.id)));
  });
  expect(hex(hasherNode.sha256(texte!.octets))).toBe(empreinte);
  expect(Buffer.from(texte!.octets).toString()).toMatch(
    /^Présence à une séance\n[\s\S]*Cette séance a eu lieu/,
  );
});

it("sans la case, sans son nom ou sous un autre nom, rien n’est signé et rien n’est perdu", async () => {
  const { elle, dossier } = await seanceTenue();
  const avant = (await dossier()).faits.length;
  for (const [saisie, phrase] of [
    [{ nom: "Camille Fictive" }, "Cochez la case"],
    [{ atteste: "oui", nom: "" }, "Écrivez votre prénom et votre nom."],
    [{ atteste: "oui", nom: "Nadia Benali" }, "Écrivez votre nom comme dans le dossier"],
  ] as const) {
    const { jeton, empreinte } = await formulaire(elle, SEANCE);
    const reponse = await elle.post(SEANCE, { jeton, empreinte, ...saisie });
    const page = await reponse.text();
    expect([saisie, reponse.status, page.includes(phrase)]).toEqual([saisie, 422, true]);
    expect(page).toContain(`value="${saisie.nom}"`);
  }
  expect((await dossier()).faits).toHaveLength(avant);
});

it("un texte qui a changé depuis qu’il a été lu n’est pas signé", async () => {
  const { elle, dossier } = await seanceTenue();
  const avant = (await dossier()).faits.length;
  const { jeton } = await formulaire(elle, SEANCE);
  const reponse = await elle.post(SEANCE, {
    jeton,
    empreinte: "0".repeat(64),
    atteste: "oui",
    nom: "Camille Fictive",
  });
  expect(reponse.status).toBe(409);
  expect(await reponse.text()).toContain("Ce texte a changé");
  expect((await dossier()).faits).toHaveLength(avant);
});

it("signer deux fois de suite n’a qu’un effet, et ce qui est signé n’attend plus rien", async () => {
  const { elle, dossier } = await seanceTenue();
  const avant = (await dossier()).faits.length;
  const { jeton, empreinte } = await formulaire(elle, SEANCE);
  const saisie = { jeton, empreinte, atteste: "oui", nom: "Camille Fictive" };
  const adresses = await Promise.all(
    [1, 2, 3].map(async () => (await elle.post(SEANCE, saisie)).headers.get("location")),
  );
  expect(new Set(adresses).size).toBe(1);
  expect((await dossier()).faits).toHaveLength(avant + 1);
  expect((await elle.get(SEANCE)).status).toBe(404);
  const autre = await elle.post(SEANCE, { ...saisie, jeton: randomUUID() });
  expect(autre.status).toBe(404);
});

it("le lien ne sert qu’une fois, et n’ouvre que ce dossier", async () => {
  const { m, auteur, reference, id, elle } = await seanceTenue();
  const jeton = await m.comptes.creerLien({
    usage: "espace",
    utilisateurId: elle.auteur.utilisateur,
    organismeId: auteur.organismeId,
    dossierId: id,
  });
  const ouvrir = () =>
    m.app.request(`http://127.0.0.1:4180/lien/${jeton}`, {
      method: "POST",
      headers: { origin: "http://127.0.0.1:4180" },
    });
  expect([(await ouvrir()).status, (await ouvrir()).status]).toEqual([303, 404]);
  for (const chemin of [
    `/dossiers/${reference}`,
    "/dossiers",
    "/aujourdhui",
    `/dossiers/${reference}/notes`,
  ]) {
    expect([chemin, (await elle.get(chemin)).status]).toEqual([chemin, 404]);
  }
  expect(CAMILLE.courriel).not.toBeNull();
});
