import type { EntreeZip } from "../../evidence/entree-zip.ts";
import { COMPTES } from "../../store/export/lire-organisme.ts";
import { compteDeLignes } from "../../store/sauvegarde/compte.ts";
import { enJson } from "../../values/en-json.ts";
import { ErreurSauvegarde } from "../../vault/erreur-sauvegarde.ts";
import { type Ouvreur, ouvrirFluxAge, ouvrirOctetsAge } from "../../vault/fichier-age.ts";
import {
  type DebutDExport,
  FICHIERS,
  FORMAT,
  type Secret,
  sDebutDExport,
  sFinDExport,
  sSecret,
  tableDuFichier,
} from "./format.ts";
import { ordreDExport } from "./ordre.ts";
import { dezipper } from "./zip-en-flux.ts";

/** The bytes of a closed export, from the beginning, each time that it is asked. */
export type SourceDExport = () => AsyncIterable<Uint8Array>;

/** An export that was read to its end: what it begins with, and its keys. */
export interface ReleveDExport {
  debut: DebutDExport;
  secrets: readonly Secret[];
}

/** The files of an export, one after the other, as it is opened: none of it is held whole. */
export const fichiersDe = (source: SourceDExport, ouvreur: Ouvreur): AsyncGenerator<EntreeZip> =>
  dezipper(ouvrirFluxAge(ouvreur, source()));

/**
 * Reads an export to its end, each file in its place, and counts and hashes every table and piece again. Throws
 * `ErreurSauvegarde`, `ErreurAge` or `ErreurZip` on a file that is altered, cut, of another version, or none of ours.
 */
export async function releverExport(source: SourceDExport, ouvreur: Ouvreur): Promise<ReleveDExport> {
  let debut: DebutDExport | undefined;
  let secrets: Secret[] | undefined;
  let fin: unknown;
  const comptes = new Map<string, ReturnType<typeof compteDeLignes>>();
  const pieces = compteDeLignes();
  const aSaPlace = ordreDExport();
  let fichiers = 0;
  for await (const { nom, contenu } of fichiersDe(source, ouvreur)) {
    if (!aSaPlace(nom, debut?.tables ?? [])) throw pasEntier();
    const octets = Buffer.from(contenu.buffer, contenu.byteOffset, contenu.length);
    if (nom === FICHIERS.debut) debut = lireDebut(octets);
    else if (nom === FICHIERS.secrets) secrets = await lireSecrets(octets, ouvreur);
    else if (nom === FICHIERS.fin) fin = enJson(octets.toString("utf8"));
    else if (nom.startsWith("pieces/")) {
      pieces.ajouter(octets);
      fichiers += 1;
    } else if (nom.startsWith("donnees/")) {
      const compte = comptes.get(tableDuFichier(nom)) ?? compteDeLignes();
      comptes.set(tableDuFichier(nom), compte);
      compte.ajouter(octets);
      if (debut === undefined) throw pasEntier();
      exigerSesLignes(debut, tableDuFichier(nom), octets);
    }
  }
  if (debut === undefined || secrets === undefined) throw pasEntier();
  const { organisme } = debut;
  if (secrets.some((s) => s.sorte === "destruction" && s.ligne.organisme !== organisme)) throw pasEntier();
  const attendu = sFinDExport.safeParse(fin);
  const vu = {
    tables: debut.tables.map(({ nom }) => ({
      table: nom,
      ...(comptes.get(nom) ?? compteDeLignes()).total(),
    })),
    pieces: { fichiers, sha256: pieces.total().sha256 },
  };
  if (!attendu.success || JSON.stringify(attendu.data) !== JSON.stringify(vu)) throw pasEntier();
  return { debut, secrets };
}

/** Anybody can close a file for a public recipient: a row of somebody else is not let in with those of the organisation. */
function exigerSesLignes({ organisme }: DebutDExport, table: string, octets: Buffer): void {
  if (table === COMPTES.nom) return;
  const colonne = table === "organisme" ? "id" : "organisme_id";
  for (const ligne of octets.toString("utf8").split("\n").slice(0, -1)) {
    const lue = enJson(ligne) as Record<string, unknown> | null | undefined;
    if (lue?.[colonne] !== organisme) throw pasEntier();
  }
}

function lireDebut(octets: Buffer): DebutDExport {
  const dit = enJson(octets.toString("utf8")) as { format?: unknown } | undefined;
  if (dit?.format !== FORMAT && String(dit?.format).startsWith("probant-export/")) {
    throw new ErreurSauvegarde(
      "Cet export est d’un format que cette version de Probant ne connaît pas. Installez une version plus récente.",
    );
  }
  const lu = sDebutDExport.safeParse(dit);
  if (lu.success) return lu.data;
  throw new ErreurSauvegarde("Ce fichier s’ouvre, mais ce n’est pas un export de Probant.");
}

async function lireSecrets(octets: Buffer, ouvreur: Ouvreur): Promise<Secret[]> {
  const clair = Buffer.from(await ouvrirOctetsAge(ouvreur, octets)).toString("utf8");
  return clair
    .split("\n")
    .slice(0, -1)
    .map((ligne) => {
      const lu = sSecret.safeParse(enJson(ligne));
      if (lu.success) return lu.data;
      throw pasEntier();
    });
}

/** The one answer for an export that does not say what it should. */
export const pasEntier = () =>
  new ErreurSauvegarde("Cet export n’est pas entier, ou il a été réécrit. Prenez-en un autre.");
