import { randomUUID } from "node:crypto";
import { lireAcces } from "../../src/store/acces/acces.ts";
import { transaction } from "../../src/store/connexion.ts";
import { lireDossier } from "../../src/store/dossier/dossiers.ts";
import { ouvrirEspace } from "../../src/usecases/acces/ouvrir-espace.ts";
import type { Auteur } from "../../src/usecases/maison.ts";
import { type Client, clientDe, type MaisonDeTest } from "./maison.ts";

/** The person's own browser, in through the link that she was sent. Her dossier must know her address. */
export async function entrerChezElle(
  m: MaisonDeTest,
  conseiller: Auteur,
  reference: string,
): Promise<Client> {
  const ouverture = await ouvrirEspace(m.maison, m.comptes, conseiller, { reference, cle: randomUUID() });
  if (ouverture.issue !== "fait") throw new Error(JSON.stringify(ouverture));
  const { organismeId } = conseiller;
  const { id, acces } = await transaction(m.maison.base, organismeId, async (tx) => {
    const lu = (await lireDossier(tx, { reference }))!;
    return { id: lu.id, acces: await lireAcces(tx, lu.id) };
  });
  const { utilisateurId } = acces.find((a) => a.role === "beneficiaire")!;
  const jeton = await m.comptes.creerLien({ usage: "espace", utilisateurId, organismeId, dossierId: id });
  const entree = await m.comptes.entrerParLien(jeton);
  if (entree.issue !== "ouverte") throw new Error(entree.issue);
  const auteur: Auteur = { organismeId, utilisateur: utilisateurId, role: "beneficiaire", intervenant: "" };
  return clientDe(m.app, entree.cookies, auteur);
}
