import { composerDestruction } from "../../documents/destruction/donnees.ts";
import { libelleDuContenu } from "../../dossier/classement.ts";
import { compterParNature, type Destruction, destructionsDe } from "../../dossier/destructions.ts";
import { nomsDesDocuments } from "../../dossier/options-fin.ts";
import { parseBase64 } from "../../evidence/base64.ts";
import { hex } from "../../evidence/bytes.ts";
import { finDesPreuves } from "../../law/calcul/conservation.ts";
import {
  documentsGardes,
  finDeLaGarde,
  limiteDeConservation,
} from "../../law/calcul/conservation-contenus.ts";
import { jourDeLArret, sansSuite } from "../../law/calcul/deroulement.ts";
import type { Conservation, Etat } from "../../law/etat.ts";
import { jourDeLaFin } from "../../law/reference-day.ts";
import { LIBELLES_CONFIANCE, type Source } from "../../law/sources.ts";
import { contenusSansBilan, destructionAuTerme } from "../../law/textes/conservation.ts";
import { accorder } from "../../values/accorder.ts";
import { formatJour } from "../../values/dates-fr.ts";
import type { Jour } from "../../values/jour.ts";
import type { DossierCharge } from "../dossier/charger-dossier.ts";
import { nomComplet } from "../dossier/identite.ts";
import { cadreDe } from "./cadre.ts";
import type { Papier } from "./papier.ts";

type Effective = Destruction & { effective: NonNullable<Destruction["effective"]> };

const POURQUOI: Record<Destruction["pourquoi"], string> = {
  terme: "au terme du bilan",
  fin: "à la fin de ce qu’un accord gardait",
  retrait: "au retrait de l’accord de la personne",
};

/** Why they went; a bilan that was called off has no term, and the paper names none. */
function pourquoi({ pourquoi: raison }: Destruction, etat: Etat): string {
  if (raison !== "terme" || jourDeLaFin(etat) !== null) return POURQUOI[raison];
  return sansSuite(etat) === null
    ? "après l’arrêt du bilan, sans terme noté"
    : "parce que le bilan n’a pas eu lieu";
}

/** The two cases of R6313-7 al. 2, as a paper and a page say them. */
const CAS_DE_CONSERVATION: Record<Conservation["base"], string> = {
  accord_suivi: "accord écrit de la personne, pour son suivi",
  communication_l6313_4: "synthèse communiquée à la demande de la personne",
};

/** What agreements keep on that state, each until its own end. */
export function encoreGarde(etat: Etat): { quoi: string; pourquoi: string; jusquAu: Jour }[] {
  const terme = jourDeLaFin(etat);
  return etat.conservations
    .filter((c) => c.retireLe === null && c.detruitLe === null && documentsGardes(c).length > 0)
    .map((c) => ({
      quoi: nomsDesDocuments(documentsGardes(c)),
      pourquoi: CAS_DE_CONSERVATION[c.base],
      jusquAu: terme === null ? c.jusquAu : finDeLaGarde(c, terme),
    }));
}

const lue = ({ ref, luLe, confiance }: Source) =>
  confiance === "texte" ? `${ref}, lu le ${formatJour(luLe)}` : `${ref} (${LIBELLES_CONFIANCE[confiance]})`;

/** What R6313-7 says on that state, in our words, with the source of each sentence; nothing of it once called off. */
export function loiDeLaDestruction(etat: Etat): { dit: string; source: string }[] {
  const terme = jourDeLaFin(etat);
  if (terme === null && jourDeLArret(etat) !== null) {
    return [
      {
        dit: "Aucun texte lu ne dit quand détruire les documents d’un bilan arrêté sans terme.",
        source: lue(contenusSansBilan),
      },
    ];
  }
  const limite = terme === null ? null : limiteDeConservation(terme);
  return [
    {
      dit: "L’organisme détruit les documents élaborés pour la réalisation du bilan dès le terme de l’action.",
      source: lue(destructionAuTerme),
    },
    ...(limite === null
      ? []
      : [
          {
            dit: `${accorder(limite.annees, "an")} au plus après le terme, il peut garder la synthèse communiquée à la demande de la personne, et les documents couverts par un accord écrit d’elle, fondé sur le besoin d’un suivi.`,
            source: lue(limite.source),
          },
        ]),
  ];
}

function effectives({ initial, faits }: DossierCharge): Effective[] {
  return destructionsDe(initial, faits).filter((d): d is Effective => d.effective !== null);
}

/** Attestation de destruction: written from the facts alone, once no copy opens any more. */
export const destruction: Papier = {
  nom: "attestation-de-destruction",
  titre: "Attestation de destruction",
  quoi: "Ce qui a été détruit, quand, et ce qui reste. Rien de ce que disaient les textes.",
  classe: "preuve",
  auControle: true,
  acte: "detruireContenus",
  temoinDe: (dossier) => effectives(dossier).at(-1)?.effective.n ?? null,
  composer: (matiere) => {
    const { dossier } = matiere;
    const { etat, identite } = dossier;
    const faites = effectives(dossier);
    const derniere = faites.at(-1);
    if (derniere === undefined) {
      return {
        manque:
          etat.destruction === null
            ? "Aucun contenu n’a été détruit."
            : "La destruction n’a pas encore pris effet : la clé est détruite en quelques minutes.",
      };
    }
    const preuves = finDesPreuves(etat);
    return composerDestruction({
      ...cadreDe(matiere, derniere.effective.le),
      beneficiaire: nomComplet(identite),
      terme: jourDeLaFin(etat),
      destructions: faites.map((d) => ({
        demandeeLe: d.demandeeLe,
        effectiveLe: d.effective.le,
        pourquoi: pourquoi(d, etat),
        documents: d.documents,
        natures: compterParNature(d.contenus).map(([nature]) => ({
          libelle: libelleDuContenu(nature),
          engagements: d.contenus
            .filter((c) => c.nature === nature)
            .map((c) => hex(parseBase64(c.engagement))),
        })),
      })),
      gardes: encoreGarde(etat),
      preuvesJusquAu: preuves.le,
      raisonsDesPreuves: preuves.horloges.map((h) => h.raison),
      loi: loiDeLaDestruction(etat),
    });
  },
};
