/** What is done at each push, in less than a minute, or in a night. */
export type Taille = "pousse" | "nuit";

/** One trial: what was counted, and what went wrong. */
export interface Epreuve {
  id: string;
  quoi: string;
  comptes: Readonly<Record<string, number>>;
  fautes: readonly string[];
  dureeS: number;
}
