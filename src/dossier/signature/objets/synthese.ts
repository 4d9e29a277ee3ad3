import type { Etat, PartieSynthese } from "../../../law/etat.ts";
import { formatJourLong } from "../../../values/dates-fr.ts";
import { PARTIES, partieDe, surDeLaPartie } from "../../parties-synthese.ts";
import { type Attente, type ObjetASigner, PAS_D_ACCORD } from "../objet.ts";

const TITRES: Record<PartieSynthese, string> = {
  circonstances: "Les circonstances du bilan",
  competences: "Vos compétences et vos aptitudes",
  projet: "Votre projet professionnel",
};

/** The last version part by part: an earlier one was replaced, and waits for nothing. */
function parties(etat: Etat): { sur: string; partie: PartieSynthese; rang: string }[] {
  const derniere = etat.syntheses.at(-1);
  if (derniere === undefined || etat.destruction !== null) return [];
  return PARTIES.map((p) => p.partie)
    .filter((p) => derniere.parties.includes(p))
    .map((partie, i, toutes) => ({
      sur: surDeLaPartie(derniere, partie),
      partie,
      rang: toutes.length === 1 ? "" : `, partie ${i + 1} sur ${toutes.length}`,
    }));
}

const aSigne = (etat: Etat, sur: string, par: string) =>
  etat.signaturesApposees.some((s) => s.objet === "synthese" && s.sur === sur && s.par === par);

/** The parts of the last version that she agreed with, as her steps name them. */
export function partiesDAccord(etat: Etat): { titre: string; detail: string }[] {
  return parties(etat)
    .filter(({ sur }) => aSigne(etat, sur, "beneficiaire"))
    .map(({ partie, rang }) => ({
      titre: `Votre synthèse${rang}`,
      detail: `${TITRES[partie]} : vous êtes d’accord.`,
    }));
}

/** The synthesis is hers (L6313-4): she reads each part, agrees or not, and may add her own words. */
export const synthese: ObjetASigner = {
  objet: "synthese",
  classe: "contenu",
  signataires: ["beneficiaire"],
  attentes: (etat, par) =>
    parties(etat)
      .filter(({ sur }) => !aSigne(etat, sur, par))
      .map(
        ({ sur, partie, rang }): Attente => ({
          objet: "synthese",
          sur,
          titre: `Relire votre synthèse${rang}`,
          detail: TITRES[partie],
        }),
      ),
  quoi: (_, { sur }) => `votre synthèse, « ${TITRES[partieDe(sur).partie]} »`,
  texte: ({ etat, personne, contenusDe, texteDe }, { sur }) => {
    const { fait, partie } = partieDe(sur);
    const version = etat.syntheses.find((s) => s.fait === fait)!;
    const contenus = contenusDe(fait);
    const id = contenus[partie] ?? contenus.contenu;
    const texte = id === undefined ? null : texteDe(id);
    return {
      modele: "synthese.1",
      titre: TITRES[partie],
      lignes: [
        { terme: "Synthèse de", dit: personne },
        { terme: "Version", dit: `${version.version}, du ${formatJourLong(version.date)}` },
      ],
      paragraphes: texte === null ? [] : [texte],
      engagement: "J’ai lu cette partie et je suis d’accord.",
    };
  },
  effets: () => [],
  ensemble: "votre synthèse",
  refuser: PAS_D_ACCORD,
  observation: "Votre observation",
};
