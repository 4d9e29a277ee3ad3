import { randomUUID } from "node:crypto";
import type { Comptes } from "../auth/comptes.ts";
import { ouvrirEspace } from "../usecases/acces/ouvrir-espace.ts";
import { creerAudit } from "../usecases/audit/creer-audit.ts";
import { ouvrirPorteEmployeur } from "../usecases/employeur/ouvrir-porte.ts";
import type { Auteur, Maison } from "../usecases/maison.ts";
import { ajouterJours, type Jour } from "../values/jour.ts";
import { histoires } from "./histoires/toutes.ts";
import { PHRASE_DE_PASSE } from "./organisme.ts";
import type { Histoire } from "./pas.ts";

interface Personne {
  nom: string;
  courriel: string;
}

const AUDITRICE: Personne = { nom: "Alix Auditrice", courriel: "audit@exemple.invalid" };

function personneDe({ personnage: { prenom, nom, courriel } }: Histoire): Personne[] {
  return courriel === undefined ? [] : [{ nom: `${prenom} ${nom}`, courriel }];
}

/** The fictitious people who have a door of their own, and what they are, for the terminal to name. */
export function personnesDuDehors(au: Jour): Personne[] {
  const toutes = histoires(au);
  const titre = (p: Personne, quoi: string) => ({ ...p, nom: `${p.nom}, ${quoi}` });
  return [
    ...toutes.flatMap(personneDe).map((p) => titre(p, "la personne")),
    ...toutes.flatMap((h) => h.employeur ?? []).map((p) => titre(p, "son employeur")),
    titre(AUDITRICE, "pour un audit"),
  ];
}

/** Opens their doors as their counsellors would; no mail leaves, so each account has the visitor's passphrase. */
export async function ouvrirLesPortes(
  maison: Maison,
  comptes: Comptes,
  contes: readonly { histoire: Histoire; auteur: Auteur; reference: string }[],
  au: Jour,
): Promise<void> {
  // After the door: an account that somebody holds before it is not let in by its passphrase.
  const ouvrirA = async (p: Personne) =>
    await comptes.definirMotDePasse(await comptes.trouverOuCreer(p), PHRASE_DE_PASSE);
  for (const { histoire, auteur, reference } of contes) {
    for (const personne of personneDe(histoire)) {
      exiger(await ouvrirEspace(maison, comptes, auteur, { reference, cle: randomUUID() }));
      await ouvrirA(personne);
    }
    if (histoire.employeur !== undefined) {
      const porte = { reference, cle: randomUUID(), ...histoire.employeur };
      exiger(await ouvrirPorteEmployeur(maison, comptes, auteur, porte));
      await ouvrirA(histoire.employeur);
    }
  }
  const gerante = { ...contes[0]!.auteur, nom: "Nadia Benali" };
  exiger(
    await creerAudit(maison, comptes, gerante, {
      du: ajouterJours(au, -365),
      au,
      taille: 4,
      graine: "CENTRE-HORIZON",
      auditeurs: `${AUDITRICE.nom}, ${AUDITRICE.courriel}`,
      finLe: ajouterJours(au, 30),
      montreNoms: false,
      cle: randomUUID(),
    }),
  );
  await ouvrirA(AUDITRICE);
}

function exiger(reponse: { issue: string }): void {
  if (reponse.issue !== "fait") throw new Error(`a door of the demonstration: ${JSON.stringify(reponse)}`);
}
