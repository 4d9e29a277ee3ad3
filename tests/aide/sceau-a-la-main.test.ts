import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { EXEMPLES } from "../../src/documents/exemples.ts";
import { ouvrirSceaux } from "../../src/sceau/sceaux.ts";
import { scellerPdf } from "../../src/sceau/sceller-pdf.ts";
import type { Instant } from "../../src/values/instant.ts";
import { DOSSIER_AIDE } from "../../src/web/routes/aide/rubriques.ts";
import { compilateur } from "../documents/pdf.ts";

const PAGE = readFileSync(join(DOSSIER_AIDE, "sceau-et-horodatage.md"), "utf8");
/** The commands of the page that work on a paper, in its order: fingerprint, pdfsig, openssl. */
const [EMPREINTE, PDFSIG, OPENSSL] = [...PAGE.matchAll(/^```\n([\s\S]*?)^```$/gm)].map((m) => m[1]!);

async function dossierAvecUnPapier(): Promise<{ ici: string; empreinte: string }> {
  const ici = mkdtempSync(join(tmpdir(), "probant-a-la-main-"));
  onTestFinished(() => rmSync(ici, { recursive: true }));
  const le = new Date().toISOString() as Instant;
  const identite = { raisonSociale: "Cabinet Éclosion", siret: "12345678200010" };
  const sceau = await ouvrirSceaux(join(ici, "cles")).sceauDe(
    "3f0c2b6e-9d41-4b7a-8a55-0c1d2e3f4a5b",
    identite,
    le,
  );
  const composition = EXEMPLES[0]!.composer();
  if (!composition.ok) throw new Error(composition.refus.join(" "));
  const pdf = compilateur.compiler(composition.document);
  const { octets } = await scellerPdf(pdf, {
    nom: "Cabinet Éclosion",
    lieu: null,
    le,
    sceau,
    horodateur: null,
  });
  writeFileSync(join(ici, "papier.pdf"), octets);
  writeFileSync(join(ici, "sceau.crt"), sceau.certificat);
  return { ici, empreinte: sceau.empreinte };
}

const lancer = (ici: string, commandes: string) =>
  execFileSync("bash", ["-euc", `exec 2>&1\n${commandes}`], { cwd: ici, encoding: "utf8" });

it("les commandes de la page vérifient un papier, telles qu’elles sont écrites", async () => {
  const { ici, empreinte } = await dossierAvecUnPapier();
  expect(lancer(ici, EMPREINTE!)).toContain(empreinte);
  const dit = lancer(ici, PDFSIG!);
  for (const phrase of ["Signature is Valid", "Certificate is Trusted", "Total document signed"]) {
    expect(dit).toContain(phrase);
    expect(PAGE).toContain(phrase);
  }
  expect(lancer(ici, OPENSSL!)).toContain("CAdES Verification successful");
});

it("les mêmes commandes refusent un papier dont un octet a changé", async () => {
  const { ici } = await dossierAvecUnPapier();
  const altere = readFileSync(join(ici, "papier.pdf"));
  altere[5000]! ^= 1;
  writeFileSync(join(ici, "papier.pdf"), altere);
  expect(lancer(ici, PDFSIG!)).toContain("Digest Mismatch");
  expect(() => lancer(ici, OPENSSL!)).toThrow();
});
