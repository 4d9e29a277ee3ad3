import { formatMoment, formatMomentLong, groupesDEmpreinte, ligne, ligneSi, type Moment } from "../champs.ts";
import { type Cadre, type Composition, composer } from "../papier.ts";
import { blocSignature, type Signataire } from "../signature.ts";
import { typographier } from "../typographie.ts";

export interface DonneesRecepisse extends Cadre {
  readonly beneficiaire: string;
  readonly conseiller: string | null;
  readonly remis: Moment;
  /** « en main propre, à la dernière séance », « dans l’espace personnel ». */
  readonly mode: string | null;
  /** What was handed over, each sealed text with its keyed fingerprint, 64 hexadecimal digits; none of a paper. */
  readonly pieces: readonly {
    readonly nature: "synthese" | "resultats";
    readonly surPapier: boolean;
    readonly textes: readonly { readonly nom: string; readonly empreinte: string }[];
  }[];
  readonly signataires: readonly Signataire[];
}

const NOM_DE_PIECE = { synthese: "Document de synthèse", resultats: "Résultats détaillés" };

/** The receipt of the synthesis and the detailed results (L6313-4 §3). The person is a witness: it carries the checkpoint. */
export function composerRecepisse(d: DonneesRecepisse): Composition {
  const refus = [
    ...(d.pieces.length === 0 ? ["Le récépissé ne nomme aucun document remis."] : []),
    ...d.pieces
      .filter((p) => p.textes.some((t) => !/^[0-9a-f]{64}$/.test(t.empreinte)))
      .map(
        (p) =>
          `L’empreinte du document «\u00a0${NOM_DE_PIECE[p.nature]}\u00a0» n’est pas une empreinte SHA-256.`,
      ),
  ];
  const corps = {
    parties: [
      ligne("Bénéficiaire", d.beneficiaire),
      ligne("Remis par", d.conseiller),
      ligne("Remis le", formatMomentLong(d.remis)),
      ...ligneSi("Comment", d.mode),
    ],
    pieces: d.pieces.map(({ nature, surPapier, textes }) => ({
      nom: NOM_DE_PIECE[nature],
      surPapier,
      textes: textes.map((t) => ({ nom: typographier(t.nom), empreinte: groupesDEmpreinte(t.empreinte) })),
    })),
    declaration: `Je reconnais avoir reçu, le ${formatMoment(d.remis)}, ${enumerer(d.pieces.map((p) => AVEC_ARTICLE[p.nature]))} de mon bilan de compétences.`,
    scelle: d.temoin !== null,
    signatures: d.signataires.map(blocSignature),
  };
  return composer(
    d,
    {
      gabarit: "recepisse/recepisse.typ",
      intitule: "Récépissé de remise",
      sousTitre: "Bilan de compétences, documents remis au bénéficiaire",
      corps,
    },
    refus,
  );
}

const AVEC_ARTICLE = { synthese: "le document de synthèse", resultats: "les résultats détaillés" };

function enumerer(choses: readonly string[]): string {
  return choses.length < 2 ? choses.join("") : `${choses.slice(0, -1).join(", ")} et ${choses.at(-1)}`;
}
