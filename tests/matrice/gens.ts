import { randomUUID } from "node:crypto";
import { ajouterMembre } from "../../src/auth/membres.ts";
import type { Role } from "../../src/dossier/acte.ts";
import { donnerAcces, type RoleDePersonne } from "../../src/store/acces/acces.ts";
import { transaction } from "../../src/store/connexion.ts";
import { creerAudit } from "../../src/usecases/audit/creer-audit.ts";
import type { Auteur } from "../../src/usecases/maison.ts";
import { jour } from "../../src/values/jour.ts";
import { lienEnvoye } from "../harness/lien-envoye.ts";
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
    donnerAcces(tx, { dossierId: id, utilisateurId, role, nom: role === "employeur" ? nom : null }),
  );
  const jeton = await comptes.creerLien({ usage: "espace", utilisateurId, organismeId, dossierId: id });
  const entree = await comptes.entrerParLien(jeton);
  if (entree.issue !== "ouverte") throw new Error(`the link answered ${entree.issue}`);
  const auteur: Auteur = { organismeId, utilisateur: utilisateurId, role, intervenant: "" };
  return visiteur(app, { nom, role, restreint: true, auteur, cookies: entree.cookies });
}

/** In through the link of an audit whose sample is every dossier of the year: all that an auditor may ever see. */
export async function entrerPourUnAudit(
  { scene, organismeId }: Chez,
  nom: string,
  { auteur: gerant, nom: sonNom }: Visiteur,
): Promise<Visiteur> {
  const { maison, comptes, app } = scene;
  const adresse = `${randomUUID()}@exemple.invalid`;
  const cree = await creerAudit(
    maison,
    comptes,
    { ...gerant!, nom: sonNom },
    {
      du: jour("2026-01-01"),
      au: jour("2026-12-31"),
      taille: 200,
      graine: "CERT-2026-0147",
      auditeurs: `Alix Auditrice, ${adresse}`,
      montreNoms: true,
      finLe: jour("2026-12-15"),
      cle: randomUUID(),
    },
  );
  if (cree.issue !== "fait") throw new Error(`the audit answered ${JSON.stringify(cree)}`);
  const chemin = await lienEnvoye({ maison, organismeId }, "acces-auditeur", adresse);
  const entree = await comptes.entrerParLien(chemin?.split("/").at(-1) ?? "");
  if (entree.issue !== "ouverte") throw new Error(`the link answered ${entree.issue}`);
  const auteur: Auteur = { organismeId, utilisateur: "", role: "auditeur", intervenant: "" };
  const lui = visiteur(app, { nom, role: "auditeur", restreint: true, auteur, cookies: entree.cookies });
  // One reading, so that the organisation has a register of readings to take away.
  await lui.lire(await premierLien(lui, "/audit", /\/D-[^/]+$/));
  return lui;
}

async function premierLien(qui: Visiteur, chemin: string, motif: RegExp): Promise<string> {
  const liens = [...(await qui.lire(chemin)).texte.matchAll(/href="([^"]+)"/g)].map((m) => m[1]!);
  const lien = liens.find((l) => motif.test(l));
  if (lien === undefined) throw new Error(`no such link at ${chemin}: ${motif}`);
  return lien;
}
