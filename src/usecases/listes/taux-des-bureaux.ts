import { transactionDeLecture } from "../../store/connexion.ts";
import { type ComptesDuBureau, compterParBureau } from "../../store/dossier/taux-des-bureaux.ts";
import { listerSites } from "../../store/organisme/sites.ts";
import { ajouterAnnees } from "../../values/jour.ts";
import { jourDeParis } from "../heure-de-paris.ts";
import type { Auteur, Maison } from "../maison.ts";

/** Under this many bilans a rate would speak of somebody: it is not given. */
export const PETIT_NOMBRE = 5;

/** A share of a whole, or null where the whole is too small to be told. */
export interface Taux {
  part: number;
  sur: number;
}

export interface Bureau {
  /** null: the dossiers that are in no office. */
  nom: string | null;
  enCours: number;
  finis: number;
  sansAlerte: Taux | null;
  enRetard: Taux | null;
  /** Minutes signed by both on minutes planned, of the bilans that ended within a year. */
  heuresSignees: Taux | null;
}

function taux(part: number, sur: number, effectif: number): Taux | null {
  return effectif < PETIT_NOMBRE || sur === 0 ? null : { part, sur };
}

type Comptes = Omit<ComptesDuBureau, "site">;

function bureau(nom: string | null, c: Comptes): Bureau {
  return {
    nom,
    enCours: c.enCours,
    finis: c.finis,
    sansAlerte: taux(c.sansAlerte, c.enCours, c.enCours),
    enRetard: taux(c.enRetard, c.enCours, c.enCours),
    heuresSignees: taux(c.minutesSignees, c.minutesPrevues, c.finis),
  };
}

/** Whether all together, minus the offices whose rate is given, would leave a number too small to be told. */
function seDeduirait(comptes: readonly Comptes[], effectif: "enCours" | "finis"): boolean {
  const caches = comptes.map((c) => c[effectif]).filter((n) => n < PETIT_NOMBRE);
  const reste = caches.reduce((somme, n) => somme + n, 0);
  return reste > 0 && reste < PETIT_NOMBRE;
}

function tousEnsemble(comptes: readonly Comptes[]): Bureau {
  const tous = { enCours: 0, sansAlerte: 0, enRetard: 0, finis: 0, minutesSignees: 0, minutesPrevues: 0 };
  for (const c of comptes) {
    for (const cle of Object.keys(tous) as (keyof typeof tous)[]) tous[cle] += c[cle];
  }
  const ensemble = bureau(null, tous);
  return {
    ...ensemble,
    ...(seDeduirait(comptes, "enCours") ? { sansAlerte: null, enRetard: null } : {}),
    ...(seDeduirait(comptes, "finis") ? { heuresSignees: null } : {}),
  };
}

/** The rates of each office over the last year, and of all together: figures, never a dossier. */
export async function tauxDesBureaux(
  maison: Maison,
  auteur: Auteur,
): Promise<{ bureaux: Bureau[]; ensemble: Bureau }> {
  const au = jourDeParis(maison.horloge());
  const depuis = ajouterAnnees(au, -1);
  return await transactionDeLecture(maison.base, auteur, async (tx) => {
    const [comptes, sites] = [await compterParBureau(tx, { au, depuis }), await listerSites(tx)];
    const noms = new Map(sites.map((s) => [s.id, s.nom]));
    const nomDe = (c: ComptesDuBureau) => (c.site === null ? null : (noms.get(c.site) ?? null));
    const bureaux = comptes.map((c) => bureau(nomDe(c), c));
    bureaux.sort((a, b) => (a.nom ?? "\uffff").localeCompare(b.nom ?? "\uffff", "fr"));
    return { bureaux, ensemble: tousEnsemble(comptes) };
  });
}
