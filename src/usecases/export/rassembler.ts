import type { EntreeZip } from "../../evidence/entree-zip.ts";
import type { Tx } from "../../store/connexion.ts";
import { voirLesEffaces } from "../../store/dossier/effacements.ts";
import {
  clesDesDossiers,
  decrireColonnes,
  lignesDeLaTable,
  tablesDeLOrganisme,
} from "../../store/export/lire-organisme.ts";
import { MIGRATIONS } from "../../store/migrations/index.ts";
import { lireOrganisme } from "../../store/organisme/organismes.ts";
import { compteDeLignes } from "../../store/sauvegarde/compte.ts";
import type { TablePresente } from "../../store/sauvegarde/tables-presentes.ts";
import { ouvrirCle } from "../../vault/cles-dossier.ts";
import { fermerOctets, type PourQui } from "../../vault/fichier-age.ts";
import { EXTENSIONS } from "../controle/pieces-gardees.ts";
import type { Maison } from "../maison.ts";
import {
  type DebutDExport,
  FICHIERS,
  type FinDExport,
  FORMAT,
  fichierDeLignes,
  fichierDePiece,
  fichierDeSchema,
  type Secret,
} from "./format.ts";
import { lisezMoi } from "./lisez-moi.ts";
import { schemaDeTable } from "./schemas.ts";

const ASSEZ = 1024 * 1024;

/** Told where it stands: a sentence, how many tables are done, and how many there are. */
export type Avancer = (phrase: string, faites: number, enTout: number) => void;

/** The files of an export, in order: what it is, its keys sealed apart, then the rows of each table. */
export async function* rassembler(
  maison: Maison,
  tx: Tx,
  pour: PourQui,
  avancer: Avancer,
  compter: (fin: FinDExport) => void,
): AsyncGenerator<EntreeZip> {
  await voirLesEffaces(tx);
  const debut = await debutDe(maison, tx);
  yield texte(FICHIERS.lisezMoi, lisezMoi(debut));
  yield enJson(FICHIERS.debut, debut);
  for (const { nom } of debut.tables) {
    yield enJson(fichierDeSchema(nom), schemaDeTable(nom, await decrireColonnes(tx, nom)));
  }
  const secrets = (await secretsDe(maison, tx)).map((s) => `${JSON.stringify(s)}\n`).join("");
  yield { nom: FICHIERS.secrets, contenu: await fermerOctets(pour, Buffer.from(secrets)) };
  const fin: FinDExport = { tables: [], pieces: { fichiers: 0, sha256: "" } };
  const pieces = compteDeLignes();
  for (const [i, table] of debut.tables.entries()) {
    const enTout = debut.tables.length;
    avancer(`Lecture de la table ${i + 1} sur ${enTout} : ${table.nom}…`, i, enTout);
    const compte = compteDeLignes();
    for await (const entree of fichiersDeLaTable(tx, table)) {
      if (entree.nom.startsWith("pieces/")) {
        pieces.ajouter(entree.contenu);
        fin.pieces.fichiers += 1;
      } else compte.ajouter(entree.contenu);
      yield entree;
    }
    fin.tables.push({ table: table.nom, ...compte.total() });
  }
  fin.pieces.sha256 = pieces.total().sha256;
  compter(fin);
  yield enJson(FICHIERS.fin, fin);
}

type Entree = EntreeZip & { contenu: Buffer };

/** The lines of a table in files of a megabyte; after the lines of pieces, the bytes of each, in the same order. */
async function* fichiersDeLaTable(tx: Tx, table: TablePresente): AsyncGenerator<Entree> {
  let attente: string[] = [];
  let taille = 0;
  let n = 0;
  const vider = (): Entree => {
    n += 1;
    const entree = texte(fichierDeLignes(table.nom, n), attente.map((l) => `${l}\n`).join(""));
    attente = [];
    taille = 0;
    return entree;
  };
  for await (const lot of lignesDeLaTable(tx, table)) {
    const fichiers: Entree[] = [];
    for (const { texte: ligne, octets } of lot) {
      attente.push(ligne);
      taille += ligne.length;
      if (octets !== null) fichiers.push({ nom: cheminDeLaPiece(ligne), contenu: Buffer.from(octets) });
      // At once where a row holds a file of its own: together they would be more than one text can hold.
      else if (taille >= ASSEZ) yield vider();
    }
    if (fichiers.length === 0) continue;
    yield vider();
    yield* fichiers;
  }
  if (attente.length > 0) yield vider();
}

function cheminDeLaPiece(ligne: string): string {
  const { dossier_id, id, classe, type_media } = JSON.parse(ligne);
  return fichierDePiece(dossier_id, id, classe === "contenu" ? "scelle" : (EXTENSIONS[type_media] ?? "bin"));
}

async function debutDe(maison: Maison, tx: Tx): Promise<DebutDExport> {
  const { raisonSociale } = (await lireOrganisme(tx))!.donnees as { raisonSociale: string };
  return {
    format: FORMAT,
    organisme: tx.organismeId,
    raisonSociale,
    faitLe: maison.horloge(),
    migrations: Object.keys(MIGRATIONS).sort(),
    tables: await tablesDeLOrganisme(tx.client),
  };
}

/** What lies outside of the database, and the keys of dossiers in the clear: the caller closes it. */
async function secretsDe({ trousseau, sceaux }: Maison, tx: Tx): Promise<Secret[]> {
  const { organismeId } = tx;
  const siens = await sceaux.secrets(organismeId);
  return [
    { sorte: "trousseau", part: trousseau.emporterPart(organismeId) },
    ...siens.map((fichier, i) => ({ sorte: "sceau" as const, rang: i + 1, fichier })),
    ...trousseau
      .registre()
      .lignes.filter((l) => l.organisme === organismeId)
      .map((ligne) => ({ sorte: "destruction" as const, ligne })),
    ...(await Promise.all(
      (
        await clesDesDossiers(tx)
      ).map(async (c) => {
        const cle = { ...c, enveloppe: Buffer.from(c.enveloppe) };
        const claire = await ouvrirCle(trousseau, organismeId, c.dossierId, cle);
        return {
          sorte: "dossier" as const,
          dossier: c.dossierId,
          classe: c.classe,
          cle: claire.toString("base64"),
        };
      }),
    )),
  ];
}

const texte = (nom: string, t: string): Entree => ({ nom, contenu: Buffer.from(t, "utf8") });
const enJson = (nom: string, valeur: object): Entree => texte(nom, `${JSON.stringify(valeur, null, 1)}\n`);
