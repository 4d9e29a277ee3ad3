import type { Etat } from "../law/etat.ts";
import { type Constat, juger, manquements } from "../law/judge.ts";
import {
  type Acte,
  type Brut,
  type Contexte,
  estRefus,
  lireSaisie,
  type NomTape,
  type Refus,
} from "./acte.ts";
import { definitionDe } from "./catalogue.ts";
import { etapeDe, LIBELLES_ETAPES } from "./etape.ts";
import { etatDe } from "./evolve.ts";
import type { Fait, FaitNouveau } from "./fait.ts";
import { commandeRepondue, conventionSignee, conventionTransmise } from "./faits/commande.ts";
import { refusDeRole } from "./roles-des-actes.ts";
import { TRANSITIONS } from "./transitions.ts";

/** `signe`: the name under which the facts were signed in the form itself, which the dossier alone cannot know. */
export type Decision = { faits: FaitNouveau[]; signe?: NomTape } | { refus: Refus[] };

/** Whether the stage of the dossier allows the act; the refusal says which stages do. */
function refusDeTransition(acte: Acte, etat: Etat): Refus | null {
  const etape = etapeDe(etat);
  const permises = TRANSITIONS[acte.nom] ?? [];
  if (permises.includes(etape)) return null;
  return {
    phrase: `« ${acte.titre} » n’est pas possible : ${LIBELLES_ETAPES[etape]}.`,
    remede: `Cela devient possible quand ${permises.map((e) => LIBELLES_ETAPES[e]).join(", ou quand ")}.`,
  };
}

/**
 * Why the act cannot even be begun on this dossier: who asks, else its stage, else what the act itself waits for; null
 * when it can.
 */
export function refusDEntree(acte: Acte, etat: Etat, contexte: Contexte): Refus | null {
  return refusDeRole(acte, contexte.role) ?? refusDeTransition(acte, etat) ?? acte.obstacle(etat, contexte);
}

/** What each rule refuses even when its gap was there before: the order that public money pays, without a certificate (Q20). */
const REFUSES_MALGRE_TOUT: Readonly<Record<string, readonly string[]>> = {
  E08: [commandeRepondue.type, conventionTransmise.type, conventionSignee.type],
};

// The law refuses a decision only for what the decision itself brings: a gap that was there before is a finding,
// not a reason to stop the person from going on.
function refusDeLaLoi(avant: Etat, apres: Etat, faits: readonly FaitNouveau[], au: Contexte["au"]): Refus[] {
  const bloque = (constats: Constat[]) => manquements(constats).filter((c) => c.rule.effet === "bloque");
  const constatsAvant = juger(avant, au);
  const connus = new Set(bloque(constatsAvant).map((c) => c.rule.id));
  for (const [id, types] of Object.entries(REFUSES_MALGRE_TOUT)) {
    if (faits.some((f) => types.includes(f.type))) connus.delete(id);
  }
  const attendu = (c: Constat) => constatsAvant.find((a) => a.rule.id === c.rule.id)?.acte;
  return bloque(juger(apres, au))
    .filter((c) => !connus.has(c.rule.id))
    .map((c: Constat) => {
      const acte = attendu(c);
      return {
        phrase: c.ecart ?? c.explication,
        remede: `Règle ${c.rule.id} (${c.rule.sources[0]!.ref}). Cela devient possible quand ${c.rule.remede}`,
        ...(acte === undefined ? {} : { acte }),
      };
    });
}

/** Facts must satisfy their own schema: what `decider` forgot is a bug, found here rather than in the journal. */
function normaliser(faits: readonly FaitNouveau[]): FaitNouveau[] {
  return faits.map((f) => ({ ...f, donnees: definitionDe(f.type).schema.parse(f.donnees) }));
}

/** The state after the new facts, as if they were written today. */
export function apresFaits(
  initial: Etat,
  faits: readonly Fait[],
  nouveaux: readonly FaitNouveau[],
  au: Contexte["au"],
): Etat {
  const suite = nouveaux.map((f, i): Fait => ({ ...f, id: `nouveau-${i + 1}`, consigneLe: au }));
  return etatDe(initial, [...faits, ...suite]);
}

/**
 * Decides one act: reads what was typed, holds it against the stage, the act's own conditions and the law,
 * and answers the facts that happened or the refusals to show. Pure.
 */
export function decider(
  acte: Acte,
  dossier: { initial: Etat; faits: readonly Fait[] },
  brut: Brut,
  qui: Omit<Contexte, "faits">,
): Decision {
  const contexte: Contexte = { ...qui, faits: dossier.faits };
  const etat = etatDe(dossier.initial, dossier.faits);
  const entree = refusDEntree(acte, etat, contexte);
  if (entree !== null) return { refus: [entree] };
  const lu = lireSaisie(acte.champs(etat, contexte), brut);
  if ("refus" in lu) return lu;
  const decide = acte.decider(etat, lu.saisie, contexte);
  if (estRefus(decide)) return { refus: decide };
  const decision = retenir(dossier, decide, contexte.au, acte.nature);
  const signe = acte.signe(etat, lu.saisie);
  return "refus" in decision || signe === null ? decision : { ...decision, signe };
}

/**
 * Holds decided facts against their own shape, the calendar and, when they are a decision, the law: for an act, and for
 * a signature, which decides without a form of its own.
 */
export function retenir(
  dossier: { initial: Etat; faits: readonly Fait[] },
  decide: readonly FaitNouveau[],
  au: Contexte["au"],
  nature: Acte["nature"],
): Decision {
  const faits = normaliser(decide);
  const futur = faits.find((f) => f.date > au);
  if (futur !== undefined)
    return { refus: [{ champ: "date", phrase: "Cette date est dans le futur : un fait a déjà eu lieu." }] };
  if (nature === "constat") return { faits };
  const refus = refusDeLaLoi(
    etatDe(dossier.initial, dossier.faits),
    apresFaits(dossier.initial, dossier.faits, faits, au),
    faits,
    au,
  );
  return refus.length > 0 ? { refus } : { faits };
}
