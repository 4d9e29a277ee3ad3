import { Decrypter, Encrypter } from "age-encryption";
import { ErreurDite } from "../values/erreur-dite.ts";
import { destinataireDePhrase, identiteDePhrase } from "./phrase-age.ts";

/** For whom a file is closed: whoever knows a passphrase, or whoever holds the key of an `age1…` recipient. */
export type PourQui = { phrase: string } | { destinataire: string };
/** What opens it again: the passphrase, or the `AGE-SECRET-KEY-1…` of the recipient. */
export type Ouvreur = { phrase: string } | { identite: string };

/** A file of this kind cannot be opened: the sentence says why. */
export class ErreurAge extends ErreurDite {}

/** Whether a text is a recipient that files can be closed for. */
export function estDestinataire(texte: string): boolean {
  try {
    new Encrypter().addRecipient(texte);
    return true;
  } catch {
    return false;
  }
}

/** Closes a stream in the format age-encryption.org/v1, that `age -d` opens. */
export async function* fermerFlux(
  pour: PourQui,
  clair: AsyncIterable<Uint8Array>,
): AsyncGenerator<Uint8Array> {
  yield* enMorceaux(await chiffreurPour(pour).encrypt(enFlux(clair)));
}

/** The pieces of a stream, which the types of the library do not let walk; it is let go when nobody reads on. */
async function* enMorceaux(flux: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array> {
  const lecteur = flux.getReader();
  try {
    for (;;) {
      const { done, value } = await lecteur.read();
      if (done) return;
      yield value;
    }
  } finally {
    await lecteur.cancel();
  }
}

/** The same for bytes that are all there. */
export function fermerOctets(pour: PourQui, clair: Uint8Array): Promise<Uint8Array> {
  return chiffreurPour(pour).encrypt(clair);
}

function chiffreurPour(pour: PourQui): Encrypter {
  const chiffreur = new Encrypter();
  chiffreur.addRecipient("phrase" in pour ? destinataireDePhrase(pour.phrase) : pour.destinataire);
  return chiffreur;
}

/** Opens it again, piece by piece. Throws `ErreurAge` on another file, a wrong passphrase or key, one altered byte. */
export async function* ouvrirFluxAge(
  ouvreur: Ouvreur,
  ferme: AsyncIterable<Uint8Array>,
): AsyncGenerator<Uint8Array> {
  let lues = 0;
  const comptees = async function* () {
    for await (const octets of ferme) {
      lues += octets.length;
      yield octets;
    }
  };
  let ouvert: AsyncIterable<Uint8Array>;
  try {
    ouvert = enMorceaux(await dechiffreurDe(ouvreur).decrypt(enFlux(comptees())));
  } catch (erreur) {
    throw enPhrase(erreur, lues === 0);
  }
  const suite = ouvert[Symbol.asyncIterator]();
  for (;;) {
    let lu: IteratorResult<Uint8Array>;
    try {
      lu = await suite.next();
    } catch (erreur) {
      throw enPhrase(erreur, false);
    }
    if (lu.done) return;
    yield lu.value;
  }
}

export async function ouvrirOctetsAge(ouvreur: Ouvreur, ferme: Uint8Array): Promise<Uint8Array> {
  try {
    return await dechiffreurDe(ouvreur).decrypt(ferme);
  } catch (erreur) {
    throw enPhrase(erreur, false);
  }
}

function dechiffreurDe(ouvreur: Ouvreur): Decrypter {
  const dechiffreur = new Decrypter();
  dechiffreur.addIdentity("phrase" in ouvreur ? identiteDePhrase(ouvreur.phrase) : ouvreur.identite);
  return dechiffreur;
}

/** The library says in English what happened; a failure of the disk is not its own and passes through. */
function enPhrase(erreur: unknown, vide: boolean): unknown {
  if (!(erreur instanceof Error) || "code" in erreur) return erreur;
  if (vide) return new ErreurAge("Ce fichier est vide.");
  if (/no identity matched/.test(erreur.message)) {
    return new ErreurAge("Cette phrase secrète ou cette clé n’ouvre pas ce fichier.");
  }
  if (/invalid version|header|stanza|armor/i.test(erreur.message)) {
    return new ErreurAge("Ce fichier n’est pas un export de Probant, ou son début est abîmé.");
  }
  return new ErreurAge("Ce fichier est coupé ou altéré.");
}

/** As a stream of the web, which the library asks for; nothing is read ahead of it. */
function enFlux(octets: AsyncIterable<Uint8Array>): ReadableStream<Uint8Array> {
  const suite = octets[Symbol.asyncIterator]();
  return new ReadableStream<Uint8Array>(
    {
      pull: async (flux) => {
        const lu = await suite.next();
        if (lu.done) flux.close();
        else flux.enqueue(lu.value);
      },
      cancel: async () => {
        await suite.return?.();
      },
    },
    { highWaterMark: 0 },
  );
}
