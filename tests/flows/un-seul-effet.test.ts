import { randomUUID } from "node:crypto";
import { expect, it } from "vitest";
import { acteDeNom } from "../../src/dossier/catalogue-actes.ts";
import { agir, type Reponse } from "../../src/usecases/dossier/agir.ts";
import { consulterDossier } from "../../src/usecases/dossier/consulter-dossier.ts";
import { ouvrirDossierDeTest } from "../harness/dossier.ts";
import { ENTRETIEN_TAPE } from "../harness/entretien.ts";
import { ouvrirMaisonDeTest } from "../harness/maison.ts";

async function preparer() {
  const m = await ouvrirMaisonDeTest();
  const { auteur } = await m.client("conseiller");
  const reference = await ouvrirDossierDeTest(m.maison, auteur);
  const noter = (cle: string, vu?: number) =>
    agir(m.maison, auteur, {
      reference,
      acte: acteDeNom("noterEntretien")!,
      brut: ENTRETIEN_TAPE,
      cle,
      ...(vu === undefined ? {} : { vu }),
    });
  const faits = async () => (await consulterDossier(m.maison, auteur, reference))!.faits.map((f) => f.type);
  return { m, auteur, reference, noter, faits };
}

it("le même formulaire envoyé deux fois de suite n’a qu’un effet, et la même réponse", async () => {
  const { noter, faits } = await preparer();
  const cle = randomUUID();
  const [premiere, seconde] = [await noter(cle), await noter(cle)];
  expect(premiere.issue).toBe("fait");
  expect(seconde).toEqual(premiere);
  expect(await faits()).toEqual(["demande_recue.v1", "entretien_prealable_tenu.v1"]);
});

it("le même formulaire envoyé huit fois en même temps n’a qu’un effet", async () => {
  const { noter, faits } = await preparer();
  const cle = randomUUID();
  const reponses = await Promise.all(Array.from({ length: 8 }, () => noter(cle)));
  for (const r of reponses) expect(r).toEqual(reponses[0]);
  expect(await faits()).toHaveLength(2);
});

it("deux personnes sur la même page : la première écrit, l’autre voit les deux versions et ne perd rien", async () => {
  const { noter, faits } = await preparer();
  const [premiere, seconde]: Reponse[] = [await noter(randomUUID(), 1), await noter(randomUUID(), 1)];
  expect(premiere?.issue).toBe("fait");
  expect(seconde).toMatchObject({
    issue: "conflit",
    vu: 1,
    trouve: 2,
    faits: [{ type: "entretien_prealable_tenu.v1" }],
  });
  expect(await faits()).toHaveLength(2);
});

it("une page périmée répond 409 et garde ce qui était écrit", async () => {
  const { m, reference, noter } = await preparer();
  const client = await m.client("conseiller");
  await noter(randomUUID());
  const reponse = await client.post(`/dossiers/${reference}/actes/noterEntretien`, {
    ...ENTRETIEN_TAPE,
    vu: "1",
    jeton: randomUUID(),
  });
  expect(reponse.status).toBe(409);
  const page = await reponse.text();
  expect(page).toContain("a changé pendant que vous écriviez");
  expect(page).toContain("Elle veut quitter la comptabilité.");
});

it("un refus ne garde ni fait, ni contenu, ni clé de formulaire : le même envoi corrigé passe", async () => {
  const { m, auteur, reference, faits } = await preparer();
  const acte = acteDeNom("noterEntretien")!;
  const cle = randomUUID();
  const refus = await agir(m.maison, auteur, {
    reference,
    acte,
    brut: { ...ENTRETIEN_TAPE, date: ["31/02/2026"] },
    cle,
  });
  expect(refus).toMatchObject({ issue: "refus", refus: [{ champ: "date" }] });
  const { rows } = await m.maison.base.pool.query(
    "select (select count(*) from contenu) as contenus, (select count(*) from fait) as faits",
  );
  expect(rows[0]).toEqual({ contenus: 0, faits: 1 });
  expect((await agir(m.maison, auteur, { reference, acte, brut: ENTRETIEN_TAPE, cle })).issue).toBe("fait");
  expect(await faits()).toHaveLength(2);
});
