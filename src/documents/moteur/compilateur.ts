import { fileURLToPath } from "node:url";
import { NodeCompiler, type NodeError } from "@myriaddreamin/typst-ts-node-compiler";
import { lireCouverture } from "./couverture.ts";
import type { DocumentImprimable } from "./document-imprimable.ts";
import { ErreurImpression, sansContenu } from "./erreur-impression.ts";
import { rendreDonneesImprimables } from "./imprimable.ts";
import { lirePolices } from "./polices.ts";

export interface Compilateur {
  /** Blocks until the PDF is made. `norme` is `a-2a` for every paper; tests also ask `ua-1` to lint accessibility. */
  compiler(document: DocumentImprimable, norme?: "a-2a" | "ua-1"): Uint8Array;
  /**
   * Gives back the memory of the last document; called when it has been handed over. Keeping it would spare a twelfth
   * of the time and cost a third more memory.
   */
  oublier(): void;
}

// Figtree has only half of these letters; a rule of the template that looks for them costs a twentieth of the time.
const LETTRE_VIETNAMIENNE = /[\u1ea0-\u1ef9ơưƠƯ]/u;

const REFUS =
  "Ce document n’a pas pu être mis en page. Rien n’a été enregistré\u00a0: signalez-le à votre installateur.";
const REFUS_LOGO =
  "Ce document n’a pas pu être mis en page\u00a0: le logo de l’organisme n’est pas une image PNG ou SVG lisible.";

/** Typst with our fonts, seeing no file of the machine but our templates. */
export function creerCompilateur(dossierDesGabarits: URL): Compilateur {
  const polices = lirePolices();
  const couverture = lireCouverture(polices);
  const racine = fileURLToPath(dossierDesGabarits).replace(/\/$/, "");
  const typst = NodeCompiler.create({ workspace: racine, fontArgs: [{ fontBlobs: polices }] });

  const refuser = (erreur: NodeError, avecLogo: boolean): never => {
    const detail = typst
      .fetchDiagnostics(erreur)
      .map((d: { path?: string; message?: string }) => `${d.path ?? ""} ${sansContenu(d.message ?? "")}`)
      .join("\n");
    throw new ErreurImpression(avecLogo && /logo/.test(detail) ? REFUS_LOGO : REFUS, detail);
  };

  return {
    compiler(document, norme = "a-2a") {
      const { donnee, remplaces } = rendreDonneesImprimables(
        { ...document.donnees, titre: document.titre },
        couverture,
      );
      const { logo } = document;
      const fichierLogo = logo === null ? null : `/logo.${logo.format}`;
      const entrees = {
        document: donnee,
        vietnamien: LETTRE_VIETNAMIENNE.test(JSON.stringify(donnee)),
        date: document.date,
        nonImprimables: remplaces,
        logo: logo === null ? null : { fichier: fichierLogo, alternative: logo.alternative },
      };
      if (logo !== null) typst.mapShadow(`${racine}${fichierLogo}`, Buffer.from(logo.octets));
      try {
        const resultat = typst.compile({
          mainFilePath: `${racine}/${document.gabarit}`,
          inputs: { entrees: JSON.stringify(entrees) },
        });
        const erreur = resultat.takeError();
        if (erreur !== null) refuser(erreur, logo !== null);
        // A missing font or glyph is only a warning for Typst; for an archived paper it is a fault.
        const avertissements = resultat.takeWarnings();
        if (avertissements !== null) refuser(avertissements, logo !== null);
        return exporter(() => typst.pdf(resultat.result!, { pdfStandard: norme }));
      } finally {
        typst.resetShadow();
      }
    },
    oublier: () => typst.evictCache(0),
  };
}

function exporter(ecrire: () => Buffer): Uint8Array {
  try {
    return new Uint8Array(ecrire());
  } catch (erreur) {
    throw new ErreurImpression(REFUS, sansContenu(erreur instanceof Error ? erreur.message : String(erreur)));
  }
}
