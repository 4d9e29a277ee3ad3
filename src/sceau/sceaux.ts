import { createHash, createPrivateKey, generateKeyPair } from "node:crypto";
import { existsSync } from "node:fs";
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import type { Instant } from "../values/instant.ts";
import { estUuid } from "../values/uuid.ts";
import type { CleDeSceau } from "./cades.ts";
import { emettreCertificat, type IdentiteDuSceau } from "./certificat.ts";
import {
  ajouterFichier,
  type CoffreDeSceaux,
  estLeDernier,
  type FichierDeSceau,
  lireCertificats,
  lireFichiers,
  oublierCle,
  refermerFichiers,
} from "./cles-des-sceaux.ts";

/** A certificate of an organisation's seal, as people compare and keep it. */
export interface CertificatDuSceau {
  readonly raisonSociale: string;
  readonly certificat: Uint8Array;
  /** SHA-256 of the DER certificate, 64 hexadecimal digits. */
  readonly empreinte: string;
  readonly du: Instant;
  readonly au: Instant;
}

/** The seal in use: its certificate and its key. */
export type Sceau = CertificatDuSceau & CleDeSceau;

export interface Sceaux {
  /** The seal that an organisation uses at that moment: made the first time, and again when it nears its end. */
  sceauDe(organismeId: string, identite: IdentiteDuSceau, maintenant: Instant): Promise<Sceau>;
  /** A new seal in the place of the one with this fingerprint, whose key is forgotten; the one in use when it is another. */
  tourner(
    organismeId: string,
    identite: IdentiteDuSceau,
    maintenant: Instant,
    empreinte: string,
  ): Promise<Sceau>;
  /** Every certificate that it ever sealed with, the newest first; none before its first paper. */
  certificats(organismeId: string): Promise<readonly CertificatDuSceau[]>;
  /** Closes anew, under the outer key in use, whatever key of any organisation lies otherwise. */
  refermer(): Promise<void>;
  /** Its seals with their keys, the oldest first, as `adopter` takes them elsewhere. Secret. */
  secrets(organismeId: string): Promise<readonly FichierDeSceau[]>;
  /** Takes over the seals of an organisation that has none here; those that are here stay. */
  adopter(organismeId: string, fichiers: readonly FichierDeSceau[]): Promise<void>;
}

const creerCle = promisify(generateKeyPair);

// A certificate lives eight years and seals during the first three: what it sealed can be checked for five more, beyond
// the four that the proofs of a bilan are kept.
const ANNEES_DE_VIE = 8;
const ANNEES_D_USAGE = 3;

/**
 * The seals of an installation, in a folder outside the database, beside the keyring: one folder per organisation. The
 * key is RSA 3072: readers of PDF all know it, and it signs the same bytes the same way twice. `coffre` closes the keys.
 */
export function ouvrirSceaux(dossier: string, coffre?: CoffreDeSceaux): Sceaux {
  const en = (organismeId: string): string => {
    if (!estUuid(organismeId)) throw new TypeError("organismeId is not a lower-case uuid");
    return join(dossier, organismeId);
  };
  const gardes = new Map<string, Promise<SceauNomme>>();
  return {
    certificats: async (organismeId) => (await lireCertificats(en(organismeId))).map(certificatDe).reverse(),
    tourner: (organismeId, identite, maintenant, empreinte) => {
      gardes.delete(organismeId);
      return trouverOuCreer(en(organismeId), coffre, identite, maintenant, empreinte);
    },
    secrets: (organismeId) => lireFichiers(en(organismeId), coffre),
    refermer: async () => {
      if (coffre === undefined || !existsSync(dossier)) return;
      for (const { name } of await readdir(dossier, { withFileTypes: true })) {
        if (estUuid(name)) await refermerFichiers(join(dossier, name), coffre);
      }
    },
    adopter: async (organismeId, fichiers) => {
      for (const [i, f] of fichiers.entries()) await ajouterFichier(en(organismeId), i + 1, f, coffre);
    },
    async sceauDe(organismeId, identite, maintenant) {
      const garde = await gardes.get(organismeId);
      // Another process may have replaced it: what is forgotten in the folder is not used from memory.
      if (
        garde !== undefined &&
        sert(garde, identite, maintenant) &&
        (await estLeDernier(en(organismeId), garde.rang))
      ) {
        return garde;
      }
      const promis = trouverOuCreer(en(organismeId), coffre, identite, maintenant);
      gardes.set(organismeId, promis);
      // A failure is not kept: the next paper tries again, and says it again.
      promis.catch(() => gardes.delete(organismeId));
      return await promis;
    },
  };
}

