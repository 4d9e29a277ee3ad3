import type { Jour } from "../../values/jour.ts";
import type { Refus } from "../acte.ts";
import { definitionDe } from "../catalogue.ts";
import type { Fait, FaitNouveau } from "../fait.ts";
import { faitCorrige } from "../faits/controle.ts";
import { refus } from "../refus.ts";
import { quiSAppuie, surQuoiReposer } from "./appuis.ts";
import { nomDuFait } from "./corrigeables.ts";
import { type Donnee, modifiablesDe, remplacer } from "./modifiables.ts";

const A_RESIGNER = "La séance signée a été corrigée : elle est à signer de nouveau.";

/** What was asked to change, by piece; a piece that stays is not in it. */
export type Changements = Partial<Record<Donnee, unknown>>;

/** The data of the fact once changed, or the field that this kind of fact does not have. */
export function donneesCorrigees(
  fait: Fait,
  changements: Changements,
): { donnees: unknown } | { refus: Refus } {
  let donnees: unknown = fait.donnees;
  for (const [cle, valeur] of Object.entries(changements)) {
    const modifiable = modifiablesDe(fait.type)[cle as Donnee];
    const suite = modifiable === undefined ? null : remplacer(donnees, modifiable.chemin, valeur);
    if (suite === null)
      return {
        refus: refus(cle, `Le fait « ${definitionDe(fait.type).libelle} » n’a rien de tel à changer.`),
      };
    donnees = suite;
  }
  const lu = definitionDe(fait.type).schema.safeParse(donnees);
  return lu.success ? { donnees: lu.data } : { refus: refus("fait", "Ce fait ne peut pas dire cela.") };
}

/** A fact stays between those it rests on and those that rest on it. */
export function refusDuJour(fait: Fait, date: Jour, effectifs: readonly Fait[]): Refus | null {
  const avant = surQuoiReposer(fait, effectifs).find((f) => f.date > date);
  if (avant !== undefined)
    return refus("date", `Cette date vient avant un fait dont celui-ci dépend : ${nomDuFait(avant)}.`);
  const apres = quiSAppuie(fait, effectifs).find((f) => f.date < date);
  return apres === undefined
    ? null
    : refus("date", `Cette date vient après un fait qui dépend de celui-ci : ${nomDuFait(apres)}.`);
}

/** A fact that another one rests on is not cancelled under it. */
export function refusDAnnulation(fait: Fait, effectifs: readonly Fait[]): Refus | null {
  const appui = quiSAppuie(fait, effectifs)[0];
  return appui === undefined
    ? null
    : refus(
        "quoi",
        `Un autre fait s’appuie sur celui-ci : ${nomDuFait(appui)}.`,
        "Cela devient possible quand cet autre fait est annulé lui aussi.",
      );
}

/** A signature was given to hours: when they change, it falls, and the session is signed again. */
function signaturesTombees(fait: Fait, effectifs: readonly Fait[], au: Jour): FaitNouveau[] {
  const { seance } = fait.donnees as { seance?: string };
  return effectifs
    .filter((f) => f.type === "seance_signee.v1" && (f.donnees as { seance: string }).seance === seance)
    .map((f) => faitCorrige.nouveau(au, { corrige: f.id, remplacement: null, motif: A_RESIGNER }));
}

const SIGNE: readonly Donnee[] = ["jour", "debut", "fin", "duree"];

/** The correction, and those of the signatures that it makes fall. `donnees` null cancels the fact. */
export function corriger(
  fait: Fait,
  vers: { date: Jour; donnees: unknown; motif: string; changements: Changements },
  effectifs: readonly Fait[],
  au: Jour,
): FaitNouveau[] {
  const touche = vers.donnees === null || SIGNE.some((cle) => cle in vers.changements);
  return [
    faitCorrige.nouveau(au, {
      corrige: fait.id,
      date: vers.donnees === null ? null : vers.date,
      remplacement: vers.donnees as Record<string, unknown> | null,
      motif: vers.motif,
    }),
    ...(fait.type === "seance_tenue.v1" && touche ? signaturesTombees(fait, effectifs, au) : []),
  ];
}
