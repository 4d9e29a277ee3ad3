import {
  chronologique,
  type Dossier,
  donneesDe,
  estDeType,
  type Fait,
  type Offre,
  type Organisme,
} from "./dossier.ts";

type Choix = (donnees: Record<string, unknown>) => boolean;
const tous: Choix = () => true;

function vise(type: string, choix: Choix): (f: Fait) => boolean {
  const duType = estDeType(type);
  return (f) => duType(f) && choix(donneesDe(f));
}

/** A retouch that touches nothing would make a pair of two equal dossiers. */
function exiger(d: Dossier, type: string, choix: Choix): void {
  if (!d.faits.some(vise(type, choix))) throw new Error(`no fact of the kind ${type} to retouch`);
}

/** The same dossier without these facts. */
export function sans(d: Dossier, type: string, choix: Choix = tous): Dossier {
  exiger(d, type, choix);
  const retire = vise(type, choix);
  return { ...d, faits: d.faits.filter((f) => !retire(f)) };
}

/** The same dossier, these facts told otherwise. */
export function changer(d: Dossier, type: string, donnees: object, choix: Choix = tous): Dossier {
  exiger(d, type, choix);
  const change = vise(type, choix);
  return {
    ...d,
    faits: d.faits.map((f) => (change(f) ? { ...f, donnees: { ...donneesDe(f), ...donnees } } : f)),
  };
}

/** The same dossier, these facts on another day. */
export function dater(d: Dossier, type: string, date: string, choix: Choix = tous): Dossier {
  exiger(d, type, choix);
  const change = vise(type, choix);
  return { ...d, faits: chronologique(d.faits.map((f) => (change(f) ? { ...f, date } : f))) };
}

/** The same dossier with more facts, each at its day. */
export function avec(d: Dossier, ...faits: Fait[]): Dossier {
  return { ...d, faits: chronologique([...d.faits, ...faits]) };
}

export function chez(d: Dossier, changement: Partial<Organisme>): Dossier {
  return { ...d, organisme: { ...d.organisme, ...changement } };
}

/** The same dossier with another catalogue: the offer that was sold, then these. */
export function proposant(d: Dossier, ...offres: Offre[]): Dossier {
  return chez(d, { offres: [d.organisme.offres![0]!, ...offres] });
}

/** The day of the only fact of a kind. */
export function jourDe(d: Dossier, type: string): string {
  const trouves = d.faits.filter(estDeType(type));
  if (trouves.length !== 1) throw new Error(`${trouves.length} facts of the kind ${type}`);
  return trouves[0]!.date;
}

export const laSeance =
  (id: string): Choix =>
  (donnees) =>
    donnees.seance === id;
