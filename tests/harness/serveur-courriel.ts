import { once } from "node:events";
import type { AddressInfo, Socket } from "node:net";
import { type ParsedMail, simpleParser } from "mailparser";
import { SMTPServer, type SMTPServerDataStream, type SMTPServerOptions } from "smtp-server";
import { onTestFinished } from "vitest";
import type { ServeurCourriel } from "../../src/values/serveur-courriel.ts";

/** One message as the server took it: to whom it was told to give it, and its bytes. */
export interface CourrielRecu {
  readonly de: string;
  readonly a: readonly string[];
  readonly octets: Buffer;
}

export interface ServeurDeTest {
  /** How to reach it. */
  readonly serveur: ServeurCourriel;
  readonly url: string;
  /** What it took, in order. */
  readonly recus: readonly CourrielRecu[];
  readonly lire: (rang?: number) => Promise<ParsedMail>;
  /** Cuts every line that is open. */
  readonly couper: () => void;
}

type Fin = (erreur?: Error & { responseCode?: number }) => void;

/** What it does of a message that came whole; it answers by `fin`, or never. */
export type ALaReception = (recu: CourrielRecu, fin: Fin) => void;

export interface OptionsDuServeur extends SMTPServerOptions {
  aLaReception?: ALaReception;
  /** Called at the first bytes of a message, before it is whole. */
  auDebut?: (couper: () => void) => void;
}

/** An answer of the server that is no. */
export function reponse(code: number): Error & { responseCode: number } {
  return Object.assign(new Error("non"), { responseCode: code });
}

/** A real mail server on this machine, closed with the test. */
export async function ouvrirServeurCourriel({
  aLaReception = (_, fin) => fin(),
  auDebut,
  ...options
}: OptionsDuServeur = {}): Promise<ServeurDeTest> {
  const recus: CourrielRecu[] = [];
  const lignes = new Set<Socket>();
  const couper = () => {
    for (const ligne of lignes) ligne.destroy();
  };
  const smtp = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    allowInsecureAuth: true,
    disableReverseLookup: true,
    logger: false,
    onData: (flux: SMTPServerDataStream, session, fin) => {
      const morceaux: Buffer[] = [];
      flux.once("data", () => auDebut?.(couper));
      flux.on("data", (morceau: Buffer) => morceaux.push(morceau));
      flux.on("end", () => {
        const { mailFrom, rcptTo } = session.envelope;
        const recu = {
          de: mailFrom === false ? "" : mailFrom.address,
          a: rcptTo.map((d) => d.address),
          octets: Buffer.concat(morceaux),
        };
        aLaReception(recu, (erreur) => {
          if (erreur === undefined) recus.push(recu);
          fin(erreur);
        });
      });
    },
    ...options,
  });
  // A line that a test cuts is told as an error.
  smtp.on("error", () => undefined);
  smtp.server.on("connection", (ligne: Socket) => {
    // Node dies of a line that is cut under its encryption: such a server is left to close its own.
    if (options.secure === true) return;
    lignes.add(ligne);
    ligne.once("close", () => lignes.delete(ligne));
  });
  smtp.listen(0, "127.0.0.1");
  await once(smtp.server, "listening");
  const { port } = smtp.server.address() as AddressInfo;
  onTestFinished(async () => {
    couper();
    await new Promise<void>((resolve) => smtp.close(() => resolve()));
  });
  return {
    serveur: { hote: "127.0.0.1", port, chiffrement: "aucun", identifiants: null },
    url: `smtp://127.0.0.1:${port}`,
    recus,
    lire: (rang = 0) => simpleParser(recus[rang]!.octets),
    couper,
  };
}
