import { formatJour } from "../../values/dates-fr.ts";
import type { Jour } from "../../values/jour.ts";
import { enBlocs } from "../blocs.ts";
import { ligne, ligneSi, type Registre } from "../champs.ts";
import { type Cadre, type Composition, composer } from "../papier.ts";
import { blocSignature, type Signataire } from "../signature.ts";
import { typographier } from "../typographie.ts";

/**
 * The synthesis. Its type holds no payer: the person is its only addressee, and no header may tell her employer's
 * or a funder's name (L6313-4).
 */
export interface DonneesSynthese extends Cadre {
  readonly beneficiaire: string;
  readonly conseiller: string | null;
  readonly du: Jour | null;
  readonly au: Jour | null;
  readonly circonstances: string | null;
  /** Competences and aptitudes with regard to the perspectives. */
  readonly competences: string | null;
  readonly projetProfessionnel: string | null;
  /** Only where it applies. */
  readonly projetDeFormation: string | null;
  readonly etapes: readonly { readonly quoi: string; readonly quand: string | null }[];
  /** The person's own remarks. */
  readonly remarques: string | null;
  readonly signataires: readonly Signataire[];
}

/** The document de synthèse, in its three parts. A part that is not written stops it: a synthesis with a hole is none. */
export function composerSynthese(d: DonneesSynthese): Composition {
  const ecrit = (texte: string | null): boolean => texte !== null && texte.trim() !== "";
  const refus = [
    ...(ecrit(d.circonstances) ? [] : ["La première partie, les circonstances du bilan, n’est pas écrite."]),
    ...(ecrit(d.competences) ? [] : ["La deuxième partie, les compétences et aptitudes, n’est pas écrite."]),
    ...(ecrit(d.projetProfessionnel) || ecrit(d.projetDeFormation)
      ? []
      : ["La troisième partie, le projet, n’est pas écrite."]),
  ];
  const blocsDe = (texte: string | null) => (ecrit(texte) ? enBlocs(texte!) : null);
  const periode = d.du === null || d.au === null ? null : `du ${formatJour(d.du)} au ${formatJour(d.au)}`;
  const corps = {
    parties: [
      ligne("Bénéficiaire", d.beneficiaire),
      ligne("Conseiller", d.conseiller),
      ...ligneSi("Bilan réalisé", periode),
    ],
    circonstances: blocsDe(d.circonstances),
    competences: blocsDe(d.competences),
    projetProfessionnel: blocsDe(d.projetProfessionnel),
    projetDeFormation: blocsDe(d.projetDeFormation),
    etapes: d.etapes.length === 0 ? null : etapes(d.etapes),
    remarques: blocsDe(d.remarques),
    signatures: d.signataires.map(blocSignature),
  };
  return composer(
    d,
    {
      gabarit: "synthese/synthese.typ",
      intitule: "Document de synthèse",
      sousTitre: "Bilan de compétences",
      corps,
    },
    refus,
  );
}

function etapes(liste: DonneesSynthese["etapes"]): Registre {
  return {
    entetes: ["Étape", "Échéance"],
    lignes: liste.map(({ quoi, quand }) => [typographier(quoi), quand === null ? null : typographier(quand)]),
    total: null,
  };
}
