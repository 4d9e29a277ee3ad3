import { devisDeReference } from "../../../law/calcul/devis-de-reference.ts";
import type { Devis, Etat, Intervenant } from "../../../law/etat.ts";
import { plafondHeures } from "../../../law/parameters/plafond-heures.ts";
import { formatDeclaration, mentionDeclaration } from "../../../values/declaration-activite.ts";
import { formatDuree, minutes } from "../../../values/duree.ts";
import { MENTIONS_TVA } from "../../../values/mention-tva.ts";
import type { Modalite } from "../../../values/modalite.ts";
import { formatMontant } from "../../../values/montant.ts";
import { PHASES } from "../../../values/phase.ts";
import { formatSiret, parseSiret } from "../../../values/siret.ts";
import { derniereValeur } from "../../delais.ts";
import { PHASES_DE_LA_LOI } from "./la-loi.ts";

/** What the facts of a dossier say of what is sold; an empty list where they say nothing. */

export const COMMENT: Readonly<Record<Modalite, string>> = {
  presentiel: "sur place",
  distanciel: "à distance",
  mixte: "sur place et à distance",
};

const DOMAINES: Readonly<Record<Intervenant["competences"][number]["domaine"], string>> = {
  psychologie_du_travail: "psychologie du travail",
  orientation: "orientation",
  ressources_humaines: "ressources humaines",
};

/** The organisation, as the head of a text names it. */
export function lignesDeLOrganisme({ organisme: o }: Etat): { terme: string; dit: string }[] {
  const siret = parseSiret(o.siret);
  const si = (terme: string, dit: string | null) => (dit === null || dit === "" ? [] : [{ terme, dit }]);
  return [
    { terme: "Organisme", dit: o.raisonSociale },
    ...si("Adresse", o.adresse?.split(/\n+/).join(", ") ?? null),
    ...si("SIRET", siret === null ? null : formatSiret(siret)),
    ...si(
      "Représenté par",
      o.representant === null ? null : `${o.representant.nom}, ${o.representant.qualite}`,
    ),
    ...(o.nda === null ? [] : [declaration(formatDeclaration(o.nda), o.regionPrefet)]),
  ];
}

// Without the region, the wording of R6351-6 cannot be written: the number alone is said.
function declaration(numero: string, region: string | null): { terme: string; dit: string } {
  return region === null
    ? { terme: "Déclaration d’activité", dit: `n° ${numero}` }
    : { terme: "Mention légale", dit: mentionDeclaration({ numero, region }) };
}

/** The counsellor whom she met at the free interview; undefined when no fact names one. */
export function conseillerDit({ entretien, organisme }: Etat): Intervenant | undefined {
  return organisme.intervenants.find((i) => i.id === entretien?.intervenant);
}

/** Titles and competences on file (L6352-1), one sentence each. */
export function referencesDe(i: Intervenant | undefined): string[] {
  if (i === undefined) return [];
  return [
    ...i.competences.map((c) => `${i.nom} : ${DOMAINES[c.domaine]}, ${c.preuve}.`),
    ...(i.titrePsychologue === null
      ? []
      : [`${i.nom} : titre de psychologue, ${i.titrePsychologue.preuve}.`]),
  ];
}

const offreDe = (etat: Etat, devis: Devis | null) => etat.organisme.offres.find((o) => o.id === devis?.offre);

/** Counsellor, tools and equipment that the devis's offer names. */
export function moyensDits(etat: Etat): string[] {
  const offre = offreDe(etat, devisDeReference(etat));
  const conseiller = conseillerDit(etat);
  return [
    ...(conseiller === undefined
      ? []
      : [`Conseiller : ${conseiller.nom}, rencontré à l’entretien préalable.`]),
    ...(offre === undefined || offre.outils.length === 0 ? [] : [`Outils : ${offre.outils.join(", ")}.`]),
    ...(offre?.materiel == null ? [] : [`Matériel : ${offre.materiel}.`]),
  ];
}

/** The three phases (R6313-4), each with its hours once a devis gives them. */
export function phasesDites(etat: Etat): string[] {
  const devis = devisDeReference(etat);
  return PHASES.map((p) =>
    devis === null ? PHASES_DE_LA_LOI[p] : `${PHASES_DE_LA_LOI[p]} ${formatDuree(devis.phases[p])}.`,
  );
}

/** L6313-4 al. 5. */
const PLAFOND = `La loi limite un bilan à ${formatDuree(minutes(derniereValeur(plafondHeures)))}.`;

/** The hours of the devis under the ceiling of the law, personal work apart; nothing without a devis. */
export function dureeDite(etat: Etat): string[] {
  const devis = devisDeReference(etat);
  if (devis === null) return [];
  const seule = devis.travailPersonnel;
  return [
    `${formatDuree(devis.duree)} d’accompagnement. ${PLAFOND}`,
    ...(seule === 0 ? [] : [`Travail personnel entre les séances : ${formatDuree(seule)}, non facturé.`]),
  ];
}

/** How and where the sessions take place, and whether on working time; nothing without a devis. */
export function deroulementDit(etat: Etat): string[] {
  const devis = devisDeReference(etat);
  if (devis === null) return [];
  const lieux = devis.modalite === "distanciel" ? [] : (offreDe(etat, devis)?.lieux ?? []);
  const temps = etat.financement?.surTempsDeTravail ?? null;
  return [
    `Les séances ont lieu ${COMMENT[devis.modalite]}.`,
    ...(lieux.length === 0 ? [] : [`Lieu : ${lieux.join(", ")}.`]),
    ...(temps === null ? [] : [`Le bilan a lieu ${temps ? "sur le" : "hors du"} temps de travail.`]),
  ];
}

/** Share of the hours at a distance, in whole per cent; null where both are mixed and no fact says how much. */
export function tauxADistance(etat: Etat, dit: number | null): number | null {
  const modalite = devisDeReference(etat)?.modalite;
  if (modalite === "presentiel") return 0;
  return modalite === "distanciel" ? 100 : dit;
}

/** The price of the devis with the mention of VAT that goes with it; nothing without a devis. */
export function prixDit(etat: Etat): string[] {
  const devis = devisDeReference(etat);
  return devis === null ? [] : [`${formatMontant(devis.prix)}. ${MENTIONS_TVA[etat.organisme.regimeTva]}`];
}
