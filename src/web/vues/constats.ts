import type { Role } from "../../dossier/acte.ts";
import { etapeDe } from "../../dossier/etape.ts";
import { TRANSITIONS } from "../../dossier/transitions.ts";
import type { Etat } from "../../law/etat.ts";
import type { Constat } from "../../law/judge.ts";
import { GRAVITES, type Rule } from "../../law/rule.ts";
import type { Source } from "../../law/sources.ts";
import type { DossierCharge } from "../../usecases/dossier/charger-dossier.ts";
import { ENSUITE_JOURS } from "../../usecases/listes/ma-journee.ts";
import { formatJourLong } from "../../values/dates-fr.ts";
import { ajouterJours, type Jour } from "../../values/jour.ts";
import type { ConstatAffiche } from "../ui/constat.tsx";
import type { SourceLegale } from "../ui/legal.tsx";
import { lienVersActe } from "./liens.ts";

/** A dossier and the day it was judged on. */
type DossierJuge = Pick<DossierCharge, "reference" | "etat"> & { au: Jour };

const NOTES: Partial<Record<Source["confiance"], string>> = {
  secondaire: "source secondaire",
  lecture: "notre lecture",
  memoire: "de mémoire, non relu",
};

export function sourceLegale(s: Source): SourceLegale {
  const note = NOTES[s.confiance];
  return { ref: s.ref, href: s.url ?? undefined, luLe: s.luLe, ...(note === undefined ? {} : { note }) };
}

const sourcesLues = new WeakMap<Rule, readonly SourceLegale[]>();

/** The sources of a rule, the same list at each call: what is drawn from it is kept with it. */
function sourcesDe(rule: Rule): readonly SourceLegale[] {
  const lues = sourcesLues.get(rule) ?? rule.sources.map(sourceLegale);
  sourcesLues.set(rule, lues);
  return lues;
}

/** Whether the finding can wait: its last day lies beyond the days that « Ma journée » shows as well. */
function peutAttendre(c: Constat, au: Jour): boolean {
  return c.echeance !== undefined && c.echeance > ajouterJours(au, ENSUITE_JOURS);
}

/** Whether the act that would answer the finding can be done at this stage; a finding without an act waits for nobody. */
function possibleMaintenant(c: Constat, etat: Etat): boolean {
  return c.acte === undefined || TRANSITIONS[c.acte]?.includes(etapeDe(etat)) === true;
}

function genreDe(c: Constat, { etat, au }: DossierJuge): ConstatAffiche["genre"] {
  switch (c.verdict) {
    case "conforme":
      return "conforme";
    case "sans_objet":
      return "sansObjet";
    case "indetermine":
      return possibleMaintenant(c, etat) && !peutAttendre(c, au) ? "faire" : "plusTard";
    case "non_conforme":
      return c.reserve === undefined ? "faute" : "alerte";
  }
}

/** A finding as the page shows it: what is wrong or missing, why, and the act that answers it when stage and role allow it. */
function constatAffiche(c: Constat, dossier: DossierJuge, role: Role): ConstatAffiche {
  const actions = c.acte === undefined ? [] : lienVersActe(dossier, role, c.acte);
  return {
    genre: genreDe(c, dossier),
    regle: c.rule.id,
    phrase: c.manque ?? c.explication,
    ...(c.echeance === undefined ? {} : { precision: `Au plus tard le ${formatJourLong(c.echeance)}.` }),
    enonce: c.rule.statement,
    sources: sourcesDe(c.rule),
    devientConforme: c.rule.remede,
    ...(c.reserve === undefined ? {} : { reserve: c.reserve }),
    ...(actions.length === 0 ? {} : { actions }),
  };
}

const LOIN = "9999-12-31";

/** The nearest day of a group of findings. */
const premiere = (groupe: readonly Constat[]) =>
  groupe.reduce<string>((min, c) => ((c.echeance ?? LOIN) < min ? (c.echeance ?? LOIN) : min), LOIN);

/**
 * The findings for the page. Several rules often miss the very same thing: they are told once, under the gravest of
 * them, with the nearest of their dates.
 */
export function constatsAffiches(
  constats: readonly Constat[],
  dossier: DossierJuge,
  role: Role,
): ConstatAffiche[] {
  const manques = new Map<string, Constat[]>();
  const affiches: ConstatAffiche[] = [];
  for (const c of constats) {
    if (c.manque === undefined) affiches.push(constatAffiche(c, dossier, role));
    else manques.set(c.manque, [...(manques.get(c.manque) ?? []), c]);
  }
  const parEcheance = [...manques.values()].sort((a, b) => premiere(a).localeCompare(premiere(b)));
  for (const groupe of parEcheance) {
    const [premier, ...autres] = groupe.sort(
      (a, b) => GRAVITES.indexOf(a.gravite) - GRAVITES.indexOf(b.gravite),
    );
    const proche = groupe.reduce<Constat>(
      (a, b) => ((a.echeance ?? LOIN) <= (b.echeance ?? LOIN) ? a : b),
      premier!,
    );
    const porteur =
      groupe.find((c) => c.acte !== undefined && possibleMaintenant(c, dossier.etat)) ?? premier!;
    affiches.push({
      ...constatAffiche(
        {
          ...premier!,
          acte: porteur.acte,
          ...(proche.echeance === undefined ? {} : { echeance: proche.echeance }),
        },
        dossier,
        role,
      ),
      aussi: autres.map((c) => ({ regle: c.rule.id, enonce: c.rule.statement })),
    });
  }
  return affiches;
}
