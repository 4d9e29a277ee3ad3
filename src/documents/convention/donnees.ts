import { enBlocs } from "../blocs.ts";
import { groupesDEmpreinte, ligne } from "../champs.ts";
import { type Cadre, type Composition, composer } from "../papier.ts";
import { blocSignature, type Signataire } from "../signature.ts";
import { typographier } from "../typographie.ts";

/** A convention or a contract, as the text that its parties sign on a screen says it. */
export interface DonneesConvention extends Cadre {
  readonly titre: string;
  readonly lignes: readonly { readonly terme: string; readonly dit: string }[];
  readonly parties: readonly { readonly titre: string; readonly paragraphes: readonly string[] }[];
  readonly paragraphes: readonly string[];
  /** What the law wants said and no fact says; null when nothing lacks. */
  readonly incomplet: string | null;
  /** SHA-256 of the text, hexadecimal: the one that the receipts of its signatures name. */
  readonly empreinte: string;
  readonly signataires: readonly Signataire[];
}

/** The text to the letter, then who signed it and when. Under the fingerprint, each finds his own receipt again. */
export function composerConvention(d: DonneesConvention): Composition {
  const corps = {
    parties: d.lignes.map((l) => ligne(typographier(l.terme), typographier(l.dit))),
    sections: d.parties.map((s) => ({
      titre: typographier(s.titre),
      blocs: enBlocs(s.paragraphes.join("\n\n")),
    })),
    blocs: enBlocs(d.paragraphes.join("\n\n")),
    incomplet: d.incomplet === null ? null : typographier(d.incomplet),
    empreinte: groupesDEmpreinte(d.empreinte),
    signatures: d.signataires.map(blocSignature),
  };
  return composer(d, {
    gabarit: "convention/convention.typ",
    intitule: typographier(d.titre),
    sousTitre: null,
    corps,
  });
}
