import type pg from "pg";
import type { Sceaux } from "../../sceau/sceaux.ts";
import { insererJson } from "../../store/export/inserer-json.ts";
import { compteDeLignes } from "../../store/sauvegarde/compte.ts";
import { ecrireTables } from "../../store/sauvegarde/ecrire-tables.ts";
import type { Trame } from "../../store/sauvegarde/trames.ts";
import { type CleEnveloppee, envelopperCle } from "../../vault/cles-dossier.ts";
import { ErreurSauvegarde } from "../../vault/erreur-sauvegarde.ts";
import type { Ouvreur } from "../../vault/fichier-age.ts";
import type { Trousseau } from "../../vault/trousseau.ts";
import { FICHIERS, tableDuFichier } from "./format.ts";
import { fichiersDe, pasEntier, type ReleveDExport, type SourceDExport } from "./relire.ts";
import { traduireLigne } from "./traduire.ts";

/** Where an organisation is put: an empty database, and a keyring that serves no other. */
export interface LieuDImport {
  poolConfig: pg.PoolConfig;
  trousseau: Trousseau;
  sceaux: Sceaux;
}

/**
 * Puts an export that was read to its end into an empty installation. All of it or nothing; interrupted, it can be done
 * again. Throws `ErreurSauvegarde` when a table holds a row or the file comes from a later version, `ErreurTrousseau`
 * when the keyring serves somebody else.
 */
export async function importerOrganisme(
  lieu: LieuDImport,
  source: SourceDExport,
  ouvreur: Ouvreur,
  releve: ReleveDExport,
  avancer: (phrase: string) => void,
): Promise<void> {
  const { debut } = releve;
  const refus = await ecrireTables(
    lieu.poolConfig,
    {
      sorte: "debut",
      faiteLe: debut.faitLe,
      postgres: "",
      migrations: debut.migrations,
      tables: debut.tables,
    },
    tramesDe(lieu, source, ouvreur, releve),
    (table, faites, enTout) => avancer(`Écriture de la table ${faites + 1} sur ${enTout} : ${table}…`),
    insererJson,
  );
  if (refus === null) return;
  if (refus.refus === "discordante") throw pasEntier();
  throw new ErreurSauvegarde(
    refus.refus === "pas_vide"
      ? "Cette installation contient déjà des données : rien n’a été touché. Un organisme s’importe dans une installation vide. Donnez un autre dossier par PROBANT_DATA, ou une base vide par DATABASE_URL."
      : "Cet export a été fait par une version plus récente de Probant. Rien n’a été touché. Installez cette version.",
  );
}

/** The rows as this installation writes them, table after table. The keyring is written before the first. */
async function* tramesDe(
  { trousseau, sceaux }: LieuDImport,
  source: SourceDExport,
  ouvreur: Ouvreur,
  { debut, secrets }: ReleveDExport,
): AsyncGenerator<Trame> {
  const cles = await recevoirSecrets({ trousseau, sceaux }, debut, secrets);
  const traduire = traduireLigne(trousseau);
  const fichiers = fichiersDe(source, ouvreur);
  let suivant = await fichiers.next();
  const passer = async () => {
    const { value } = suivant;
    suivant = await fichiers.next();
    return Buffer.from(value.contenu);
  };
  const estDe = (table: string) => !suivant.done && tableDuFichier(suivant.value.nom) === table;
  while (!suivant.done && !suivant.value.nom.startsWith("donnees/")) suivant = await fichiers.next();
  for (const table of debut.tables) {
    const compte = compteDeLignes();
    const enTrame = (lignes: readonly string[]): Trame => {
      const octets = Buffer.from(lignes.map((l) => `${l}\n`).join(""), "utf8");
      compte.ajouter(octets);
      return { sorte: "lignes", octets };
    };
    if (table.nom === "cle_dossier") {
      if (cles.length > 0) yield enTrame(cles.map((c) => ligneDeCle(debut.organisme, c)));
    }
    while (estDe(table.nom)) {
      const lignes = (await passer()).toString("utf8").split("\n").slice(0, -1);
      if (table.nom !== "piece") {
        yield enTrame(lignes.map((l) => traduire(table.nom, l)));
        continue;
      }
      for (const ligne of lignes) {
        if (suivant.done || !suivant.value.nom.startsWith("pieces/")) throw pasEntier();
        yield enTrame([avecOctets(ligne, await passer())]);
      }
    }
    yield { sorte: "fin", table: table.nom, ...compte.total() };
  }
  if (suivant.done || suivant.value.nom !== FICHIERS.fin) throw pasEntier();
  await lireLaFin(fichiers);
}

/** Read to its last byte: the file is held whole only there. */
async function lireLaFin(fichiers: AsyncGenerator<unknown>): Promise<void> {
  while (!(await fichiers.next()).done);
}

type CleDeDossier = CleEnveloppee & { dossierId: string };

/** Puts keys, seals and destructions where this installation keeps them; gives the wrappings of the dossiers' keys. */
async function recevoirSecrets(
  { trousseau, sceaux }: Pick<LieuDImport, "trousseau" | "sceaux">,
  { organisme: organismeId, faitLe }: ReleveDExport["debut"],
  secrets: ReleveDExport["secrets"],
): Promise<CleDeDossier[]> {
  const trousseaux = secrets.flatMap((s) => (s.sorte === "trousseau" ? [s.part] : []));
  const [part] = trousseaux;
  if (part === undefined) throw pasEntier();
  await trousseau.recevoirPart(organismeId, part);
  await sceaux.adopter(
    organismeId,
    secrets.flatMap((s) => (s.sorte === "sceau" ? [s.fichier] : [])),
  );
  const cles: CleDeDossier[] = [];
  for (const s of secrets) {
    if (s.sorte !== "dossier") continue;
    const cle = Buffer.from(s.cle, "base64");
    const enveloppee = await envelopperCle(trousseau, organismeId, s.dossier, s.classe, cle);
    cles.push({ dossierId: s.dossier, ...enveloppee });
  }
  const detruites = secrets.flatMap((s) => (s.sorte === "destruction" ? [s.ligne] : []));
  if (detruites.length > 0) {
    // A database put back from before an import still finds here which keys live, and what was destroyed.
    await trousseau.garderClesVivantes(enUnLot(cles.map((c) => ({ ...c, organismeId }))));
    await trousseau.detruireExternes(
      [],
      faitLe,
      detruites.map(({ n, avant, ...d }) => d),
    );
  }
  return cles;
}

async function* enUnLot<T>(cles: readonly T[]): AsyncGenerator<readonly T[]> {
  if (cles.length > 0) yield cles;
}

function ligneDeCle(organismeId: string, c: CleDeDossier): string {
  return JSON.stringify({
    organisme_id: organismeId,
    dossier_id: c.dossierId,
    classe: c.classe,
    cle_externe: c.cleExterne,
    enveloppe: `\\x${c.enveloppe.toString("hex")}`,
  });
}

/** The row and its bytes, without going through a number that JavaScript would round. */
function avecOctets(ligne: string, octets: Buffer): string {
  return `${ligne.slice(0, -1)},"octets":"\\\\x${octets.toString("hex")}"}`;
}
