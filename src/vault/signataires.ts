import { createPrivateKey, generateKeyPairSync, type KeyObject, sign } from "node:crypto";
import { ErreurTrousseau } from "./erreur-trousseau.ts";
import type { FichierTenu } from "./fichier-trousseau.ts";

/** Ed25519: the 32-byte public key and the function that signs with its other half. */
export interface Signataire {
  publique: Uint8Array;
  signer: (message: Uint8Array) => Uint8Array;
}

/** The keys that sign the journals. Only their public halves leave. */
export interface Signataires {
  /** The signing key of an organisation. */
  signataire(organismeId: string): Signataire;
  /** The key of that organisation with this public half, in use or about to be. Throws `ErreurTrousseau` without it. */
  signataireDe(organismeId: string, publique: Uint8Array): Signataire;
  /** Ids of the organisations that it has a signing key for. */
  signataires(): string[];
  /** Makes the signing key of a new organisation; keeps the one that exists. */
  assurerSignataire(organismeId: string): Promise<void>;
  /** The key that will take over, made when there is none yet: an interrupted hand-over goes on with the same. */
  preparerSignataire(organismeId: string): Promise<Signataire>;
  /** Whether a hand-over was begun and not ended. */
  passationEnCours(organismeId: string): boolean;
  /** Ends a hand-over: the next key takes the place of the one in use, which is destroyed; its signed note is kept. */
  passerLaMain(organismeId: string, note: string): Promise<void>;
  /** The signed notes of the hand-overs of an organisation, the oldest first. */
  passations(organismeId: string): readonly string[];
}

/** The signing keys of this keyring, as its file holds them now. */
export function signatairesDe({ present, changer }: FichierTenu): Signataires {
  const suivante = (organismeId: string) => present().suivantes[organismeId];
  const secreteDe = (organismeId: string) => {
    const pkcs8 = present().signatures[organismeId];
    if (pkcs8 !== undefined) return pkcs8;
    throw new ErreurTrousseau("Cet organisme n’a pas de clé de signature dans le trousseau.");
  };
  return {
    signataire: (organismeId) => ouvrir(secreteDe(organismeId)),
    signataireDe: (organismeId, publique) => {
      const candidates = [present().signatures[organismeId], suivante(organismeId)];
      const trouvee = candidates
        .filter((pkcs8) => pkcs8 !== undefined)
        .map(ouvrir)
        .find((s) => Buffer.from(s.publique).equals(publique));
      if (trouvee === undefined) {
        throw new ErreurTrousseau(
          "Le trousseau n’a pas la clé qui signe aujourd’hui le journal. Remettez en place sa dernière copie.",
        );
      }
      return trouvee;
    },
    signataires: () => Object.keys(present().signatures),
    assurerSignataire: async (organismeId) => {
      if (present().signatures[organismeId] !== undefined) return;
      const pkcs8 = nouvelle();
      await changer((c) => ({ ...c, signatures: { [organismeId]: pkcs8, ...c.signatures } }));
    },
    preparerSignataire: async (organismeId) => {
      if (suivante(organismeId) === undefined) {
        const pkcs8 = nouvelle();
        await changer((c) => ({ ...c, suivantes: { [organismeId]: pkcs8, ...c.suivantes } }));
      }
      return ouvrir(suivante(organismeId)!);
    },
    passationEnCours: (organismeId) => suivante(organismeId) !== undefined,
    passerLaMain: (organismeId, note) =>
      changer((c) => {
        const { [organismeId]: pkcs8, ...suivantes } = c.suivantes;
        if (pkcs8 === undefined) return c;
        return {
          ...c,
          suivantes,
          signatures: { ...c.signatures, [organismeId]: pkcs8 },
          passations: { ...c.passations, [organismeId]: [...(c.passations[organismeId] ?? []), note] },
        };
      }),
    passations: (organismeId) => present().passations[organismeId] ?? [],
  };
}

function nouvelle(): string {
  const { privateKey } = generateKeyPairSync("ed25519");
  return privateKey.export({ format: "der", type: "pkcs8" }).toString("base64");
}

function ouvrir(pkcs8: string): Signataire {
  const privee = createPrivateKey({ key: Buffer.from(pkcs8, "base64"), format: "der", type: "pkcs8" });
  return {
    publique: publiqueDe(privee),
    signer: (message) => new Uint8Array(sign(null, message, privee)),
  };
}

function publiqueDe(privee: KeyObject): Uint8Array {
  const jwk = privee.export({ format: "jwk" });
  return new Uint8Array(Buffer.from(jwk.x ?? "", "base64url"));
}
