import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { outil } from "../../tests/documents/pdf.ts";
import { ouvrirAutorite } from "../../tests/harness/autorite-horodatage.ts";
import { ErreurHorodatage } from "./horodatage.ts";
import { ouvrirHorodateur } from "./horodateur.ts";

const OCTETS = Buffer.from("probant/essai\n3\nqXgKZ1m4+P8=\n");

function dossierTemporaire(): string {
  const ici = mkdtempSync(join(tmpdir(), "probant-jeton-"));
  onTestFinished(() => rmSync(ici, { recursive: true }));
  return ici;
}

/** The sentence with which the authority's answer was refused. */
async function refusDe(url: string, limiteMs?: number): Promise<string> {
  const erreur: unknown = await ouvrirHorodateur(url, limiteMs)
    .horodater(OCTETS)
    .then(
      () => "accepté",
      (e: unknown) => e,
    );
  if (!(erreur instanceof ErreurHorodatage)) throw new Error(`refus attendu, et non ${String(erreur)}`);
  return erreur.phrase;
}

it("obtient un jeton qu’openssl accepte, nu ou dans sa réponse, et refuse pour d’autres octets", async () => {
  const autorite = await ouvrirAutorite();
  const { jeton, politique, numero, le } = await ouvrirHorodateur(autorite.url).horodater(OCTETS);
  const ici = dossierTemporaire();
  const [donnees, autres, tsr, tst] = ["donnees", "autres", "reponse.tsr", "jeton.tst"].map((n) =>
    join(ici, n),
  );
  writeFileSync(donnees!, OCTETS);
  writeFileSync(autres!, `${OCTETS} `);
  writeFileSync(tsr!, autorite.derniere());
  writeFileSync(tst!, jeton);
  const verifier = (quoi: string, ...entree: string[]) =>
    outil("openssl", "ts", "-verify", "-data", quoi, "-CAfile", autorite.racine, ...entree);
  expect(() => verifier(donnees!, "-in", tsr!)).not.toThrow();
  expect(() => verifier(donnees!, "-in", tst!, "-token_in")).not.toThrow();
  expect(() => verifier(autres!, "-in", tsr!)).toThrow(/imprint/);
  expect(() => verifier(autres!, "-in", tst!, "-token_in")).toThrow(/imprint/);
  const altere = Buffer.from(jeton);
  altere[altere.length - 20]! ^= 1;
  writeFileSync(tst!, altere);
  expect(() => verifier(donnees!, "-in", tst!, "-token_in")).toThrow();
  expect(politique).toBe("1.2.3.4.1");
  expect(numero).toMatch(/^[0-9a-f]+$/);
  expect(le).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
});

it.each([
  ["la date", (r: Buffer) => r.indexOf("Z", r.indexOf(`${new Date().getUTCFullYear()}`)) - 1],
  ["la signature", (r: Buffer) => r.length - 3],
])("refuse une réponse dont %s est altérée", async (_quoi, ou) => {
  const autorite = await ouvrirAutorite();
  autorite.fausser((reponse) => {
    const altere = Buffer.from(reponse);
    altere[ou(reponse)]! ^= 1;
    return altere;
  });
  expect(await refusDe(autorite.url)).toBe("La signature de l’autorité d’horodatage ne se vérifie pas.");
});

it("refuse la réponse d’une autre demande", async () => {
  const autorite = await ouvrirAutorite();
  await ouvrirHorodateur(autorite.url).horodater(OCTETS);
  autorite.repeter(autorite.derniere());
  expect(await refusDe(autorite.url)).toBe(
    "La réponse de l’autorité d’horodatage n’est pas celle de notre demande.",
  );
});

it("refuse un refus, une page, un vide et une réponse sans fin", async () => {
  const autorite = await ouvrirAutorite();
  // PKIStatusInfo: rejection.
  autorite.repeter(Buffer.from("30053003020102", "hex"));
  expect(await refusDe(autorite.url)).toBe("L’autorité d’horodatage a refusé la demande (statut 2).");
  for (const reponse of [Buffer.from("<html>"), Buffer.alloc(0), Buffer.from("30053003020100", "hex")]) {
    autorite.repeter(reponse);
    expect(await refusDe(autorite.url)).toBe("La réponse de l’autorité d’horodatage est illisible.");
  }
  autorite.repeter(Buffer.alloc(100_000, 0x30));
  expect(await refusDe(autorite.url)).toBe("La réponse de l’autorité d’horodatage est trop longue.");
});

it("dit qu’elle ne répond pas, et n’attend pas au-delà de sa limite", async () => {
  const autorite = await ouvrirAutorite();
  await autorite.fermer();
  expect(await refusDe(autorite.url)).toBe("L’autorité d’horodatage ne répond pas.");
});
