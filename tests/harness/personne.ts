import { randomUUID } from "node:crypto";
import { lireAcces } from "../../src/store/acces/acces.ts";
import { transaction } from "../../src/store/connexion.ts";
import { lireDossier } from "../../src/store/dossier/dossiers.ts";
import { ouvrirEspace } from "../../src/usecases/acces/ouvrir-espace.ts";
import { consulterDossier } from "../../src/usecases/dossier/consulter-dossier.ts";
import type { Auteur } from "../../src/usecases/maison.ts";
import { ecrireFaits, ouvrirDossierVide, type Recit } from "./histoire.ts";
import { type Client, clientDe, type MaisonDeTest, ouvrirMaisonDeTest } from "./maison.ts";

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

/** A house with one dossier that tells this story: the browser of its person, and her counsellor's. */
export async function chezElle(recit: Recit) {
  const m = await ouvrirMaisonDeTest();
  const conseiller = await m.client("conseiller");
  const { reference } = await ouvrirDossierVide(m.maison, conseiller.auteur);
  await ecrireFaits(m.maison, conseiller.auteur, reference, recit);
  const elle = await entrerChezElle(m, conseiller.auteur, reference);
  const dossier = async () => (await consulterDossier(m.maison, conseiller.auteur, reference))!;
  return { m, conseiller, reference, elle, dossier };
}
