import { Kysely, PostgresDialect } from "kysely";
import { tenirLeJournal } from "../../src/jobs/journal.ts";
import { transaction } from "../../src/store/connexion.ts";
import { creerDossier } from "../../src/store/dossier/dossiers.ts";
import type { ResumeEcrit } from "../../src/store/dossier/resume.ts";
import { ajouterFaits, type FaitAEcrire, TETE_VIDE } from "../../src/store/journal/journal.ts";
import { isoler } from "../../src/store/migrations/isoler.ts";
import { ecrireTextes } from "../../src/usecases/dossier/texte-des-faits.ts";
import { tenirLesJournaux } from "../../src/usecases/journal/signer-journal.ts";
import type { Auteur, Maison } from "../../src/usecases/maison.ts";
import { faitsDUnBilan } from "../dossier-complet.ts";
import { entrelacer, mediane, rapport } from "../entrelacer.ts";
import { conclure, type Ligne } from "../ligne.ts";
import { avecServeur } from "../maison-de-mesure.ts";

const CLIENTS = 8;
const CLE_PREUVE = new Uint8Array(32).fill(7);
const IDENTITE = { nom: "Moreau", prenom: "Camille" };
const RESUME: ResumeEcrit = {
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
  suspens: [{ genre: "signature", par: "beneficiaire", objet: "seance", depuis: "2026-10-02" }],
  aReponduLe: null,
  attendReponseLe: "2026-10-02",
  aSignerLe: null,
};

/**
 * Appending one fact a transaction, by 8 clients on dossiers of their own: fact, head, queue of the journal and list
 * row, while the sequencer places heads and signs the log beside them, as in the product.
 * The rival inserts the same bytes of the facts and nothing else, by a prepared INSERT in a transaction of the same kind:
 * same pool, same role, same row-level security, a commit per fact. Both wait for fsync.
 */
export const ecrireUnFait: Ligne = {
  id: "ecrire",
  mesurer: (echelle) =>
    avecServeur(async (ouvrir) => {
      const { maison, fonder } = await ouvrir("ecritures");
      const { auteur } = await fonder();
      await verifierFsync(maison);
      await creerTableNue(maison);
      const [tours, parClient] = echelle === "reelle" ? [13, 400] : [1, 2];
      const journal = tenirLeJournal(maison, (phrase) => {
        throw new Error(phrase);
      });
      const nues: number[] = [];
      const preparer = () => Array.from({ length: CLIENTS }, () => preparerSuite(maison, auteur, parClient));
      const serie = await entrelacer(
        { tours },
        async () => {
          const suites = preparer();
          for (const suite of suites) await ouvrirLeDossier(maison, auteur, suite.dossierId);
          const notre = await debit(suites, (suite) => ecrireSuite(maison, auteur, suite));
          // Heads that came since the sequencer's last turn: placed now, not at the rival's expense.
          await tenirLesJournaux(maison);
          return notre;
        },
        async () => {
          const rival = await debit(preparer(), (suite) => insererSuite(maison, auteur, suite));
          nues.push(await debit(preparer(), (suite) => insererNu(maison, auteur, suite)));
          return rival;
        },
      );
      await journal.arreter();
      const [a, b] = [mediane(serie.ours), mediane(serie.rival)];
      const nue = Math.round(mediane(nues)).toLocaleString("en-GB");
      const what = `Appending a fact, 8 clients, fsync on, sequencer running, against the INSERT alone of the same bytes, same pool, same isolation (facts per second; times the speed; the INSERT without transaction nor isolation: ${nue})`;
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
async function debit(suites: readonly Suite[], ecrire: (suite: Suite) => Promise<void>): Promise<number> {
  const debut = performance.now();
  await Promise.all(suites.map(ecrire));
  return (1000 * suites.length * suites[0]!.faits.length) / (performance.now() - debut);
}

async function ouvrirLeDossier(maison: Maison, { organismeId }: Auteur, id: string): Promise<void> {
  const reference = `M-${id}`;
  await transaction(maison.base, organismeId, (tx) =>
    creerDossier(tx, { id, reference, resume: { ...RESUME, beneficiaire: IDENTITE } }),
  );
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

/** A table like the facts' own: same columns, same constraints, same key, same row-level security. */
async function creerTableNue({ base }: Maison): Promise<void> {
  await base.pool.query("create table nue (like fait including all)");
  await isoler(new Kysely({ dialect: new PostgresDialect({ pool: base.pool }) }), "nue", "select, insert");
}

const INSERTION = `insert into nue (organisme_id, dossier_id, n, id, type, jour, texte, engagement)
  values ($1, $2, $3, $4, $5, $6, $7, $8)`;

function valeurs({ organismeId }: Auteur, dossierId: string, n: number, f: FaitAEcrire): unknown[] {
  return [organismeId, dossierId, n, f.id, f.type, f.jour, f.texte, Buffer.from(f.engagement)];
}

async function insererSuite({ base }: Maison, auteur: Auteur, { dossierId, faits }: Suite): Promise<void> {
  for (const [i, fait] of faits.entries()) {
    const insertion = { name: "nue", text: INSERTION, values: valeurs(auteur, dossierId, i + 1, fait) };
    await transaction(base, auteur.organismeId, ({ client }) => client.query(insertion));
  }
}

/** Told beside the ratio: what the server does when nothing keeps organisations apart. */
async function insererNu({ base }: Maison, auteur: Auteur, { dossierId, faits }: Suite): Promise<void> {
  for (const [i, fait] of faits.entries()) {
    await base.pool.query({ name: "nue", text: INSERTION, values: valeurs(auteur, dossierId, i + 1, fait) });
  }
}
