import { limiteDeConservation } from "../../../law/calcul/conservation-contenus.ts";
import { finPrevue } from "../../../law/calcul/deroulement.ts";
import type { Conservation, Etat, Signataire } from "../../../law/etat.ts";
import { jourDeLaFin } from "../../../law/reference-day.ts";
import { formatJour } from "../../../values/dates-fr.ts";
import type { Jour } from "../../../values/jour.ts";
import { conservationAutorisee, conservationRetiree } from "../../faits/fin.ts";
import type { Attente, ObjetASigner, ReponseAuChoix } from "../objet.ts";

const limite = (etat: Etat, au: Jour) => limiteDeConservation(jourDeLaFin(etat) ?? finPrevue(etat) ?? au).le;

/** The two cases of R6313-7 al. 2, and to keep nothing, which is the rule. */
function reponses(etat: Etat, au: Jour): ReponseAuChoix[] {
  const fin = formatJour(limite(etat, au));
  const communiquee = etat.communications.some((c) => c.document === "synthese" && c.communiqueLe !== null);
  return [
    {
      sur: "rien",
      libelle: "Ne rien garder",
      aide: "Tout est détruit à la fin du bilan. Vous gardez vos papiers.",
    },
    {
      sur: "accord_suivi",
      libelle: "Garder vos documents, pour votre suivi",
      aide: `Jusqu’au ${fin} au plus tard. Vous pouvez changer d’avis avant.`,
    },
    ...(communiquee
      ? [
          {
            sur: "communication_l6313_4",
            libelle: "Garder votre synthèse seule, parce qu’elle a été montrée",
            aide: `Jusqu’au ${fin} au plus tard.`,
          },
        ]
      : []),
  ];
}

const aRepondu = (etat: Etat) =>
  etat.conservations.length > 0 || etat.signaturesApposees.some((s) => s.objet === "conservation");

/** Asked from the first version of the synthesis to the term: a later agreement keeps nothing (R6313-7). */
function seDemande(etat: Etat, par: Signataire, au: Jour): boolean {
  const terme = jourDeLaFin(etat);
  return (
    par === "beneficiaire" &&
    etat.syntheses.length > 0 &&
    etat.destruction === null &&
    !aRepondu(etat) &&
    (terme === null || au <= terme)
  );
}

const GARDES: Record<Conservation["base"], Conservation["documents"]> = {
  accord_suivi: ["synthese", "resultats_detailles"],
  communication_l6313_4: ["synthese"],
};
const estUneBase = (sur: string | null): sur is Conservation["base"] => Object.hasOwn(GARDES, sur ?? "");

const attente = (etat: Etat, au: Jour): Attente => ({
  objet: "conservation",
  sur: null,
  titre: "Choisir ce que l’on garde",
  detail: "À la fin du bilan, tout est détruit, sauf si vous dites autre chose.",
  choix: reponses(etat, au),
});

/** What she wants kept after the term: nothing, or her documents for three years at most. */
export const conservation: ObjetASigner = {
  objet: "conservation",
  classe: "preuve",
  signataires: ["beneficiaire"],
  attentes: (etat, par, au) => (seDemande(etat, par, au) ? [attente(etat, au)] : []),
  possibles: (etat, par, au) =>
    seDemande(etat, par, au)
      ? reponses(etat, au).map(({ sur, libelle, aide }) => ({
          objet: "conservation",
          sur,
          titre: libelle,
          detail: aide,
        }))
      : [],
  quoi: () => "votre choix sur ce que l’on garde",
  texte: ({ etat, personne }, { sur }, au) => ({
    modele: "conservation.1",
    titre: "Ce que l’on garde après le bilan",
    lignes: [
      { terme: "Personne", dit: personne },
      { terme: "Organisme", dit: etat.organisme.raisonSociale },
      ...(estUneBase(sur)
        ? [
            {
              terme: "Gardé",
              dit: sur === "accord_suivi" ? "votre synthèse et vos résultats détaillés" : "votre synthèse",
            },
            { terme: "Jusqu’au", dit: formatJour(limite(etat, au)) },
          ]
        : [{ terme: "Gardé", dit: "rien" }]),
    ],
    paragraphes: [
      "Sans votre accord écrit, les documents du bilan sont détruits à sa fin.",
      "Les preuves que le bilan a eu lieu restent : elles ne disent rien de ce que vous avez dit.",
    ],
    engagement: estUneBase(sur)
      ? "Je suis d’accord pour que ces documents soient gardés jusqu’à cette date."
      : "Je veux que rien ne soit gardé.",
  }),
  effets: (etat, { sur }, le) =>
    estUneBase(sur)
      ? [
          conservationAutorisee.nouveau(le, {
            base: sur,
            documents: GARDES[sur],
            signeLe: le,
            jusquAu: limite(etat, le),
          }),
        ]
      : [],
  refuser: null,
};

const enCours = (etat: Etat) => etat.conservations.filter((c) => c.retireLe === null && c.detruitLe === null);

export const retraitConservation: ObjetASigner = {
  objet: "retrait_conservation",
  classe: "preuve",
  signataires: ["beneficiaire"],
  nature: "constat",
  attentes: () => [],
  possibles: (etat, par) =>
    par === "beneficiaire" && enCours(etat).length > 0
      ? [
          {
            objet: "retrait_conservation",
            sur: enCours(etat).at(-1)!.fait,
            titre: "Ne plus rien garder",
            detail: `gardé jusqu’au ${formatJour(enCours(etat).at(-1)!.jusquAu)}`,
          },
        ]
      : [],
  quoi: () => "le retrait de votre accord",
  texte: ({ etat, personne }) => ({
    modele: "retrait_conservation.2",
    titre: "Ne plus rien garder",
    lignes: [
      { terme: "Personne", dit: personne },
      { terme: "Organisme", dit: etat.organisme.raisonSociale },
    ],
    paragraphes:
      jourDeLaFin(etat) === null
        ? ["Votre bilan n’est pas fini : rien n’est encore gardé. À sa fin, tout sera détruit."]
        : [
            "Tout ce qui était gardé avec votre accord est détruit dès que vous signez. Personne ne pourra vous le rendre.",
            "Si vous voulez une copie, prenez-la avant, dans « Tout télécharger ».",
          ],
    engagement: "Je retire mon accord : je veux que rien ne soit gardé.",
  }),
  effets: (_, _attente, le) => [conservationRetiree.nouveau(le, {})],
  refuser: null,
};
