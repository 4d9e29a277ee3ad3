import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { aSonTour } from "../../store/connexion.ts";
import { VERROUS } from "../../store/verrous.ts";
import type { PourQui } from "../../vault/fichier-age.ts";
import type { Maison } from "../maison.ts";
import { ecrireFichierNeuf } from "../sauvegarde/fichier-neuf.ts";
import { flotDExport, preparerExport } from "./flot.ts";
import type { FinDExport } from "./format.ts";
import { inscrireExport } from "./inscrire.ts";
import { releverExport } from "./relire.ts";

/** How the history of the organisation calls whoever keeps the machine. */
const DE_LA_MACHINE = { utilisateur: "machine", nom: "la commande de la machine" };

/** Size of the file in bytes, and what it holds. `relu`: read back to its end, which takes the passphrase. */
export interface ExportFait {
  octets: number;
  dossiers: number;
  lignes: number;
  pieces: number;
  relu: boolean;
}

/**
 * Writes all of one organisation, as it stands at one moment, into one file closed for `pour`. What waits to be destroyed
 * is destroyed first, and the journal is signed. Never replaces a file. Throws `ErreurSauvegarde`.
 */
export async function exporterOrganisme(
  maison: Maison,
  organismeId: string,
  chemin: string,
  pour: PourQui,
  avancer: (phrase: string) => void,
): Promise<ExportFait> {
  await preparerExport(maison);
  let fin: FinDExport | undefined;
  await ecrireFichierNeuf(
    chemin,
    "L’export",
    async (fichier) => {
      await inscrireExport(maison, { organismeId, ...DE_LA_MACHINE });
      // No turn of the keys meanwhile: the wrappings that are read are those that the keyring opens.
      await aSonTour(maison.base, VERROUS.trousseau, async () => {
        fin = await flotDExport(maison, organismeId, pour, avancer, (octets) => fichier.writeFile(octets));
      });
    },
    async (provisoire) => {
      if (!("phrase" in pour)) return;
      avancer("Relecture de l’export…");
      await releverExport(() => createReadStream(provisoire), pour);
    },
  );
  const { tables, pieces } = fin!;
  return {
    octets: (await stat(chemin)).size,
    dossiers: tables.find((t) => t.table === "dossier")?.lignes ?? 0,
    lignes: tables.reduce((total, t) => total + t.lignes, 0),
    pieces: pieces.fichiers,
    relu: "phrase" in pour,
  };
}
