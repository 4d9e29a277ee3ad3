import { Readable } from "node:stream";
import SMTPConnection from "nodemailer/lib/smtp-connection";
import type { ServeurCourriel } from "../values/serveur-courriel.ts";
import { composerCourriel } from "./composer.ts";
import { DOUTE, type Panne, refusDe } from "./phrases-erreur.ts";
import type { Courriel, Envoi, Postier } from "./postier.ts";

/** How long to wait, in ms: for the line, for each answer, and for everything. */
export interface Delais {
  readonly connexion: number;
  readonly reponse: number;
  readonly total: number;
}

/** `total` is what `debutDuDoute` counts on, for what a dead process left. */
export const DELAIS: Delais = { connexion: 15_000, reponse: 60_000, total: 120_000 };

/** Hands each message to this server, on a line of its own. */
export function postierSmtp(serveur: ServeurCourriel, delais: Delais = DELAIS): Postier {
  return {
    envoyer: async (courriel) => remettre(serveur, delais, courriel, await composerCourriel(courriel)),
  };
}

async function remettre(
  serveur: ServeurCourriel,
  delais: Delais,
  courriel: Courriel,
  octets: Buffer,
): Promise<Envoi> {
  const ligne = new SMTPConnection({
    host: serveur.hote,
    port: serveur.port,
    secure: serveur.chiffrement === "des_le_debut",
    requireTLS: serveur.chiffrement === "exige",
    ignoreTLS: serveur.chiffrement === "aucun",
    name: courriel.de.adresse.split("@")[1],
    connectionTimeout: delais.connexion,
    greetingTimeout: delais.connexion,
    dnsTimeout: delais.connexion,
    socketTimeout: delais.reponse,
    socketCloseTimeout: 0,
  });
  const message = suivreRemise(octets);
  const fin = Promise.withResolvers<never>();
  fin.promise.catch(() => undefined);
  ligne.on("error", fin.reject);
  ligne.on("end", () => fin.reject({ code: "ECONNECTION" } satisfies Panne));
  const minuterie = setTimeout(() => fin.reject({ code: "ETIMEDOUT" } satisfies Panne), delais.total);
  try {
    await Promise.race([dialoguer(ligne, serveur, courriel, message), fin.promise]);
    return { issue: "accepte" };
  } catch (erreur) {
    const panne = erreur as Panne;
    // An answer settles it; silence after the last byte does not.
    return message.remis() && panne.responseCode === undefined ? DOUTE : refusDe(panne);
  } finally {
    clearTimeout(minuterie);
    message.flux.destroy();
    ligne.close();
  }
}

async function dialoguer(
  ligne: SMTPConnection,
  { identifiants }: ServeurCourriel,
  courriel: Courriel,
  { flux, taille }: MessageSuivi,
): Promise<void> {
  await appeler((fait) => ligne.connect(fait));
  if (identifiants !== null) {
    const { utilisateur: user, motDePasse: pass } = identifiants;
    await appeler((fait) => ligne.login({ credentials: { user, pass } }, fait));
  }
  // RFC 3461, RET: what comes back of a message is its headers, for a link in its body may open something.
  const enveloppe = {
    from: courriel.retour ?? "",
    to: [courriel.a],
    size: taille,
    dsn: { ret: "HDRS" as const },
  };
  await appeler((fait) => ligne.send(enveloppe, flux, fait));
}

function appeler(fn: (fait: (erreur?: unknown) => void) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    fn((erreur) => (erreur === undefined || erreur === null ? resolve() : reject(erreur)));
  });
}

const MORCEAU = 4096;

interface MessageSuivi {
  flux: Readable;
  taille: number;
  remis: () => boolean;
}

/** The message as a stream that knows whether its last bytes were asked for: until then nobody can have taken it. */
function suivreRemise(octets: Buffer): MessageSuivi {
  let remis = false;
  function* morceaux() {
    for (let i = 0; i < octets.length; i += MORCEAU) {
      remis = i + MORCEAU >= octets.length;
      yield octets.subarray(i, i + MORCEAU);
    }
  }
  const flux = Readable.from(morceaux(), { objectMode: false, highWaterMark: MORCEAU });
  return { flux, taille: octets.length, remis: () => remis };
}
