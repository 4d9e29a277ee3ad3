import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type ALaFin, ouvrirBaseDeTest } from "../harness/base.ts";
import type { Voliere } from "./canaris.ts";
import { batirMonde, type Monde } from "./monde.ts";
import { ouvrirScene } from "./scene.ts";

/** The two organisations of the matrix on a database of the tests, closed as `aLaFin` says. */
export async function ouvrirMonde(aLaFin: ALaFin, voliere?: Voliere): Promise<Monde> {
  const base = await ouvrirBaseDeTest(undefined, aLaFin);
  const dossier = await mkdtemp(join(tmpdir(), "probant-matrice-"));
  aLaFin(() => rm(dossier, { recursive: true }));
  const { scene, fermer } = await ouvrirScene(base.poolConfig, dossier);
  aLaFin(fermer);
  return await batirMonde(scene, voliere);
}
