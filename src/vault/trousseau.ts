import { createPrivateKey, generateKeyPairSync, type KeyObject, randomBytes, sign } from "node:crypto";
import { existsSync } from "node:fs";
import { chmod, mkdir, open, readFile, rename, stat } from "node:fs/promises";
import { dirname } from "node:path";
import { z } from "zod";

/** The keyring cannot be used: the sentence says why and what to do. */
export class ErreurTrousseau extends Error {
  readonly phrase: string;
  constructor(phrase: string) {
    super(phrase);
    this.phrase = phrase;
  }
}

const sTrousseau = z.object({
  format: z.literal("probant-trousseau/1"),
  /** Outer keys, the last one in use; destroying one makes every copy of what it wrapped useless. */
  externes: z.array(z.object({ id: z.string(), cle: z.string(), creeLe: z.string() })).min(1),
  /** One signing key per organisation, PKCS 8 in base64. */
  signatures: z.record(z.string(), z.string()),
  /** Signs the cookies of the sessions. */
  session: z.string(),
});
type Contenu = z.infer<typeof sTrousseau>;

export interface Trousseau {
  /** The outer key that wraps what is created now. */
  externe(): { id: string; cle: Buffer };
  externeDe(id: string): Buffer;
  /** Ed25519: the 32-byte public key of an organisation and the function that signs for it. */
  signataire(organismeId: string): { publique: Uint8Array; signer: (message: Uint8Array) => Uint8Array };
  /** Secret that signs the cookies of sessions. */
  secretDeSession(): string;
  /** Makes the signing key of a new organisation; keeps the one that exists. */
  assurerSignataire(organismeId: string): Promise<void>;
}

async function ecrire(chemin: string, contenu: Contenu): Promise<void> {
  // Written beside, forced to disk, then renamed: a crash leaves the old keyring or the new one, never half of one.
  const provisoire = `${chemin}.${process.pid}.nouveau`;
  const fichier = await open(provisoire, "w", 0o600);
  try {
    await fichier.writeFile(JSON.stringify(contenu, null, 1));
    await fichier.sync();
  } finally {
    await fichier.close();
  }
  await rename(provisoire, chemin);
  const dossier = await open(dirname(chemin), "r");
  try {
    await dossier.sync();
  } finally {
    await dossier.close();
  }
}

async function creer(chemin: string): Promise<void> {
  await mkdir(dirname(chemin), { recursive: true, mode: 0o700 });
  await ecrire(chemin, {
    format: "probant-trousseau/1",
    externes: [
      {
        id: randomBytes(8).toString("hex"),
        cle: randomBytes(32).toString("base64"),
        creeLe: new Date().toISOString(),
      },
    ],
    signatures: {},
    session: randomBytes(32).toString("base64"),
  });
}

async function lire(chemin: string): Promise<Contenu> {
  const droits = (await stat(chemin)).mode & 0o077;
  if (droits !== 0) {
    throw new ErreurTrousseau(
      `Le trousseau de clés peut être lu par d’autres comptes. Corrigez avec : chmod 600 ${chemin}`,
    );
  }
  let valeur: unknown;
  try {
    valeur = JSON.parse(await readFile(chemin, "utf8"));
  } catch {
    throw new ErreurTrousseau(
      `Le trousseau de clés ${chemin} est abîmé. Remettez en place sa copie de secours.`,
    );
  }
  const lu = sTrousseau.safeParse(valeur);
  if (!lu.success) {
    throw new ErreurTrousseau(
      `Le trousseau de clés ${chemin} est abîmé. Remettez en place sa copie de secours.`,
    );
  }
  return lu.data;
}

/** The last 32 bytes of a PKCS 8 Ed25519 key's public SPKI form are the raw public key. */
function publiqueDe(privee: KeyObject): Uint8Array {
  const jwk = privee.export({ format: "jwk" });
  return new Uint8Array(Buffer.from(jwk.x ?? "", "base64url"));
}

/**
 * Opens the keyring file, made at the first start with rights for its owner only. It lies outside PostgreSQL and its
 * backups: that is what makes a destruction final.
 * `attendu`: the database already holds sealed keys, so a missing keyring is a loss, not a first start.
 */
export async function ouvrirTrousseau(chemin: string, attendu = false): Promise<Trousseau> {
  if (!existsSync(chemin)) {
    if (attendu) {
      throw new ErreurTrousseau(
        `Le trousseau de clés ${chemin} manque : sans lui, rien de ce qui est scellé ne s’ouvre. Remettez-le en place.`,
      );
    }
    await creer(chemin);
    await chmod(chemin, 0o600);
  }
  let contenu = await lire(chemin);
  const externeDe = (id: string): Buffer => {
    const trouvee = contenu.externes.find((e) => e.id === id);
    if (trouvee === undefined)
      throw new ErreurTrousseau("La clé de ce dossier n’est plus dans le trousseau.");
    return Buffer.from(trouvee.cle, "base64");
  };
  return {
    externe: () => {
      const { id } = contenu.externes.at(-1)!;
      return { id, cle: externeDe(id) };
    },
    externeDe,
    signataire: (organismeId) => {
      const pkcs8 = contenu.signatures[organismeId];
      if (pkcs8 === undefined)
        throw new ErreurTrousseau("Cet organisme n’a pas de clé de signature dans le trousseau.");
      const privee = createPrivateKey({ key: Buffer.from(pkcs8, "base64"), format: "der", type: "pkcs8" });
      return {
        publique: publiqueDe(privee),
        signer: (message) => new Uint8Array(sign(null, message, privee)),
      };
    },
    secretDeSession: () => contenu.session,
    assurerSignataire: async (organismeId) => {
      // Read again first: another process of the same installation may have added a key meanwhile.
      contenu = await lire(chemin);
      if (contenu.signatures[organismeId] !== undefined) return;
      const { privateKey } = generateKeyPairSync("ed25519");
      const pkcs8 = privateKey.export({ format: "der", type: "pkcs8" }).toString("base64");
      contenu = { ...contenu, signatures: { ...contenu.signatures, [organismeId]: pkcs8 } };
      await ecrire(chemin, contenu);
    },
  };
}
