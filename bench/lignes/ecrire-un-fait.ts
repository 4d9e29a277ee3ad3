import { tenirLeJournal } from "../../src/jobs/journal.ts";
import { transaction } from "../../src/store/connexion.ts";
import { creerDossier } from "../../src/store/dossiers.ts";
import { ajouterFaits, type FaitAEcrire, TETE_VIDE } from "../../src/store/journal.ts";
import type { ResumeDossier } from "../../src/store/resume.ts";
import type { Auteur, Maison } from "../../src/usecases/maison.ts";
import { tenirLesJournaux } from "../../src/usecases/signer-journal.ts";
import { ecrireTextes } from "../../src/usecases/texte-des-faits.ts";
import { faitsDUnBilan } from "../dossier-complet.ts";
import { entrelacer, mediane, rapport } from "../entrelacer.ts";
import { conclure, type Ligne } from "../ligne.ts";
import { avecServeur } from "../maison-de-mesure.ts";

const CLIENTS = 8;
const CLE_PREUVE = new Uint8Array(32).fill(7);
const RESUME: ResumeDossier = {
  beneficiaire: { nom: "Moreau", prenom: "Camille" },
  nomAffiche: "Camille Moreau",
  conseiller: "nadia",
  etape: "deroulement",
  phase: "investigation",
  minutesSignees: 330,
  minutesPrevues: 1200,
  prochaineEcheance: "2026-12-01",
  prochainActe: "tenirSeance",
  alertes: 0,
  debut: "2026-09-21",
  fin: null,
  financement: "cpf",
};

/**
 * Appending one fact a transaction, by 8 clients on dossiers of their own: fact, head, queue of the
 * journal and list row, the sequencer running; the time ends when every head has its place in the signed log.
 * The rival inserts the same bytes of the facts alone, one statement a commit, through the same pool. Both wait for fsync.
 */
export const ecrireUnFait: Ligne = {
  id: "ecrire",
  mesurer: (echelle) =>
    avecServeur(async (ouvrir) => {
      const { maison, fonder } = await ouvrir("ecritures");
      const { auteur } = await fonder();
      await verifierFsync(maison);
      await maison.base.pool.query(TABLE_NUE);
      const [tours, parClient] = echelle === "reelle" ? [25, 100] : [1, 2];
      const journal = tenirLeJournal(maison, (phrase) => {
        throw new Error(phrase);
      });
      const preparer = () => Array.from({ length: CLIENTS }, () => preparerSuite(maison, auteur, parClient));
      const serie = await entrelacer(
        { tours },
        async () => {
          const suites = preparer();
          for (const suite of suites) await ouvrirLeDossier(maison, auteur, suite.dossierId);
          return debit(
            suites,
            (suite) => ecrireSuite(maison, auteur, suite),
            () => tenirLesJournaux(maison),
          );
        },
        () => debit(preparer(), (suite) => insererSuite(maison, suite)),
      );
      await journal.arreter();
      const [a, b] = [mediane(serie.ours), mediane(serie.rival)];
      const what =
        "Appending a fact, 8 clients, fsync on, sequencer running, against a plain INSERT of the same bytes through the same pool (facts per second; times the speed)";
      return [
        conclure({ id: "ecrire", what, ours: a, rival: b, ratio: rapport(serie), floor: 0.5, aim: 0.8 }),
      ];
    }),
};

async function verifierFsync({ base }: Maison): Promise<void> {
  const { rows } = await base.pool.query(
    "select current_setting('fsync') || current_setting('synchronous_commit') as s",
  );
  if (rows[0].s !== "onon") throw new Error("the server does not wait for the disk");
}

/** What one client writes: the facts of a dossier of its own, their texts and commitments made beforehand. */
interface Suite {
  dossierId: string;
  faits: FaitAEcrire[];
}

const MODELES = faitsDUnBilan();

function preparerSuite(maison: Maison, auteur: Auteur, combien: number): Suite {
  const dossierId = maison.nouvelId();
  const nouveaux = Array.from({ length: combien }, (_, n) => MODELES[n % MODELES.length]!);
  return {
    dossierId,
    faits: ecrireTextes(maison, { dossierId, n: 0, clePreuve: CLE_PREUVE }, nouveaux, auteur),
  };
}

/** Facts per second of all clients together. */
async function debit(
  suites: readonly Suite[],
  ecrire: (suite: Suite) => Promise<void>,
  finir: () => Promise<void> = async () => undefined,
): Promise<number> {
  const debut = performance.now();
  await Promise.all(suites.map(ecrire));
  await finir();
  return (1000 * suites.length * suites[0]!.faits.length) / (performance.now() - debut);
}

async function ouvrirLeDossier(maison: Maison, { organismeId }: Auteur, id: string): Promise<void> {
  const reference = `M-${id}`;
  await transaction(maison.base, organismeId, (tx) => creerDossier(tx, { id, reference, resume: RESUME }));
}

async function ecrireSuite(maison: Maison, auteur: Auteur, { dossierId, faits }: Suite): Promise<void> {
  let tete = TETE_VIDE;
  for (const fait of faits) {
    const ecriture = { dossierId, attendu: tete, faits: [fait], resume: RESUME };
    const ecrit = await transaction(maison.base, auteur.organismeId, (tx) => ajouterFaits(tx, ecriture));
    if (!ecrit.ecrit) throw new Error("a dossier of its own met a conflict");
    tete = ecrit.tete;
  }
}

const TABLE_NUE = `create table nue (
  dossier_id uuid, n integer, id uuid, type text, jour date, texte text, engagement bytea,
  primary key (dossier_id, n))`;

async function insererSuite({ base }: Maison, { dossierId, faits }: Suite): Promise<void> {
  for (const [i, f] of faits.entries()) {
    await base.pool.query({
      name: "nue",
      text: "insert into nue (dossier_id, n, id, type, jour, texte, engagement) values ($1, $2, $3, $4, $5, $6, $7)",
      values: [dossierId, i + 1, f.id, f.type, f.jour, f.texte, Buffer.from(f.engagement)],
    });
  }
}