/** `rang`: its number in the folder. */
type SceauNomme = Sceau & IdentiteDuSceau & { readonly rang: number };

async function trouverOuCreer(
  dossier: string,
  coffre: CoffreDeSceaux | undefined,
  identite: IdentiteDuSceau,
  maintenant: Instant,
  retire?: string,
): Promise<SceauNomme> {
  for (;;) {
    const fichiers = await lireFichiers(dossier, coffre);
    const dernier = fichiers.at(-1);
    // Interrupted before it was forgotten, the key of an earlier one is still there.
    for (const [i, f] of fichiers.slice(0, -1).entries()) await oublierCle(dossier, i + 1, f);
    if (
      dernier?.cle != null &&
      sert(dernier, identite, maintenant) &&
      certificatDe(dernier).empreinte !== retire
    ) {
      return { ...sceauLu(dernier, dernier.cle), rang: fichiers.length };
    }
    // False when another process was faster: the next turn reads what it made.
    if (await ajouterFichier(dossier, fichiers.length + 1, await nouveau(identite, maintenant), coffre)) {
      if (dernier !== undefined) await oublierCle(dossier, fichiers.length, dernier);
    }
  }
}

/** Whether a seal may be used now, under the name that the organisation has now. */
function sert(
  sceau: { raisonSociale: string; siret: string; du: string },
  { raisonSociale, siret }: IdentiteDuSceau,
  maintenant: Instant,
): boolean {
  return (
    sceau.raisonSociale === raisonSociale &&
    sceau.siret === siret &&
    maintenant < plusAnnees(sceau.du, ANNEES_D_USAGE)
  );
}

async function nouveau(identite: IdentiteDuSceau, maintenant: Instant): Promise<FichierDeSceau> {
  const { privateKey } = await creerCle("rsa", { modulusLength: 3072 });
  // A certificate counts in whole seconds.
  const du = `${maintenant.slice(0, 19)}.000Z` as Instant;
  const validite = { du, au: plusAnnees(du, ANNEES_DE_VIE) };
  const certificat = await emettreCertificat(identite, validite, privateKey);
  return {
    format: "probant-sceau/1",
    raisonSociale: identite.raisonSociale,
    siret: identite.siret,
    ...validite,
    certificat: Buffer.from(certificat).toString("base64"),
    cle: privateKey.export({ format: "der", type: "pkcs8" }).toString("base64"),
  };
}

function plusAnnees(instant: string, annees: number): Instant {
  const date = new Date(instant);
  date.setUTCFullYear(date.getUTCFullYear() + annees);
  return date.toISOString() as Instant;
}

function certificatDe(f: FichierDeSceau): CertificatDuSceau & IdentiteDuSceau {
  const certificat = new Uint8Array(Buffer.from(f.certificat, "base64"));
  return {
    raisonSociale: f.raisonSociale,
    siret: f.siret,
    certificat,
    empreinte: createHash("sha256").update(certificat).digest("hex"),
    du: f.du as Instant,
    au: f.au as Instant,
  };
}

function sceauLu(f: FichierDeSceau, cle: string): Omit<SceauNomme, "rang"> {
  const privee = createPrivateKey({ key: Buffer.from(cle, "base64"), format: "der", type: "pkcs8" });
  return { ...certificatDe(f), cle: privee };
}
