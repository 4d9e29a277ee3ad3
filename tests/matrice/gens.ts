import { randomUUID } from "node:crypto";
import { ajouterMembre } from "../../src/auth/membres.ts";
import type { Role } from "../../src/dossier/acte.ts";
import { donnerAcces, type RoleDePersonne } from "../../src/store/acces.ts";
import { transaction } from "../../src/store/connexion.ts";
import type { Auteur } from "../../src/usecases/maison.ts";
import type { Scene } from "./monde.ts";
import { type Visiteur, visiteur } from "./visiteur.ts";

const MOT_DE_PASSE = "quatre mots faciles à retenir";

type Chez = { scene: Scene; organismeId: string };

interface Place {
  role: Role;
  intervenant?: string;
  gere?: boolean;
  /** The one site that he is held to. */
  lieu?: string;
}

/** Somebody who works there, signed in. */
export async function entrer(
  { scene, organismeId }: Chez,
  nom: string,
  { role, intervenant = "", gere = false, lieu }: Place,
): Promise<Visiteur> {
  const { maison, comptes, app } = scene;
  const courriel = `${randomUUID()}.${nom.replaceAll(/[^a-z]/g, "")}@exemple.invalid`;
  const utilisateur = await comptes.creer({ nom, courriel, motDePasse: MOT_DE_PASSE });
  await ajouterMembre(maison.base.pool, utilisateur, { organismeId, role, intervenant, gere });
  if (lieu !== undefined) {
    await maison.base.pool.query("update membre set sites = $2 where utilisateur_id = $1", [
      utilisateur,
      [lieu],
    ]);
  }
  const entree = await comptes.ouvrirSession(utilisateur);
  if (entree.issue !== "ouverte") throw new Error(`sign-in answered ${entree.issue}`);
  const auteur: Auteur = { organismeId, utilisateur, role, intervenant };
  return visiteur(app, { nom, role, gere, ailleurs: lieu !== undefined, auteur, cookies: entree.cookies });
}

/** In through the link that an organisation sends: a door to that one dossier. */
export async function entrerParUnePorte(
  { scene, organismeId }: Chez,
  nom: string,
  { id }: { id: string },
  role: RoleDePersonne,
): Promise<Visiteur> {
  const { maison, comptes, app } = scene;
  const courriel = `${randomUUID()}@exemple.invalid`;
  const utilisateurId = await comptes.trouverOuCreer({ nom, courriel });
  await transaction(maison.base, organismeId, (tx) =>
    donnerAcces(tx, { dossierId: id, utilisateurId, role }),
  );
  const jeton = await comptes.creerLien({ usage: "espace", utilisateurId, organismeId, dossierId: id });
  const entree = await comptes.entrerParLien(jeton);
  if (entree.issue !== "ouverte") throw new Error(`the link answered ${entree.issue}`);
  const auteur: Auteur = { organismeId, utilisateur: utilisateurId, role, intervenant: "" };
  return visiteur(app, { nom, role, restreint: true, auteur, cookies: entree.cookies });
}
