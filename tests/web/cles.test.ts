import { expect, it } from "vitest";
import { clesDuJournal } from "../../src/usecases/cles/cles-du-journal.ts";
import { ouvrirMaisonDeTest } from "../harness/maison.ts";

it("qui gère l’organisme change ses clés, une fois même envoyé deux fois ; les autres ne le peuvent pas", async () => {
  const m = await ouvrirMaisonDeTest();
  const gerant = await m.client("conseiller", m.organismeId, { gere: true });
  const empreintes = async () =>
    (await clesDuJournal(m.maison, { organismeId: m.organismeId })).map((c) => c.empreinte);
  const [premiere] = await empreintes();
  for (const [cle, compter] of [
    ["signature", async () => (await empreintes()).length],
    ["sceau", async () => (await m.maison.sceaux.certificats(m.organismeId)).length],
  ] as const) {
    const html = await (await gerant.get(`/organisme/cles/${cle}`)).text();
    const vu = /name="vu" value="([^"]*)"/.exec(html)![1]!;
    for (let i = 0; i < 2; i += 1) {
      expect((await gerant.post(`/organisme/cles/${cle}`, { vu })).headers.get("location")).toBe(
        "/organisme/cles?fait=1",
      );
    }
    // Without the key that was seen nothing turns.
    await gerant.post(`/organisme/cles/${cle}`);
    expect([cle, await compter()]).toEqual([cle, 2]);
  }
  const liste = await (await gerant.get("/organisme/cles")).text();
  for (const empreinte of [premiere!, (await empreintes())[0]!]) {
    expect(liste).toContain(`<span>${empreinte.slice(0, 8)}</span>`);
  }
  expect((await gerant.get("/organisme/cles/autre")).status).toBe(404);
  const autre = await m.client("conseiller");
  expect((await autre.post("/organisme/cles/signature", { vu: premiere! })).status).toBe(404);
  expect(m.pannes).toEqual([]);
});
