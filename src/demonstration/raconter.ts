import type { Comptes } from "../auth/comptes.ts";
import { fonderOrganisme } from "../usecases/fonder-organisme.ts";
import type { Auteur, Maison } from "../usecases/maison.ts";
import { estInstalle } from "../usecases/premier-demarrage.ts";
import type { Jour } from "../values/jour.ts";
import { conter } from "./conteur.ts";
import { histoires } from "./histoires/toutes.ts";
import { CENTRE_HORIZON, COMPTES } from "./organisme.ts";
import type { Histoire } from "./pas.ts";

/** Of the fictitious organisation only: nothing real is behind it. */
export const PHRASE_DE_PASSE = "quatre mots pour visiter";

export interface Demonstration {
  comptes: { nom: string; courriel: string; motDePasse: string }[];
}

/** Tells one story up to yesterday evening: what today brings is still to be done. */
export async function raconter(
  maison: Maison,
  auteur: Auteur,
  histoire: Histoire,
  au: Jour,
): Promise<string> {
  const conteur = await conter(maison, auteur, histoire.personnage, histoire.premierJour, histoire.demande);
  const passes = histoire.pas.filter((p) => p.jour < au);
  for (const p of passes) await conteur.faire(p.jour, p.acte, p.reponses, p.heure);
  return conteur.reference;
}

/** Founds the fictitious organisation and tells its twelve stories, at the first run only; then gives its accounts. */
export async function raconterDemonstration(
  maison: Maison,
  comptes: Comptes,
  au: Jour,
  enPlus: number,
  dire: (phrase: string) => void,
): Promise<Demonstration> {
  if (!(await estInstalle(maison))) {
    dire("Création de l’organisme inventé et de ses douze dossiers, une seule fois…");
    const organismeId = await fonderOrganisme(
      maison,
      comptes,
      CENTRE_HORIZON,
      COMPTES.map((c) => ({ ...c, motDePasse: PHRASE_DE_PASSE })),
    );
    const auteur = (intervenant: string): Auteur => ({
      organismeId,
      utilisateur: "demonstration",
      role: "conseiller",
      intervenant,
    });
    for (const h of histoires(au)) await raconter(maison, auteur(h.conseiller), h, au);
    for (let i = 0; i < enPlus; i += 1) {
      const modele = histoires(au)[i % 12]!;
      const personnage = { ...modele.personnage, nom: `${modele.personnage.nom} ${i + 1}` };
      await raconter(maison, auteur(modele.conseiller), { ...modele, personnage }, au);
      if (i % 100 === 99) dire(`${i + 1} dossiers sur ${enPlus}.`);
    }
  }
  return { comptes: COMPTES.map(({ nom, courriel }) => ({ nom, courriel, motDePasse: PHRASE_DE_PASSE })) };
}
