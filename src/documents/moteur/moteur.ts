import { Worker } from "node:worker_threads";
import type { DocumentImprimable } from "./document-imprimable.ts";
import { ErreurImpression } from "./erreur-impression.ts";
import type { Reponse } from "./worker.ts";

export interface Moteur {
  /** The PDF/A-2a bytes of a document; rejects with an `ErreurImpression`. Documents are printed one after the other. */
  imprimer(document: DocumentImprimable): Promise<Uint8Array>;
  /** Ends the thread; documents still waiting are refused. */
  fermer(): Promise<void>;
}

interface Travail {
  readonly document: DocumentImprimable;
  readonly reussir: (pdf: Uint8Array) => void;
  readonly echouer: (erreur: ErreurImpression) => void;
}

const ARRET =
  "L’impression de ce document s’est interrompue. Les autres documents ne sont pas touchés\u00a0: demandez-le à nouveau.";
const TROP_LONG =
  "Ce document est trop long à mettre en page\u00a0: il a été abandonné. Allégez ses textes, puis demandez-le à nouveau.";
const FERME = "L’impression est arrêtée\u00a0: le logiciel se ferme.";

// A page that was laid out lives in native memory until the collector finds its small handle: with little room for young
// objects it looks often, and the thread keeps a fifth less.
const JEUNES_OBJETS = { maxYoungGenerationSizeMb: 1 };

/**
 * Opens the printing thread. `worker` is the file of `worker.ts`, or of its bundle. One thread only: Typst uses
 * several cores by itself, and a second one gained nothing when measured. A thread that dies, or that works on one
 * document longer than `limiteMs`, takes only that document with it; the next one gets a new thread.
 */
export function ouvrirMoteur({ worker, limiteMs = 120_000 }: { worker: URL; limiteMs?: number }): Moteur {
  const file: Travail[] = [];
  let enMain: Travail | null = null;
  let fil: Worker | null = null;
  let minuterie: NodeJS.Timeout | undefined;
  let ferme = false;

  const finir = (suite: (travail: Travail) => void): void => {
    clearTimeout(minuterie);
    const travail = enMain;
    enMain = null;
    if (travail !== null) suite(travail);
    avancer();
  };

  const perdre = (perdu: Worker, message: string, detail: string): void => {
    if (fil !== perdu) return;
    fil = null;
    void perdu.terminate();
    finir((travail) => travail.echouer(new ErreurImpression(message, detail)));
  };

  const demarrer = (): Worker => {
    const nouveau = new Worker(worker, { execArgv: [], resourceLimits: JEUNES_OBJETS });
    nouveau.on("message", (reponse: Reponse) => {
      if (fil !== nouveau) return;
      nouveau.unref();
      finir((travail) =>
        "pdf" in reponse
          ? travail.reussir(reponse.pdf)
          : travail.echouer(new ErreurImpression(reponse.message, reponse.detail)),
      );
    });
    nouveau.on("error", (erreur) => perdre(nouveau, ARRET, erreur.name));
    nouveau.on("exit", (code) => perdre(nouveau, ARRET, `exit ${code}`));
    return nouveau;
  };

  const avancer = (): void => {
    if (enMain !== null || ferme) return;
    enMain = file.shift() ?? null;
    if (enMain === null) return;
    fil ??= demarrer();
    const occupe = fil;
    // Held only while a document is in hand, so that an idle printer keeps no process alive.
    occupe.ref();
    minuterie = setTimeout(() => perdre(occupe, TROP_LONG, `over ${limiteMs} ms`), limiteMs);
    occupe.postMessage(enMain.document);
  };

  return {
    imprimer(document) {
      if (ferme) return Promise.reject(new ErreurImpression(FERME, "closed"));
      return new Promise((reussir, echouer) => {
        file.push({ document, reussir, echouer });
        avancer();
      });
    },
    async fermer() {
      ferme = true;
      clearTimeout(minuterie);
      const restants = enMain === null ? file.splice(0) : [enMain, ...file.splice(0)];
      enMain = null;
      for (const travail of restants) travail.echouer(new ErreurImpression(FERME, "closed"));
      const dernier = fil;
      fil = null;
      await dernier?.terminate();
    },
  };
}
