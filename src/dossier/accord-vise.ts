import type { Communication } from "../law/etat.ts";

/** How facts and links say which agreement they rest on: by its fact where it names somebody, never by a name. */
export interface AccordVise {
  document: Communication["document"];
  destinataire: Communication["destinataire"];
  /** Id of the fact of the agreement; null for those on this document and recipient that name nobody. */
  accord: string | null;
}

/** The same as it was written down, in words that nothing held yet. */
type Vise = { [K in keyof AccordVise]: string | Extract<AccordVise[K], null> };

/** What points at an agreement. */
export function accordVise({ document, destinataire, lecteur, fait }: Communication): AccordVise {
  return { document, destinataire, accord: lecteur === null ? null : fait };
}

/** Whether that is the agreement that is meant. */
export function estVisee(c: Communication, vise: Vise): boolean {
  const sien = accordVise(c);
  return (
    sien.document === vise.document && sien.destinataire === vise.destinataire && sien.accord === vise.accord
  );
}
