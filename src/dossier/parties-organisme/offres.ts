import type { Offre, Organisme } from "../../law/etat.ts";
import { tousLesCodes } from "../../law/listes/mention.ts";
import { MENTIONS_OFFRE_2026 } from "../../law/listes/mentions-offre.ts";
import { formatDuree } from "../../values/duree.ts";
import { formatMontant } from "../../values/montant.ts";
import {
  champCase,
  champChoix,
  champChoixMultiples,
  champDuree,
  champJour,
  champMontant,
  champTexte,
  champTexteLong,
  facultatif,
} from "../champ.ts";
import { optionsModalite } from "../options.ts";
import { enLignes, lireLignes } from "./lignes.ts";
import { defineListe, NOUVEAU } from "./partie.ts";

const CODES = tousLesCodes(MENTIONS_OFFRE_2026);

const DESCRIPTION = {
  intitule: champTexte({ libelle: "Intitulé de l’offre" }),
  texte: champTexteLong({ libelle: "Description, telle qu’elle est publiée" }),
  modalite: champChoix({ libelle: "Comment", options: optionsModalite }),
  lieux: facultatif(champTexteLong({ libelle: "Adresses des entretiens", aide: "Une adresse par ligne." })),
  outils: facultatif(champTexteLong({ libelle: "Outils à distance", aide: "Un outil par ligne." })),
  reseau: facultatif(
    champTexte({ libelle: "Qualité du réseau demandée", aide: "Par exemple : 4 Mbit/s au moins." }),
  ),
  materiel: facultatif(
    champTexte({ libelle: "Matériel demandé", aide: "Par exemple : ordinateur avec caméra et micro." }),
  ),
  duree: champDuree({ libelle: "Durée du bilan" }),
  travailPersonnel: facultatif(champDuree({ libelle: "Travail personnel estimé" })),
  prix: champMontant({ libelle: "Prix" }),
  mentions: champChoixMultiples({
    libelle: "Ce que la fiche publiée dit",
    options: MENTIONS_OFFRE_2026.map(({ code, libelle }) => ({ valeur: code, libelle })),
  }),
  justification: facultatif(
    champTexteLong({
      libelle: "Ce qui la distingue d’une autre offre",
      aide: "À dire si une autre de vos offres a la même modalité et les mêmes adresses.",
    }),
  ),
  cpf: champCase({ libelle: "Elle est au catalogue de Mon Compte Formation" }),
};
const CREATION = { ...DESCRIPTION, publieeLe: champJour({ libelle: "Publiée le" }) };

/** Published, hence open to change: an earlier version is only read. */
const trouver = (o: Organisme, id: string) => o.offres.find((f) => f.id === id && f.retireeLe === null);

export const offres = defineListe({
  nom: "offres",
  titre: (o, cible) =>
    cible === NOUVEAU ? "Ajouter une offre" : `Changer « ${trouver(o, cible)?.intitule ?? ""} »`,
  chapeau: (_, cible) =>
    cible === NOUVEAU
      ? "Ce que vous publiez, une modalité et un prix."
      : "Les devis déjà faits gardent l’offre telle que la personne l’a lue. Les suivants prendront la nouvelle.",
  bouton: "Enregistrer l’offre",
  existe: (o, cible) => trouver(o, cible) !== undefined,
  champs: (_, cible): typeof DESCRIPTION & Partial<Pick<typeof CREATION, "publieeLe">> =>
    cible === NOUVEAU ? CREATION : DESCRIPTION,
  valeurs: (o, cible, { au }) => {
    const f = trouver(o, cible);
    if (f === undefined) return { publieeLe: au };
    return {
      intitule: f.intitule,
      texte: f.texte,
      modalite: f.modalite,
      lieux: enLignes(f.lieux),
      outils: enLignes(f.outils),
      reseau: f.reseau ?? "",
      materiel: f.materiel ?? "",
      duree: formatDuree(f.dureeMinutes),
      travailPersonnel: f.travailPersonnelMinutes === null ? "" : formatDuree(f.travailPersonnelMinutes),
      prix: formatMontant(f.prix).replace(/\s€$/u, ""),
      mentions: f.mentions,
      justification: f.justification ?? "",
      cpf: f.cpf ? "oui" : "",
    };
  },
  changer: (
    organisme,
    cible,
    { duree, travailPersonnel, lieux, outils, mentions, ...s },
    { au, nouvelId },
  ) => {
    if (s.publieeLe !== undefined && s.publieeLe > au)
      return [{ champ: "publieeLe", phrase: "Cette date est dans le futur." }];
    const avant = trouver(organisme, cible);
    // A code that the list of today does not know came from a file: the form cannot show it and must not lose it.
    const inconnues = avant?.mentions.filter((m) => !CODES.includes(m)) ?? [];
    const apres: Offre = {
      ...s,
      id: `o-${nouvelId}`,
      origine: avant === undefined ? null : (avant.origine ?? avant.id),
      publieeLe: s.publieeLe ?? au,
      retireeLe: null,
      lieux: lireLignes(lieux),
      outils: lireLignes(outils),
      dureeMinutes: duree,
      travailPersonnelMinutes: travailPersonnel,
      mentions: [...mentions, ...inconnues],
    };
    if (avant === undefined)
      return {
        organisme: { ...organisme, offres: [...organisme.offres, apres] },
        quoi: `Offre « ${apres.intitule} » ajoutée`,
      };
    if (memeTexte(avant, apres)) return { organisme, quoi: "" };
    return {
      organisme: {
        ...organisme,
        offres: organisme.offres.flatMap((f) => (f === avant ? [{ ...avant, retireeLe: au }, apres] : [f])),
      },
      quoi: `Offre « ${apres.intitule} » changée`,
    };
  },
  suite: (o, cible) => {
    const origine = o.offres.find((f) => f.id === cible)?.origine ?? cible;
    return o.offres.find((f) => (f.origine ?? f.id) === origine && f.retireeLe === null)?.id ?? NOUVEAU;
  },
  retrait: (o, cible) => {
    const f = trouver(o, cible);
    return f === undefined
      ? null
      : {
          titre: `Retirer l’offre « ${f.intitule} » ?`,
          bouton: "Retirer l’offre",
          titrePerdu: "Change dès aujourd’hui",
          perdu: ["Les dossiers ouverts à partir de maintenant ne la proposeront plus."],
          garde: [
            "L’offre et ses dates, dans les dossiers dont le devis la nomme.",
            "Son nom dans les formulaires des dossiers déjà ouverts.",
          ],
          pourquoi: "Rien n’est effacé : un dossier est jugé sur l’offre que la personne a lue.",
        };
  },
  retirer: (organisme, cible, { au }) => ({
    organisme: {
      ...organisme,
      offres: organisme.offres.map((f) => (f.id === cible ? { ...f, retireeLe: au } : f)),
    },
    quoi: `Offre « ${trouver(organisme, cible)?.intitule ?? ""} » retirée`,
  }),
});

function memeTexte(a: Offre, b: Offre): boolean {
  const nue = ({ id: _i, origine: _o, publieeLe: _p, retireeLe: _r, mentions, ...f }: Offre) =>
    JSON.stringify({ ...Object.fromEntries(Object.entries(f).sort()), mentions: mentions.toSorted() });
  return nue(a) === nue(b);
}
