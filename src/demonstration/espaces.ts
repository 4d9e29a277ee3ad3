import { randomUUID } from "node:crypto";
import type { Comptes } from "../auth/comptes.ts";
import { ouvrirEspace } from "../usecases/acces/ouvrir-espace.ts";
import type { Auteur, Maison } from "../usecases/maison.ts";
import type { Jour } from "../values/jour.ts";
import { histoires } from "./histoires/toutes.ts";
import { PHRASE_DE_PASSE } from "./organisme.ts";
import type { Histoire } from "./pas.ts";

function personneDe({ personnage: { prenom, nom, courriel } }: Histoire) {
  return courriel === undefined ? [] : [{ nom: `${prenom} ${nom}`, courriel }];
}

/** The fictitious people who have a space of their own, for the terminal to name. */
export function personnesAvecEspace(au: Jour): { nom: string; courriel: string }[] {
  return histoires(au).flatMap(personneDe);
}

/** Opens their spaces as their counsellors would; no mail leaves, so each account has the visitor's passphrase. */
export async function ouvrirLesEspaces(
  maison: Maison,
  comptes: Comptes,
  contes: readonly { histoire: Histoire; auteur: Auteur; reference: string }[],
): Promise<void> {
  for (const { histoire, auteur, reference } of contes) {
    for (const personne of personneDe(histoire)) {
      await comptes.creer({ ...personne, motDePasse: PHRASE_DE_PASSE });
      const reponse = await ouvrirEspace(maison, comptes, auteur, { reference, cle: randomUUID() });
      if (reponse.issue !== "fait") throw new Error(`${personne.nom}: ${JSON.stringify(reponse)}`);
    }
  }
}
