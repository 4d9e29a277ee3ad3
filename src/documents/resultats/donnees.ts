import { formatJour } from "../../values/dates-fr.ts";
import type { Jour } from "../../values/jour.ts";
import { type Bloc, enBlocs } from "../blocs.ts";
import { type Ligne, ligne } from "../champs.ts";
import { type Cadre, type Composition, composer } from "../papier.ts";
import { typographier } from "../typographie.ts";

/** The detailed results, another document than the synthesis (L6313-4): what each instrument gave, by whom, when. */
export interface DonneesResultats extends Cadre {
  readonly beneficiaire: string;
  readonly conseiller: string | null;
  readonly instruments: readonly {
    readonly nomme: string;
    readonly le: Jour;
    readonly par: string | null;
    readonly resultats: string;
  }[];
}

/** One part per instrument; without any result there is no such document. */
export function composerResultats(d: DonneesResultats): Composition {
  const instruments = d.instruments.map((i): { titre: string; fiche: Ligne[]; resultats: Bloc[] } => ({
    titre: typographier(i.nomme),
    fiche: [ligne("Passé le", formatJour(i.le)), ligne("Avec", i.par)],
    resultats: enBlocs(i.resultats),
  }));
  return composer(
    d,
    {
      gabarit: "resultats/resultats.typ",
      intitule: "Résultats détaillés",
      sousTitre: "Bilan de compétences",
      corps: {
        parties: [ligne("Bénéficiaire", d.beneficiaire), ligne("Conseiller", d.conseiller)],
        instruments,
      },
    },
    d.instruments.length === 0 ? ["Aucun résultat n’est écrit."] : [],
  );
}
