import type { IncomingMessage } from "node:http";
import type { Comptes } from "../auth/comptes.ts";
import type { DocumentImprimable } from "../documents/moteur/document-imprimable.ts";
import type { Maison } from "../usecases/maison.ts";
import type { Moi } from "../usecases/qui-est-la.ts";
import type { Expediteur } from "../values/adresse-courriel.ts";
import type { Ressources } from "./ui/document.tsx";

/** What the pages work with. */
export interface Portes {
  maison: Maison;
  comptes: Comptes;
  imprimer: (document: DocumentImprimable) => Promise<Uint8Array>;
  ressources: Ressources;
  /** Fictitious organisation: a strip says so on every page. */
  demonstration: boolean;
  url: string;
  /** How many trusted proxies stand between a visitor and us; none when absent. */
  proxys?: number;
  /** Whether a mail server is set, and whom messages come from; left out: nothing is set. */
  courriel?: { serveur: boolean; expediteur: Expediteur | null };
  /** What to say of a failure of the machine (disk full, database restarting); undefined for a defect of ours. */
  phraseDePanne?: (erreur: unknown) => string | undefined;
}

/** `incoming` is the connection, given by the Node server; absent in tests that call the application directly. */
export type Env = { Bindings: { incoming?: IncomingMessage }; Variables: { moi: Moi; portes: Portes } };
