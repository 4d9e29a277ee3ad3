import { offresEnVigueur } from "../../calcul/offres-en-vigueur.ts";
import type { Etat, Offre } from "../../etat.ts";
import { indetermine, type Verdict } from "../../verdict.ts";

const cle = (o: Offre): string =>
  `${o.modalite}|${o.lieux
    .map((l) => l.trim().toLowerCase())
    .sort()
    .join("|")}`;

/** Offers of the CPF catalogue that share modality and places, by groups of two or more, the shortest first. */
export function offresSemblables(etat: Etat): Offre[][] {
  const groupes = new Map<string, Offre[]>();
  for (const o of offresEnVigueur(etat)) {
    if (!o.cpf) continue;
    const groupe = groupes.get(cle(o));
    if (groupe === undefined) groupes.set(cle(o), [o]);
    else groupe.push(o);
  }
  return [...groupes.values()]
    .filter((g) => g.length > 1)
    .map((g) => g.sort((a, b) => a.dureeMinutes - b.dureeMinutes));
}

/** Offers that nothing written sets apart from their neighbours. */
export function sansJustification(offres: readonly Offre[]): Offre[] {
  return offres.filter((o) => o.justification === null || o.justification.trim() === "");
}

/** What is missing when the file shows no offer of the CPF catalogue; null when it does. */
export function catalogueInconnu(etat: Etat): Verdict | null {
  return offresEnVigueur(etat).some((o) => o.cpf)
    ? null
    : indetermine("Les offres de l’organisme au catalogue de Mon Compte Formation.");
}
