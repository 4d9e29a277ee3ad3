import { accorder } from "../../values/accorder.ts";
import { formatJour } from "../../values/dates-fr.ts";
import type { Jour } from "../../values/jour.ts";
import { groupesDEmpreinte, ligne, ligneSi, type Registre } from "../champs.ts";
import { type Cadre, type Composition, composer } from "../papier.ts";

export interface DestructionAttestee {
  readonly demandeeLe: Jour;
  readonly effectiveLe: Jour;
  /** « au terme du bilan », « à la fin de l’accord », « parce que le bilan n’a pas eu lieu ». */
  readonly pourquoi: string;
  /** Papers and files of the counsellor's own that he attests. */
  readonly documents: number;
  /** The kinds of text that went, and the commitment of each, in hexadecimal. */
  readonly natures: readonly { readonly libelle: string; readonly engagements: readonly string[] }[];
}

export interface TexteDeLoi {
  readonly dit: string;
  /** « Code du travail, art. R6313-7, al. 1, lu le 20 août 2026 ». */
  readonly source: string;
}

export interface DonneesDestruction extends Cadre {
  readonly beneficiaire: string;
  readonly terme: Jour | null;
  readonly destructions: readonly DestructionAttestee[];
  /** What an agreement keeps: which documents, under which of the law's two cases, until when. */
  readonly gardes: readonly { readonly quoi: string; readonly pourquoi: string; readonly jusquAu: Jour }[];
  /** Until when the proofs stay; null while one of their clocks cannot be read. */
  readonly preuvesJusquAu: Jour | null;
  readonly raisonsDesPreuves: readonly string[];
  readonly loi: readonly TexteDeLoi[];
}

/** Attestation that contents are destroyed, in every copy: what went, counted and named by commitments, never shown. */
export function composerDestruction(d: DonneesDestruction): Composition {
  const refus = [
    ...(d.destructions.length === 0 ? ["L’attestation ne nomme aucune destruction."] : []),
    ...d.destructions
      .filter((x) => x.effectiveLe < x.demandeeLe)
      .map(() => "Une destruction ne prend pas effet avant d’être demandée."),
    ...(d.destructions.every((x) =>
      x.natures.every((n) => n.engagements.every((e) => /^[0-9a-f]{64}$/.test(e))),
    )
      ? []
      : ["Un engagement de contenu n’a pas 64 chiffres hexadécimaux."]),
  ];
  const corps = {
    parties: [
      ligne("Bénéficiaire", d.beneficiaire),
      ligne("Bilan de compétences", d.reference),
      ...ligneSi("Terme du bilan", d.terme === null ? null : formatJour(d.terme)),
    ],
    destructions: d.destructions.map((x) => ({
      titre: `Détruit ${x.pourquoi}`,
      fiche: [
        ligne("Demandée le", formatJour(x.demandeeLe)),
        ligne("Effective le", `${formatJour(x.effectiveLe)}, dans la base, ses copies et ses sauvegardes`),
      ],
      registre: registre(x),
    })),
    gardes: {
      entetes: ["Encore gardé", "Pourquoi", "Jusqu’au"],
      lignes: d.gardes.map((g) => [g.quoi, g.pourquoi, formatJour(g.jusquAu)]),
      total: null,
    },
    preuves: {
      jusquAu: d.preuvesJusquAu === null ? null : formatJour(d.preuvesJusquAu),
      raisons: d.raisonsDesPreuves,
    },
    loi: d.loi.map(({ dit, source }) => ({ dit, source })),
    engagements: d.destructions
      .flatMap((x) => x.natures)
      .map(({ libelle, engagements }) => ({ libelle, engagements: engagements.map(groupesDEmpreinte) })),
    scelle: d.temoin !== null,
  };
  return composer(
    d,
    {
      gabarit: "destruction/destruction.typ",
      intitule: "Attestation de destruction",
      sousTitre: "Les contenus du bilan, leurs copies et leurs sauvegardes",
      corps,
    },
    refus,
  );
}

function registre({ natures, documents }: DestructionAttestee): Registre {
  const total = natures.reduce((n, x) => n + x.engagements.length, 0);
  return {
    entetes: ["Ce qui a été détruit", "Nombre"],
    lignes: [
      ...natures.map((n) => [n.libelle, String(n.engagements.length)]),
      ...(documents === 0
        ? []
        : [["Papiers et fichiers du conseiller, hors du dossier, comme il l’atteste", String(documents)]]),
    ],
    total: ["Textes scellés", accorder(total, "texte")],
  };
}
