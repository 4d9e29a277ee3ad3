import { expect, it } from "vitest";
import { LOGO_MAX_OCTETS } from "../../src/dossier/parties-organisme/logo.ts";
import { consulterOrganisme } from "../../src/usecases/organisme/changer-organisme.ts";
import { type Client, ouvrirMaisonDeTest } from "../harness/maison.ts";

const PNG_D_UN_POINT = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==",
  "base64",
);
const svg = (dedans: string) =>
  Buffer.from(
    `<?xml version="1.0"?>\n<!-- dessin -->\n<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">${dedans}</svg>`,
  );
const DESSIN = svg('<rect width="9" height="9" fill="#57306b"/>');

async function ouvrir() {
  const m = await ouvrirMaisonDeTest();
  const nadia = await m.client("conseiller", m.organismeId, { gere: true });
  const lire = async () =>
    (await consulterOrganisme(m.maison, { organismeId: m.organismeId })).organisme.logo;
  return { ...m, nadia, lire };
}

async function envoyer(client: Client, octets: Uint8Array | null, plus: Record<string, string> = {}) {
  const html = await (await client.get("/organisme/logo")).text();
  expect(html).toContain('enctype="multipart/form-data"');
  const valeur = (nom: string) => new RegExp(`name="${nom}" value="([^"]*)"`).exec(html)?.[1] ?? "";
  const corps = new FormData();
  for (const [nom, v] of Object.entries({
    jeton: valeur("jeton"),
    vu: valeur("vu"),
    alternative: "Centre Horizon",
    ...plus,
  }))
    corps.append(nom, v);
  // A browser sends a file without a name when none was chosen.
  corps.append(
    "fichier",
    new Blob(octets === null ? [] : [new Uint8Array(octets)]),
    octets === null ? "" : "logo.bin",
  );
  return await client.envoyer("/organisme/logo", corps);
}

it.each([
  ["png", PNG_D_UN_POINT, "image/png"],
  ["svg", DESSIN, "image/svg+xml"],
] as const)(
  "un logo %s est reconnu à ses octets, montré tel quel, puis retiré après confirmation",
  async (format, octets, type) => {
    const { nadia, lire, pannes } = await ouvrir();
    expect((await envoyer(nadia, octets)).status).toBe(303);
    expect(await lire()).toEqual({
      format,
      base64: octets.toString("base64"),
      alternative: "Centre Horizon",
    });
    const image = await nadia.get("/organisme/logo/image");
    expect([
      image.status,
      image.headers.get("content-type"),
      image.headers.get("x-content-type-options"),
    ]).toEqual([200, type, "nosniff"]);
    expect(image.headers.get("content-security-policy")).toContain("script-src 'self'");
    expect(Buffer.from(await image.arrayBuffer()).equals(octets)).toBe(true);
    expect(await (await nadia.get("/organisme")).text()).toContain(
      'src="/organisme/logo/image" alt="Centre Horizon"',
    );
    expect((await envoyer(nadia, null, { alternative: "Le Centre Horizon" })).status).toBe(303);
    expect(await lire()).toMatchObject({ format, alternative: "Le Centre Horizon" });
    const page = await (await nadia.get("/organisme/logo/retirer")).text();
    const [, vu = ""] = /name="vu" value="(\d+)"/.exec(page) ?? [];
    expect((await nadia.post("/organisme/logo/retirer", { vu, jeton: "j" })).status).toBe(303);
    expect(await lire()).toBeNull();
    expect(pannes).toEqual([]);
  },
);

const IHDR_SEUL = PNG_D_UN_POINT.subarray(0, 40);
const LOURD = Buffer.concat([PNG_D_UN_POINT, Buffer.alloc(LOGO_MAX_OCTETS)]);
const TRES_LOURD = Buffer.alloc(2 * 1024 * 1024, 0x89);

it.each([
  ["aucun fichier", null, "Choisissez une image."],
  ["un fichier vide", Buffer.alloc(0), "vide"],
  ["un fichier de 65 Ko", LOURD, "65\u00a0Ko"],
  ["un fichier de 2 Mo", TRES_LOURD, "2048\u00a0Ko"],
  ["une photo JPEG", Buffer.from([0xff, 0xd8, 0xff, 0xe0, 1, 2, 3]), "JPEG"],
  ["un texte", Buffer.from("<html><svg></svg></html>"), "ni une image PNG"],
  ["un PNG coupé", IHDR_SEUL, "ne peut pas être imprimée"],
  [
    "un SVG mal fermé",
    Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><g>'),
    "ne peut pas être imprimée",
  ],
  [
    "un SVG qui lit la machine",
    svg('<image href="file:///etc/hostname" width="9" height="9"/>'),
    "ne peut pas être imprimée",
  ],
])("%s est refusé à son champ, et ce que dit le logo est gardé", async (_quoi, octets, phrase) => {
  const { nadia, lire, pannes } = await ouvrir();
  const reponse = await envoyer(nadia, octets, { alternative: "Le Centre Horizon" });
  expect(reponse.status).toBe(422);
  const html = await reponse.text();
  const erreur = html.slice(html.indexOf('id="champ-fichier-erreur"'));
  expect(erreur.slice(0, 600)).toContain(phrase);
  expect(html).toContain('value="Le Centre Horizon"');
  expect(await lire()).toBeNull();
  expect(pannes).toEqual([]);
});
