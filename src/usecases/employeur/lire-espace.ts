import { employeurPaie, factureDeLEmployeur, refusPorteEmployeur } from "../../dossier/porte-employeur.ts";
import type { Attente } from "../../dossier/signature/objet.ts";
import { partiesDeLaConvention } from "../../dossier/signature/objets/convention.ts";
import { attentesDe } from "../../dossier/signature/objets.ts";
import type { Etat, Facture, Seance, Signature } from "../../law/etat.ts";
import { seancesTenues } from "../../law/heures.ts";
import { transaction } from "../../store/connexion.ts";
import type { Minutes } from "../../values/duree.ts";
import type { Jour } from "../../values/jour.ts";
import { noterQuUnTiersLit } from "../acces/lectures-de-tiers.ts";
import { porteOuverte } from "../acces/porte.ts";
import { chargerDossier, type DossierCharge } from "../dossier/charger-dossier.ts";
import { nomComplet } from "../dossier/identite.ts";
import { jourDeParis } from "../heure-de-paris.ts";
import type { Maison } from "../maison.ts";

/**
 * All that an employer may know of one bilan, and no more: a page that is drawn from this cannot say anything else.
 * null where a part is not for this employer; an empty list where nothing happened yet.
 */
export interface EspaceEmployeur {
  reference: string;
  personne: string;
  organisme: string;
  aSigner: Attente[];
  signatures: readonly Signature[] | null;
  /** Whether he is a party to the convention: only then is its text, with its price, his to take. */
  partie: boolean;
  /** Days and hours of presence; null when the bilan is not on working time. */
  presences: readonly Pick<Seance, "date" | "debut" | "fin">[] | null;
  certificat: { date: Jour; minutes: Minutes } | null;
  /** Those that are addressed to him; null when the employer pays nothing. */
  factures: readonly Pick<Facture, "numero" | "date" | "montant" | "payeeLe">[] | null;
}

function presences(etat: Etat): EspaceEmployeur["presences"] {
  if (etat.financement?.surTempsDeTravail !== true) return null;
  return seancesTenues(etat)
    .map(({ date, debut, fin }) => ({ date, debut, fin }))
    .toSorted((a, b) => `${a.date}${a.debut}`.localeCompare(`${b.date}${b.debut}`));
}

/** Whose door it is. */
interface LecteurEmployeur {
  organismeId: string;
  dossier: string | null;
}

/** What he reads, as the list of readings says it: what stands on his page, and no more. */
export function quoiDeLEspace({ presences: p, certificat, factures }: EspaceEmployeur): string {
  const parties = [
    p === null ? null : "les présences",
    certificat === null ? null : "le certificat",
    factures === null ? null : "ses factures",
  ];
  return ["La convention", ...parties.filter((x) => x !== null)].join(", ");
}

/**
 * What the employer of that dossier sees today; undefined when it is unknown, or when he may have no door any more.
 * `quoi` says what is read of it: that reading is noted before anything is shown; null notes nothing.
 */
export async function lireEspaceEmployeur(
  maison: Maison,
  { organismeId, dossier: reference }: LecteurEmployeur,
  quoi: (espace: EspaceEmployeur) => string | null,
): Promise<EspaceEmployeur | undefined> {
  if (reference === null) return undefined;
  return await transaction(maison.base, organismeId, async (tx) => {
    const dossier = await chargerDossier(tx, reference);
    const espace = dossier === undefined ? undefined : espaceDe(maison, dossier);
    const lu = espace === undefined ? null : quoi(espace);
    if (dossier !== undefined && lu !== null) {
      // Under the name that the organisation knows him by: that of his account is his own.
      const porte = await porteOuverte(tx, dossier, "employeur");
      const nom = porte?.nom ?? "L’employeur";
      await noterQuUnTiersLit(maison, tx, { dossierId: dossier.id, role: "employeur", nom, quoi: lu });
    }
    return espace;
  });
}

function espaceDe(maison: Maison, dossier: DossierCharge): EspaceEmployeur | undefined {
  if (refusPorteEmployeur(dossier.etat) !== null) return undefined;
  const { etat, identite, reference } = dossier;
  const { certificat, convention, financement } = etat;
  return {
    reference,
    personne: nomComplet(identite),
    organisme: etat.organisme.raisonSociale,
    aSigner: attentesDe(etat, "employeur", jourDeParis(maison.horloge())),
    signatures: convention === null ? null : convention.signatures,
    partie: convention !== null && partiesDeLaConvention(etat, convention).includes("employeur"),
    presences: presences(etat),
    certificat: certificat === null ? null : { date: certificat.date, minutes: certificat.minutes },
    factures:
      financement !== null && employeurPaie(financement)
        ? etat.factures
            .filter((f) => factureDeLEmployeur(f, financement))
            .map(({ numero, date, montant, payeeLe }) => ({ numero, date, montant, payeeLe }))
        : null,
  };
}
