import { randomInt } from "node:crypto";
import { AUCUN_ECHEC, type BilanDesEchecs, faireEchouerChaqueAppel } from "./echouer.ts";
import { preparerEssai } from "./essayer.ts";
import type { Atelier } from "./installation.ts";
import { INVARIANTS } from "./invariants.ts";
import type { Point } from "./points.ts";
import { assemblerProgramme } from "./programme.ts";
import type { Epreuve, Taille } from "./resultat.ts";
import { AUCUN_MORT, type BilanDesMorts, tuerAuxPoints } from "./tuer.ts";
import { VOIES } from "./voies.ts";

/** Deaths and failures of each way: some at each push, all of them and random ones at night. */
const TAILLES = {
  pousse: { morts: 1, auHasard: 0, appels: 6 },
  nuit: { morts: Number.POSITIVE_INFINITY, auHasard: 1_000, appels: Number.POSITIVE_INFINITY },
} as const;

const etaler = <T>(liste: readonly T[], combien: number): T[] =>
  liste.length <= combien
    ? [...liste]
    : Array.from({ length: combien }, (_, i) => liste[Math.floor(((i + 0.5) * liste.length) / combien)]!);

/** Each way is cut: killed around its commits, writings and messages (D2, 1), each of its calls failing in turn (D2, 4). */
export async function couperLesVoies(atelier: Atelier, taille: Taille): Promise<Epreuve[]> {
  const { morts, auHasard, appels } = TAILLES[taille];
  const programme = await assemblerProgramme(atelier.dossier);
  let [tues, echecs, points]: [BilanDesMorts, BilanDesEchecs, number] = [AUCUN_MORT, AUCUN_ECHEC, 0];
  const debut = performance.now();
  let tempsDesMorts = 0;
  for (const voie of VOIES) {
    const essai = await preparerEssai(atelier, voie);
    echecs = ajouterEchecs(echecs, await faireEchouerChaqueAppel(essai, appels));
    const decisifs = essai.points.filter((p) => p.decisif);
    points += decisifs.length;
    const hasards = Array.from({ length: Math.round(auHasard / VOIES.length) }, () =>
      auHasardParmi(essai.points),
    );
    const avant = performance.now();
    tues = ajouterMorts(
      tues,
      await tuerAuxPoints(essai, programme, [...etaler(decisifs, morts), ...hasards]),
    );
    tempsDesMorts += performance.now() - avant;
  }
  const total = performance.now() - debut;
  return [
    {
      id: "kill",
      quoi: "kill -9 autour des validations, des écritures de fichier et des envois de chaque voie",
      comptes: {
        voies: VOIES.length,
        points,
        morts: tues.morts,
        ecrituresConfirmees: tues.confirmees,
        invariants: INVARIANTS.length,
        repriseLaPlusLongueMs: Math.round(tues.reprise),
      },
      fautes: [...tues.fautes, ...(tues.reprise > 5_000 ? ["une reprise a pris plus de 5 s"] : [])],
      dureeS: tempsDesMorts / 1000,
    },
    {
      id: "appels",
      quoi: "le n-ième appel échoue : base coupée, disque qui refuse ou plein, message non pris",
      comptes: { voies: VOIES.length, appels: echecs.appels, echecs: echecs.atteints },
      fautes: echecs.fautes,
      dureeS: (total - tempsDesMorts) / 1000,
    },
  ];
}

const auHasardParmi = (points: readonly Point[]): Point => points[randomInt(points.length)]!;

function ajouterMorts(a: BilanDesMorts, b: BilanDesMorts): BilanDesMorts {
  return {
    morts: a.morts + b.morts,
    confirmees: a.confirmees + b.confirmees,
    reprise: Math.max(a.reprise, b.reprise),
    fautes: [...a.fautes, ...b.fautes],
  };
}

function ajouterEchecs(a: BilanDesEchecs, b: BilanDesEchecs): BilanDesEchecs {
  return {
    appels: a.appels + b.appels,
    atteints: a.atteints + b.atteints,
    fautes: [...a.fautes, ...b.fautes],
  };
}
