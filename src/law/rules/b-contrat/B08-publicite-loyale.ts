import { jour } from "../../../values/jour.ts";
import { normaliserRecherche } from "../../../values/recherche.ts";
import { BILAN } from "../../bilan-exemple.ts";
import { enumeration } from "../../calcul/phrases.ts";
import type { Offre } from "../../etat.ts";
import { motsDeLOffre } from "../../lexique/mots-de-l-offre.ts";
import { PUBLICITE_TROMPEUSE } from "../../lexique/publicite.ts";
import { defineRule } from "../../rule.ts";
import { publiciteDeclaration, publiciteTrompeuse } from "../../textes/contrat.ts";
import { conforme, indetermine, nonConforme } from "../../verdict.ts";
import { devis, offre } from "./exemples.ts";
import { offresLues } from "./offre.ts";

const RELIRE =
  "Ces mots sont des exemples choisis par nous ; seul un lecteur sait si la phrase trompe la personne.";
const FORME_LEGALE = "« Enregistrée sous le numéro … Cet enregistrement ne vaut pas agrément de l’État. »";

// The same few offers are read again with every dossier of an organisation.
const dejaLues = new WeakMap<Offre, string>();

function sansEspaces(o: Offre): string {
  let forme = dejaLues.get(o);
  if (forme === undefined) {
    forme = normaliserRecherche(`${o.intitule} ${o.texte}`).replaceAll(" ", "");
    dejaLues.set(o, forme);
  }
  return forme;
}

/** The declaration is named, and not in the only form that L6352-12 allows. */
function declarationMalDite(o: Offre, nda: string | null): boolean {
  const forme = sansEspaces(o);
  const nommee = forme.includes("declarationdactivite") || (nda !== null && forme.includes(nda));
  return (
    nommee &&
    !(
      forme.includes("enregistreesouslenumero") && forme.includes("cetenregistrementnevautpasagrementdeletat")
    )
  );
}

export default defineRule({
  id: "B08",
  statement:
    "La publicité ne trompe pas sur l’accès, le contenu, ce que le bilan délivre ou son financement.",
  gravite: "majeure",
  effet: "bloque",
  questions: [],
  sources: [publiciteTrompeuse, publiciteDeclaration],
  inForce: { from: jour("2019-01-01"), until: null, repere: "demande" },
  remede: `rien n’y trompe, et la déclaration d’activité n’y est citée que par ${FORME_LEGALE}`,
  evaluate: (etat) => {
    const offres = offresLues(etat);
    if (offres.length === 0) return indetermine("Le texte public de l’offre proposée à la personne.");
    const mal = offres.find((o) => declarationMalDite(o, etat.organisme.nda));
    if (mal !== undefined) {
      return nonConforme(
        `L’offre « ${mal.intitule} » cite la déclaration d’activité autrement que par ${FORME_LEGALE}`,
      );
    }
    for (const o of offres) {
      const mots = motsDeLOffre(o, PUBLICITE_TROMPEUSE);
      if (mots.length > 0) {
        const cites = enumeration(mots.map((m) => `« ${m} »`));
        return nonConforme(`L’offre « ${o.intitule} » peut induire en erreur : ${cites}.`, RELIRE);
      }
    }
    return conforme("Rien de trompeur n’a été relevé dans le texte de l’offre.");
  },
  examples: [
    { cas: "un texte sobre", etat: {}, attendu: "conforme" },
    {
      cas: "« 100 % pris en charge »",
      etat: offre({ texte: "Votre bilan 100 % pris en charge par le CPF." }),
      attendu: "non_conforme",
      reserve: true,
    },
    {
      cas: "l’entretien préalable gratuit",
      etat: offre({ texte: "L’entretien préalable est gratuit et sans engagement." }),
      attendu: "conforme",
    },
    {
      cas: "le numéro de déclaration sans la phrase légale",
      etat: offre({ texte: `Organisme n° ${BILAN.organisme.nda}, agréé.` }),
      attendu: "non_conforme",
      reserve: false,
    },
    {
      cas: "la déclaration sous sa forme légale",
      etat: offre({
        texte: `Enregistrée sous le numéro ${BILAN.organisme.nda}. Cet enregistrement ne vaut pas agrément de l’État.`,
      }),
      attendu: "conforme",
    },
    { cas: "devis sans offre publiée", etat: devis({ offre: null }), attendu: "indetermine" },
  ],
});
