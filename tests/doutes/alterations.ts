import { utf8 } from "../../src/evidence/bytes.ts";
import { type Checkpoint, openCheckpoint, signCheckpoint } from "../../src/evidence/checkpoint.ts";
import { engagementDuFait, selDuFait } from "../../src/evidence/engagement.ts";
import {
  consistencyProof,
  inclusionProof,
  leafHash,
  rangesOfLeaves,
  rootOf,
  verifierFeuilles,
  verifyConsistency,
  verifyInclusion,
} from "../../src/evidence/merkle.ts";
import { texteDuFait } from "../../src/evidence/texte-fait.ts";
import { hasherNode as h } from "../../src/verifier/hasher-node.ts";
import { CLE_JOURNAL, CLE_PREUVE, signerDeTest } from "../harness/ecritures.ts";
import type { Epreuve } from "./resultat.ts";

const FAITS = 2_000;
const ECHANTILLON = 100;
/** The head that somebody outside holds: what was signed three quarters of the way. */
const ANCRE = 1_500;
const DOSSIER = "5a1f0c1e-0000-4000-8000-000000000036";

const texte = (i: number, note = `séance ${i}`) =>
  texteDuFait(DOSSIER, i + 1, {
    id: `5a1f0c1e-0000-4000-8000-${String(i).padStart(12, "0")}`,
    type: "seance_tenue.v1",
    date: "2026-11-24",
    consigneLe: "2026-11-24",
    donnees: { note, duree: 120, modalite: "presentiel" },
  });
const sel = (i: number) => selDuFait(h, CLE_PREUVE, DOSSIER, i + 1);
const engagement = (i: number, t: string) => engagementDuFait(h, sel(i), t);

const suitesDe = (feuilles: readonly Uint8Array[]) =>
  rangesOfLeaves(
    h,
    feuilles.map((f) => leafHash(h, f)),
  );

/** A log as it is kept, and its head as it was signed. */
interface Journal {
  feuilles: Uint8Array[];
  note: string;
}

function signer(feuilles: Uint8Array[]): Journal {
  const tete = { taille: feuilles.length, racine: rootOf(h, feuilles) };
  return { feuilles, note: signCheckpoint(tete, CLE_JOURNAL, signerDeTest) };
}

/** Whether a log is what its signed head says, and the continuation of the head that is held outside. */
function tient({ feuilles, note }: Journal, ancre?: Checkpoint): boolean {
  const tete = openCheckpoint(h, note, CLE_JOURNAL);
  if (tete.taille !== feuilles.length || !verifierFeuilles(h, feuilles, tete.racine)) return false;
  if (ancre === undefined) return true;
  if (ancre.taille > tete.taille) return false;
  const preuve = consistencyProof(suitesDe(feuilles), ancre.taille, tete.taille);
  return verifyConsistency(
    h,
    { size: ancre.taille, root: ancre.racine },
    { size: tete.taille, root: tete.racine },
    preuve,
  );
}

/** Every bit of sampled records, and every manoeuvre of somebody who holds the key (D2, 36). */
export function altererLeJournal(): Epreuve {
  const debut = performance.now();
  const textes = Array.from({ length: FAITS }, (_, i) => texte(i));
  const feuilles = textes.map((t, i) => engagement(i, t));
  const vrai = signer(feuilles);
  const ancre = openCheckpoint(h, signer(feuilles.slice(0, ANCRE)).note, CLE_JOURNAL);
  const fautes: string[] = [];
  if (!tient(vrai, ancre)) fautes.push("le journal intact est refusé");
  const { bits, acceptes } = retournerChaqueBit(textes, feuilles, vrai.note);
  if (acceptes > 0) fautes.push(`${acceptes} bits retournés n’ont pas été vus`);
  const manoeuvres = lesManoeuvres(textes, feuilles);
  let vuesParLAncre = 0;
  for (const [nom, { journal, ancreSeule }] of Object.entries(manoeuvres)) {
    // Signed again with the true key, some agree with themselves: the head held outside alone shows them.
    if (tient(journal) !== ancreSeule) fautes.push(`${nom} : la tête seule ne juge pas comme prévu`);
    if (tient(journal, ancre)) fautes.push(`${nom} : passé sans être vu`);
    else if (ancreSeule) vuesParLAncre += 1;
  }
  return {
    id: "bits",
    quoi: "chaque bit de faits pris dans un journal retourné, et chaque manœuvre avec la vraie clé",
    comptes: {
      faits: FAITS,
      faitsRetournes: ECHANTILLON,
      bits,
      acceptes,
      manoeuvres: Object.keys(manoeuvres).length,
      vuesParLaTeteGardeeAilleurs: vuesParLAncre,
    },
    fautes,
    dureeS: (performance.now() - debut) / 1000,
  };
}

function retournerChaqueBit(textes: readonly string[], feuilles: Uint8Array[], note: string) {
  let [bits, acceptes] = [0, 0];
  const retourner = (octets: Uint8Array, accepte: (faux: Uint8Array) => boolean) => {
    const faux = octets.slice();
    for (let bit = 0; bit < octets.length * 8; bit += 1) {
      faux[bit >> 3]! ^= 1 << (bit & 7);
      bits += 1;
      if (accepte(faux)) acceptes += 1;
      faux[bit >> 3]! ^= 1 << (bit & 7);
    }
  };
  const racine = rootOf(h, feuilles);
  const suites = suitesDe(feuilles);
  for (let k = 0; k < ECHANTILLON; k += 1) {
    const i = Math.floor((k * FAITS) / ECHANTILLON);
    const chemin = inclusionProof(suites, i, FAITS);
    const [leSel, laFeuille] = [sel(i), Buffer.from(feuilles[i]!)];
    // The commitment as it is made, over bytes: some of these are no text any more.
    retourner(utf8(textes[i]!), (faux) => laFeuille.equals(h.hmacSha256(leSel, faux)));
    if (!laFeuille.equals(h.hmacSha256(leSel, utf8(textes[i]!)))) throw new Error("a true fact is refused");
    retourner(feuilles[i]!, (faux) => verifyInclusion(h, i, FAITS, leafHash(h, faux), chemin, racine));
  }
  retourner(utf8(note), (faux) => {
    try {
      const { taille, racine: lue } = openCheckpoint(h, Buffer.from(faux).toString("utf8"), CLE_JOURNAL);
      return taille === FAITS && Buffer.from(lue).equals(racine);
    } catch {
      return false;
    }
  });
  return { bits, acceptes };
}

function lesManoeuvres(textes: readonly string[], feuilles: Uint8Array[]) {
  const { note } = signer(feuilles);
  const milieu = Math.floor(ANCRE / 2);
  const recrits = textes.map((t, i) => engagement(i, i === milieu ? texte(i, "une autre séance") : t));
  return {
    "un fait retiré": { journal: { feuilles: feuilles.toSpliced(milieu, 1), note }, ancreSeule: false },
    "deux faits échangés": {
      journal: { feuilles: feuilles.with(1, feuilles[2]!).with(2, feuilles[1]!), note },
      ancreSeule: false,
    },
    "un fait inséré": {
      journal: { feuilles: feuilles.toSpliced(milieu, 0, feuilles[0]!), note },
      ancreSeule: false,
    },
    "la fin coupée, la tête signée de nouveau": {
      journal: signer(feuilles.slice(0, ANCRE - 1)),
      ancreSeule: true,
    },
    "une ancienne tête rejouée": { journal: signer(feuilles.slice(0, milieu)), ancreSeule: true },
    "toute la suite récrite et signée": { journal: signer(recrits), ancreSeule: true },
  };
}
