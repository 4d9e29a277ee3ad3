import type { Etat, Signataire } from "../law/etat.ts";
import type { Jour } from "../values/jour.ts";
import { estClose, etapeDe } from "./etape.ts";
import { faitsEffectifs } from "./evolve.ts";
import type { Fait } from "./fait.ts";
import { signatureApposee } from "./faits/signature.ts";
import type { Attente, Objet } from "./signature/objet.ts";
import { attentesDe, desaccordsDe } from "./signature/objets.ts";

/**
 * One thing left open in a dossier: what somebody answered and that is due a reaction, or a signature that is missing.
 * Kind, side, what it is about and since which day; never what was said.
 */
export interface Suspens {
  genre: "desaccord" | "autre_date" | "observation" | "signature";
  /** Who answered, or whose signature is missing. */
  par: Signataire;
  /** What was to sign; null for an appointment, which nobody signs. */
  objet: Objet | null;
  /** The session or the fact that it is about, where there is one. */
  sur?: string;
  depuis: Jour;
}

/** On whom each thing waits: they answered, they are asked to, or it is for us to sign. */
export const COTES = ["a_repondu", "attend_reponse", "a_signer"] as const;
export type Cote = (typeof COTES)[number];

const DEHORS: readonly Signataire[] = ["beneficiaire", "employeur"];
const DEDANS: readonly Signataire[] = ["conseiller", "organisme"];

/** Whose turn it is: an answer waits to be read, a signature from outside is waited for, one of ours is owed. */
export function coteDe({ genre, par }: Suspens): Cote {
  if (genre !== "signature") return "a_repondu";
  return DEHORS.includes(par) ? "attend_reponse" : "a_signer";
}

/** Everything that is left open on the day `au`, as the facts say it; a closed dossier waits for nothing. */
export function enSuspens(etat: Etat, faits: readonly Fait[], au: Jour): Suspens[] {
  if (estClose(etapeDe(etat))) return [];
  const depuis = (a: Attente) => depuisQuand(etat, faits, a) ?? au;
  return [
    ...DEHORS.flatMap((par) =>
      desaccordsDe(etat, par, au).map(
        ({ objet, sur, desaccord }): Suspens => ({
          genre: "desaccord",
          par,
          objet,
          ...sien(sur),
          depuis: desaccord.consigneLe,
        }),
      ),
    ),
    ...autresDates(etat),
    ...observations(etat, faits),
    ...[...DEHORS, ...DEDANS].flatMap((par) =>
      attentesDe(etat, par, au).map(
        (a): Suspens => ({ genre: "signature", par, objet: a.objet, ...sien(a.sur), depuis: depuis(a) }),
      ),
    ),
  ];
}

const sien = (sur: string | null) => (sur === null ? {} : { sur });

/** Since when the oldest of each side waits; null where none does. */
export function plusAnciens(suspens: readonly Suspens[]): Record<Cote, Jour | null> {
  const anciens: Record<Cote, Jour | null> = { a_repondu: null, attend_reponse: null, a_signer: null };
  for (const s of suspens) {
    const cote = coteDe(s);
    if (anciens[cote] === null || s.depuis < anciens[cote]) anciens[cote] = s.depuis;
  }
  return anciens;
}

/** The appointments that she asked to move and that still stand where they were. */
export function rendezVousADeplacer(etat: Etat): Etat["reponsesRendezVous"] {
  return etat.reponsesRendezVous.filter(
    (r) =>
      r.reponse === "a_deplacer" &&
      etat.seances.some(
        (s) => s.id === r.seance && s.statut === "prevue" && s.date === r.jour && s.debut === r.debut,
      ),
  );
}

function autresDates(etat: Etat): Suspens[] {
  return rendezVousADeplacer(etat).map((r) => ({
    genre: "autre_date",
    par: "beneficiaire",
    objet: null,
    sur: r.seance,
    depuis: r.consigneLe,
  }));
}

/** Her remarks on the last version of the synthesis: they may be taken in until it is handed over. */
function observations(etat: Etat, faits: readonly Fait[]): Suspens[] {
  const version = etat.syntheses.at(-1);
  if (version === undefined || etat.remise !== null) return [];
  const effectifs = faitsEffectifs(faits);
  // By its place, not by its name: a part that this version took over is answered under the fact that brought its text.
  const depuisElle = effectifs.slice(effectifs.findIndex((f) => f.id === version.fait) + 1);
  return depuisElle.flatMap((f): Suspens[] => {
    if (f.type !== signatureApposee.type) return [];
    const { objet, par, observation } = f.donnees as { objet: Objet; par: Signataire; observation: unknown };
    return objet !== "synthese" || observation === null
      ? []
      : [{ genre: "observation", par, objet, depuis: f.consigneLe }];
  });
}

const dansLe = (sur: string | null, fait: string) => sur?.split(".")[0] === fait;

/** The fact that asks for a signature which makes a fact of its own. */
const DEMANDE_PAR: Partial<Record<Objet, string>> = {
  consentement: "entretien_prealable_tenu.v1",
  volontariat: "financement_arrete.v1",
  conservation: "synthese_redigee.v1",
};

/** The day on which what is to sign was written; undefined when no fact tells it. */
function depuisQuand(etat: Etat, faits: readonly Fait[], { objet, sur }: Attente): Jour | undefined {
  if (objet === "seance") return etat.seances.find((s) => s.id === sur)?.noteeLe ?? undefined;
  const demande = faits.find((f) => (sur === null ? f.type === DEMANDE_PAR[objet] : dansLe(sur, f.id)));
  return demande?.consigneLe;
}
