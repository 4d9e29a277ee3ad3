import { accorder } from "../../values/accorder.ts";
import { formatJour } from "../../values/dates-fr.ts";
import type { Jour } from "../../values/jour.ts";
import { formatMomentLong, groupesDEmpreinte, ligne, type Moment } from "../champs.ts";
import { type Cadre, type Composition, composer } from "../papier.ts";
import { typographier } from "../typographie.ts";

/** References that fit on two sheets; a longer list stays in its file, and its fingerprint says which file. */
const REFERENCES_IMPRIMEES = 400;

export interface DonneesTirage extends Cadre {
  /** The period whose bilans are audited, both days in. */
  readonly du: Jour;
  readonly au: Jour;
  /** Which bilans are of the period, one sentence. */
  readonly regle: string;
  /** The references that were drawn among, in the order of their file. */
  readonly population: readonly string[];
  /** SHA-256 of that file, hexadecimal. */
  readonly sha256: string;
  readonly graine: string;
  /** How many were asked for; fewer are drawn when there are fewer. */
  readonly taille: number;
  /** In the order of the draw; the fingerprint is the SHA-256 that gave the place. */
  readonly tires: readonly { readonly reference: string; readonly empreinte: string }[];
  /** The lines of a shell that make the draw again from `references.txt`. */
  readonly recette: readonly string[];
  readonly fait: Moment;
  readonly par: string;
  /** Last day of the auditors' access. */
  readonly finLe: Jour;
  readonly montreNoms: boolean;
}

/** How a sample was drawn: whoever holds this sheet and the list draws it again without the organisation. */
export function composerTirage(d: DonneesTirage): Composition {
  const empreintes = [d.sha256, ...d.tires.map((t) => t.empreinte)];
  const refus = [
    ...(empreintes.every((e) => /^[0-9a-f]{64}$/.test(e))
      ? []
      : ["Une empreinte du tirage n’est pas une empreinte SHA-256."]),
    ...(d.tires.length === 0 ? ["Ce tirage ne porte aucun dossier."] : []),
  ];
  return composer(
    d,
    {
      gabarit: "tirage/tirage.typ",
      intitule: "Tirage de l’échantillon",
      sousTitre: "Chacun peut le refaire, sans l’organisme",
      corps: {
        resume: [
          ligne("Période", `du ${formatJour(d.du)} au ${formatJour(d.au)}`),
          ligne("Population", typographier(d.regle)),
          ligne("Bilans de la période", String(d.population.length)),
          ligne("Dossiers demandés", String(d.taille)),
          ligne("Dossiers tirés", String(d.tires.length)),
          ligne("Tirage fait le", `${formatMomentLong(d.fait)}, heure de Paris`),
          ligne("Par", d.par),
          ligne("Accès ouvert jusqu’au", `${formatJour(d.finLe)} inclus`),
          ligne(
            "Ce que l’auditeur voit",
            d.montreNoms
              ? "Références, faits, noms, papiers de preuve, dossier de contrôle"
              : "Références et faits, ni nom ni papier",
          ),
        ],
        graine: d.graine,
        liste: groupesDEmpreinte(d.sha256),
        tires: d.tires.map((t, i) => ({
          rang: String(i + 1),
          reference: t.reference,
          empreinte: groupesDEmpreinte(t.empreinte),
        })),
        recette: [...d.recette],
        population: d.population.length <= REFERENCES_IMPRIMEES ? [...d.population] : null,
        combien: accorder(d.population.length, "référence"),
      },
    },
    refus,
  );
}
