import type { Etat } from "../law/etat.ts";
import { type Constat, juger } from "../law/judge.ts";
import { GRAVITES } from "../law/rule.ts";
import type { Jour } from "../values/jour.ts";
import { detruireContenus } from "./actes/detruire-contenus.ts";
import { finsDuDossier } from "./durees/fins.ts";
import { AUCUN_CHOIX } from "./durees/table.ts";
import { laDestructionAttend } from "./elle-avant-de-detruire.ts";
import { estClose, etapeDe } from "./etape.ts";
import type { Fait } from "./fait.ts";
import { partiesAbsentes } from "./parties-synthese.ts";
import { TRANSITIONS } from "./transitions.ts";

/** One thing to do next: the act, its last day when the law gives one, and the findings that ask for it. */
export interface AFaire {
  acte: string;
  echeance: Jour | null;
  constats: Constat[];
}

const LOIN = "9999-12-31";

/** Acts that the stage allows and that a finding asks for, the nearest deadline first, then the gravest. */
export function aFaire(etat: Etat, constats: readonly Constat[]): AFaire[] {
  const etape = etapeDe(etat);
  const parActe = new Map<string, AFaire>();
  for (const c of constats) {
    if (c.acte === undefined || TRANSITIONS[c.acte]?.includes(etape) !== true) continue;
    const acte = dAbord(etat, c.acte);
    const connu = parActe.get(acte);
    if (connu === undefined) parActe.set(acte, { acte, echeance: c.echeance ?? null, constats: [c] });
    else {
      connu.constats.push(c);
      if (c.echeance !== undefined && (connu.echeance ?? LOIN) > c.echeance) connu.echeance = c.echeance;
    }
  }
  return [...parActe.values()].sort((a, b) => {
    const [x, y] = [a.echeance ?? LOIN, b.echeance ?? LOIN];
    return x < y ? -1 : x > y ? 1 : rang(a) - rang(b);
  });
}

/** The synthesis is handed over once its three parts are written: until then the thing to do is to write it. */
function dAbord(etat: Etat, acte: string): string {
  if (acte !== "remettreSynthese") return acte;
  const version = etat.syntheses.at(-1);
  return version === undefined || partiesAbsentes(version).length > 0 ? "redigerSynthese" : acte;
}

const rang = (a: AFaire) => Math.min(...a.constats.map((c) => GRAVITES.indexOf(c.gravite)));

/** The usual next act when no finding asks for one: the way a bilan goes. */
const ORDRE: Partial<Record<ReturnType<typeof etapeDe>, string>> = {
  accueil: "noterEntretien",
  preparation: "emettreDevis",
  engage: "tenirSeance",
  deroulement: "tenirSeance",
  terme: "declarerServiceFait",
};

/** The first planned session that nobody noted yet, as something to do on its day. */
function prochaineSeance(etat: Etat): AFaire | null {
  if (!TRANSITIONS.tenirSeance!.includes(etapeDe(etat))) return null;
  let prochaine: Jour | null = null;
  for (const s of etat.seances) {
    if (s.statut === "prevue" && (prochaine === null || s.date < prochaine)) prochaine = s.date;
  }
  return prochaine === null ? null : { acte: "tenirSeance", echeance: prochaine, constats: [] };
}

/**
 * What the dossier waits for first: what is late or due, the next session, else the usual next act; null when nothing
 * is left, or when what is left waits for the person.
 */
export function prochainActe(
  etat: Etat,
  au: Jour,
  constats: readonly Constat[] = juger(etat, au),
): AFaire | null {
  const attend = laDestructionAttend(etat, au);
  const premier = aFaire(etat, constats).find(({ acte }) => !attend || acte !== detruireContenus.nom);
  const seance = prochaineSeance(etat);
  if (premier?.echeance != null)
    return seance !== null && seance.echeance! <= premier.echeance ? seance : premier;
  const usuel = ORDRE[etapeDe(etat)];
  return seance ?? premier ?? (usuel === undefined ? null : { acte: usuel, echeance: null, constats: [] });
}

/**
 * What is left once no bilan takes place: its texts are to go, by our reading, which no rule of the book asks for. Null
 * while it may take place, and once no text is left.
 */
export function destructionSansBilan(etat: Etat, faits: readonly Fait[]): AFaire | null {
  if (!estClose(etapeDe(etat))) return null;
  const due = finsDuDossier(etat, faits, AUCUN_CHOIX).some(({ classe }) => classe === "contenus");
  return due ? { acte: detruireContenus.nom, echeance: null, constats: [] } : null;
}
