import { COTES, type Cote, coteDe, type Suspens } from "../../dossier/en-suspens.ts";
import { titreDuModele } from "../../mail/modeles/catalogue.ts";
import { transactionDeLecture } from "../../store/connexion.ts";
import { dossiersEnSuspens } from "../../store/dossier/suspens.ts";
import { messagesNonRemis } from "../../store/messages/non-remis.ts";
import type { Instant } from "../../values/instant.ts";
import type { Jour } from "../../values/jour.ts";
import { jourDeParis } from "../heure-de-paris.ts";
import type { Auteur, Maison } from "../maison.ts";

/** A dossier where something of one side is left open: all that is of that side. */
export interface DossierEnSuspens {
  reference: string;
  personne: string;
  suspens: Suspens[];
}

/** A message that did not arrive: which, for whom, since when; neither its words nor its address. */
export interface CourrierPerdu {
  id: string;
  titre: string;
  certain: boolean;
  le: Jour;
  reference: string;
  personne: string;
}

/** The first ones of a list, and whether there are others. */
export interface Premiers<T> {
  premiers: T[];
  plus: boolean;
}

export interface CeQuiAttend extends Record<Cote, Premiers<DossierEnSuspens>> {
  nonRemis: Premiers<CourrierPerdu>;
}

/** How many of each are shown before the list itself. */
const MONTRES = 5;

/** What is left open in the dossiers of who asks: his own for a counsellor, everybody's for others. */
export function ceQuiAttend(maison: Maison, auteur: Auteur): Promise<CeQuiAttend> {
  const qui = {
    conseiller: auteur.role === "conseiller" ? auteur.intervenant : undefined,
    taille: MONTRES + 1,
  };
  return transactionDeLecture(maison.base, auteur, async (tx) => {
    // Asked together: the server answers them in turn, in one round trip.
    const [perdus, ...lus] = await Promise.all([
      messagesNonRemis(tx, qui),
      ...COTES.map((cote) => dossiersEnSuspens(tx, cote, qui)),
    ]);
    const parCote = COTES.map((cote, i) => [cote, enPremier(lus[i]!.map((l) => duCote(l, cote)))] as const);
    return {
      ...(Object.fromEntries(parCote) as Record<Cote, Premiers<DossierEnSuspens>>),
      nonRemis: enPremier(perdus.map(perdu)),
    };
  });
}

const enPremier = <T>(lus: readonly T[]): Premiers<T> => ({
  premiers: lus.slice(0, MONTRES),
  plus: lus.length > MONTRES,
});

type Perdu = Awaited<ReturnType<typeof messagesNonRemis>>[number];

const perdu = ({ id, modele, etat, creeLe, reference, personne }: Perdu): CourrierPerdu => ({
  id,
  titre: titreDuModele(modele),
  certain: etat === "echec",
  le: jourDeParis(creeLe as Instant),
  reference,
  personne,
});

type Ligne = Awaited<ReturnType<typeof dossiersEnSuspens>>[number];

const duCote = ({ reference, personne, suspens }: Ligne, cote: Cote): DossierEnSuspens => ({
  reference,
  personne,
  suspens: (suspens as Suspens[]).filter((s) => coteDe(s) === cote),
});
