import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { describe, onTestFinished } from "vitest";
import { ScelleIllisible } from "../../src/vault/chiffre.ts";
import type { ClesExternes } from "../../src/vault/cles-externes.ts";
import { ErreurTrousseau } from "../../src/vault/erreur-trousseau.ts";
import { ouvrirTrousseau } from "../../src/vault/trousseau.ts";
import { contratDesClesExternes } from "./contrat-des-cles-externes.ts";

interface Reponse {
  n: number;
  id?: string;
  octets?: string;
  detruites?: string[];
  refus?: "detruite" | "inconnue" | "illisible";
}

/** An adapter to the other process, by one line of JSON a request. */
async function ouvrirProcessus(): Promise<ClesExternes> {
  const enfant = spawn(process.execPath, [join(import.meta.dirname, "processus-cles.ts")], {
    stdio: ["pipe", "pipe", "inherit"],
  });
  onTestFinished(async () => {
    enfant.stdin.end();
    await once(enfant, "exit");
  });
  const attente = new Map<number, (r: Reponse) => void>();
  createInterface({ input: enfant.stdout }).on("line", (ligne) => {
    const reponse: Reponse = JSON.parse(ligne);
    attente.get(reponse.n)?.(reponse);
  });
  let n = 0;
  const demander = async (demande: object): Promise<Reponse> => {
    n += 1;
    const recue = new Promise<Reponse>((resolve) => attente.set(n, resolve));
    enfant.stdin.write(`${JSON.stringify({ n, ...demande })}\n`);
    const reponse = await recue;
    if (reponse.refus === "illisible") throw new ScelleIllisible();
    if (reponse.refus !== undefined)
      throw new ErreurTrousseau(`La clé est ${reponse.refus === "detruite" ? "détruite" : reponse.refus}.`);
    return reponse;
  };
  const parUsage = new Map<string, string[]>();
  let detruites: string[] = [];
  const externesDe = (usage: string) => (parUsage.get(usage) ?? []).filter((id) => !detruites.includes(id));
  const ajouterExterne = async (usage: string) => {
    const id = (await demander({ quoi: "ajouter", usage })).id!;
    parUsage.set(usage, [...(parUsage.get(usage) ?? []), id]);
    return id;
  };
  for (const usage of ["contenu", "preuve", "sauvegarde"]) await ajouterExterne(usage);
  return {
    envelopper: async (usage, lieu, cle) => {
      const id = externesDe(usage).at(-1)!;
      const octets = Buffer.from(cle).toString("base64");
      const { octets: enveloppe } = await demander({ quoi: "envelopper", id, lieu, octets });
      return { cleExterne: id, enveloppe: Buffer.from(enveloppe!, "base64") };
    },
    developper: async (lieu, { cleExterne: id, enveloppe }) => {
      const octets = enveloppe.toString("base64");
      const claire = await demander({ quoi: "developper", id, lieu, octets });
      return Buffer.from(claire.octets!, "base64");
    },
    externesDe,
    ajouterExterne,
    detruireExternes: async (ids) => {
      detruites = (await demander({ quoi: "detruire", ids })).detruites!;
    },
    estDetruite: (id) => detruites.includes(id),
  };
}

async function ouvrirFichier() {
  const dossier = await mkdtemp(join(tmpdir(), "probant-externes-"));
  onTestFinished(() => rm(dossier, { recursive: true }));
  return await ouvrirTrousseau(join(dossier, "trousseau.json"));
}

async function ouvrirFichierScelle(): Promise<ClesExternes> {
  const trousseau = await ouvrirFichier();
  await trousseau.sceller("cinq mots sans lien entre eux");
  return trousseau;
}

describe("le fichier du trousseau", () => contratDesClesExternes(ouvrirFichier));
describe("le fichier scellé par une phrase", () => contratDesClesExternes(ouvrirFichierScelle));
describe("un autre processus", () => contratDesClesExternes(ouvrirProcessus));
