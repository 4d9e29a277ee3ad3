import { randomUUID } from "node:crypto";
import { Temporal } from "temporal-polyfill";
import type { Brut } from "../dossier/acte.ts";
import { acteDeNom } from "../dossier/catalogue-actes.ts";
import type { Beneficiaire } from "../law/etat.ts";
import { rendreLesDestructionsEffectives } from "../usecases/destruction/tourner-les-cles.ts";
import { agir } from "../usecases/dossier/agir.ts";
import { consulterDossier } from "../usecases/dossier/consulter-dossier.ts";
import { ouvrirDossier } from "../usecases/dossier/ouvrir-dossier.ts";
import type { Auteur, Maison } from "../usecases/maison.ts";
import { formatJourSaisie } from "../values/dates-fr.ts";
import type { Instant } from "../values/instant.ts";
import type { Jour } from "../values/jour.ts";
import { relireLaSynthese, reprendreLaSynthese } from "./relecture.ts";

export interface Personnage {
  prenom: string;
  nom: string;
  discretion?: boolean;
  /** With an address, she has her own space in the demonstration. */
  courriel?: string;
  statut?: Beneficiaire["statut"];
  employeurSiren?: string | null;
}

/** What a person types that differs from what the form proposes. */
export type Reponses = Record<string, string | readonly string[]>;

/** The moment of a civil day and hour in Paris. */
function instantDeParis(jour: Jour, heure: string): Instant {
  const ms = Temporal.PlainDateTime.from(`${jour}T${heure}`).toZonedDateTime(
    "Europe/Paris",
  ).epochMilliseconds;
  return new Date(ms).toISOString() as Instant;
}

/** Steps of a story that are no form of an act: what she answers to the synthesis, what is written again. */
export const RELIRE = "relire la synthèse";
export const REPRENDRE = "reprendre la synthèse";

const enTextes = (reponses: Reponses): Brut =>
  Object.fromEntries(Object.entries(reponses).map(([nom, v]) => [nom, typeof v === "string" ? [v] : v]));

/**
 * Tells one story through the same use cases as a person would, on a clock that goes with the story: what the
 * journal then holds was decided, judged and written like any other fact. Throws when an act is refused.
 */
export interface Conteur {
  reference: string;
  /** Fills in the form of an act on that day: what it proposes, changed by the answers. */
  faire: (jour: Jour, acte: string, reponses?: Reponses, heure?: string) => Promise<void>;
}

export async function conter(
  maison: Maison,
  auteur: Auteur,
  personnage: Personnage,
  premierJour: Jour,
  demande: Reponses = {},
): Promise<Conteur> {
  let instant = instantDeParis(premierJour, "09:10");
  const horloge = () => instant;
  const alors: Maison = { ...maison, horloge };
  const { prenom, nom, discretion = false, courriel = null } = personnage;
  const { statut = "salarie", employeurSiren = "999000201" } = personnage;
  const ouverture = await ouvrirDossier(alors, auteur, {
    identite: { prenom, nom, courriel, telephone: null, discretion },
    beneficiaire: { statut, employeurSiren, fonctionPublique: null, mineur: false, accordTuteur: false },
    brut: enTextes({
      date: formatJourSaisie(premierJour),
      origine: "beneficiaire",
      donneesDemandees: ["identite", "parcours"],
      ...demande,
    }),
    cle: randomUUID(),
  });
  if (ouverture.issue !== "ouvert") throw new Error(`${nom}: ${JSON.stringify(ouverture.refus)}`);
  const { reference } = ouverture;
  return {
    reference,
    faire: async (jour, nomDeLActe, reponses = {}, heure = "17:40") => {
      instant = instantDeParis(jour, heure);
      if (nomDeLActe === RELIRE) {
        return await relireLaSynthese(alors, auteur, reference, {
          nom: `${prenom} ${nom}`,
          pasDAccord: reponses as Record<string, string>,
        });
      }
      if (nomDeLActe === REPRENDRE) {
        const textes = reponses as Record<string, string>;
        return await reprendreLaSynthese(alors, auteur, reference, { jour, textes });
      }
      const [acte, dossier] = [acteDeNom(nomDeLActe), await consulterDossier(alors, auteur, reference)];
      if (acte === undefined || dossier === undefined)
        throw new Error(`no act ${nomDeLActe} or dossier ${reference}`);
      const contexte = { au: jour, role: auteur.role, intervenant: auteur.intervenant, faits: dossier.faits };
      const proposees = acte.valeurs(dossier.etat, contexte);
      const conseiller = dossier.etat.organisme.intervenants.find((i) => i.id === auteur.intervenant)?.nom;
      // Whoever signs writes the name, which no form proposes.
      const signe = reponses.par === "conseiller" ? (conseiller ?? "") : `${prenom} ${nom}`;
      const brut = enTextes({ ...proposees, nom: signe, ...reponses });
      const reponse = await agir(alors, auteur, { reference, acte, brut, cle: randomUUID() });
      if (reponse.issue !== "fait")
        throw new Error(`${nom}, ${nomDeLActe} on ${jour}: ${JSON.stringify(reponse)}`);
      // The clock of the story stands still: what an installation does within a minute is done here.
      if (nomDeLActe === "detruireContenus") await rendreLesDestructionsEffectives(alors);
    },
  };
}
