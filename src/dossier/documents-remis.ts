import type { Communication } from "../law/etat.ts";
import { contenusNommes } from "./contenus-nommes.ts";
import { faitsEffectifs } from "./evolve.ts";
import type { Fait } from "./fait.ts";
import { syntheseRedigee } from "./faits/conclusion.ts";
import { PARTIES } from "./parties-synthese.ts";

type Document = Communication["document"];

/** One sealed text of a document: the fact that holds it, its name there, and the commitment to it. */
export interface TexteDuDocument {
  document: Document;
  fait: string;
  cle: string;
  engagement: string;
}

/** The texts that a document is made of today, in their order; none when nothing of it is in this dossier. */
export function textesDuDocument(document: Document, faits: readonly Fait[]): TexteDuDocument[] {
  const effectifs = faitsEffectifs(faits);
  if (document === "synthese") {
    const derniere = effectifs.findLast((f) => f.type === syntheseRedigee.type);
    return derniere === undefined ? [] : textesDe(derniere, document, [...CLES_DE_LA_SYNTHESE, "contenu"]);
  }
  return effectifs
    .filter((f) => RESULTATS.test(f.type))
    .flatMap((f) => textesDe(f, document, ["resultats", "fichier"]));
}

const CLES_DE_LA_SYNTHESE: readonly string[] = PARTIES.map((p) => p.partie);
const RESULTATS = /^(test_utilise|resultats_ecrits|resultats_joints)\./;

function textesDe(fait: Fait, document: Document, cles: readonly string[]): TexteDuDocument[] {
  const nommes = contenusNommes(fait.donnees);
  return cles.flatMap((cle) => {
    const contenu = nommes.find((c) => c.cle === cle);
    return contenu === undefined ? [] : [{ document, fait: fait.id, cle, engagement: contenu.engagement }];
  });
}
