import type { Hono } from "hono";
import type { Comptes } from "../../src/auth/comptes.ts";
import type { DocumentImprimable } from "../../src/documents/moteur/document-imprimable.ts";
import type { Role } from "../../src/dossier/acte.ts";
import { definitionDe } from "../../src/dossier/catalogue.ts";
import type { FaitNouveau } from "../../src/dossier/fait.ts";
import { sOrganisme } from "../../src/dossier/organisme.ts";
import { transaction } from "../../src/store/connexion.ts";
import { ecrireSite, placerDossier } from "../../src/store/organisme/sites.ts";
import { type Identite, nomComplet, sIdentite } from "../../src/usecases/dossier/identite.ts";
import type { Maison } from "../../src/usecases/maison.ts";
import { fonderOrganisme } from "../../src/usecases/organisme/fonder-organisme.ts";
import type { Env } from "../../src/web/contexte.ts";
import { BILAN_CERTIFIE, BILAN_DETRUIT, BILAN_REMIS } from "../harness/bilan.ts";
import { ecrireHistoire, type Recit } from "../harness/histoire.ts";
import { ouvrirVoliere, planter, type Voliere } from "./canaris.ts";
import { entrer, entrerParUnePorte, entrerPourUnAudit } from "./gens.ts";
import { abreger, avecEmployeur, CAMILLE, COMMUNIQUE, chezYves, EN_COURS, HORIZON } from "./histoires.ts";
import { type Depart, semer } from "./semis.ts";
import { type Visiteur, visiteur } from "./visiteur.ts";

/** The real application on a throw-away database. */
export interface Scene {
  maison: Maison;
  comptes: Comptes;
  app: Hono<Env>;
  imprimer: (document: DocumentImprimable) => Promise<Uint8Array>;
  regler: (instant: string) => void;
  /** All that the application wrote of its own defects. */
  journal: () => string;
  oublierLeJournal: () => void;
}

/** One dossier of the world. */
export interface DossierDuMonde {
  reference: string;
  id: string;
  /** The person's name, as she types it to sign. */
  personne: string;
  /** Name of its counsellor. */
  conseiller: string;
}

export interface Monde {
  scene: Scene;
  voliere: Voliere;
  visiteurs: readonly Visiteur[];
  /** People of the other organisation: what they reach is what ours must not. */
  etrangers: readonly Visiteur[];
  /** Addresses that this visitor was given otherwise than by a page. */
  departs: (qui: Visiteur) => string[];
  dossiers: { siens: readonly DossierDuMonde[]; autre: DossierDuMonde; detruit: DossierDuMonde };
  /** Reference of the dossier whose person agreed to show her synthesis to one reader. */
  communique: string;
}

// Names that point from one thing to another: two canaries there would only break the story.
const RENVOI = /\.(id|seance|intervenant|origine|offre|base64)$/;

interface Chantier {
  scene: Scene;
  voliere: Voliere;
  organismeId: string;
}

/** Two organisations, their dossiers and their people; canaries in every sealed text of ours and in every field of theirs. */
export async function batirMonde(scene: Scene, voliere: Voliere = ouvrirVoliere()): Promise<Monde> {
  const { maison, comptes } = scene;
  const organismeId = await fonderOrganisme(maison, comptes, HORIZON, []);
  const chez: Chantier = { scene, voliere, organismeId };
  const conseiller = await entrer(chez, "conseiller", { role: "conseiller", intervenant: "nadia" });
  const collegue = await entrer(chez, "collegue", { role: "conseiller", intervenant: "yves" });
  const enCours = await ecrire(chez, conseiller, EN_COURS, ["conseiller", "beneficiaire"]);
  const certifie = await ecrire(chez, conseiller, avecEmployeur(BILAN_CERTIFIE), [
    "conseiller",
    "beneficiaire certifié",
  ]);
  const autre = await ecrire(chez, collegue, abreger(BILAN_CERTIFIE).map(chezYves), ["collegue"]);
  const detruit = await ecrire(chez, conseiller, abreger(BILAN_DETRUIT), ["conseiller"]);
  const gestion = await entrer(chez, "gestion", { role: "conseiller", intervenant: "gestion", gere: true });
  const personne = await entrerParUnePorte(chez, "beneficiaire", enCours, "beneficiaire");
  const employeur = await entrerParUnePorte(chez, "employeur signataire", certifie, "employeur");
  const departs = await semer({ scene, conseiller, gestion, personne, employeur, enCours, certifie });
  const eux = await batirLesEtrangers(scene, voliere);
  departs.push(...eux.departs);
  // Its synthesis is shown to whoever holds a living link: no canary is in it.
  const communique = await ecrireHistoire(scene, conseiller.auteur!, COMMUNIQUE, CAMILLE);
  await placer(chez, [enCours, certifie, autre, detruit, communique]);
  const membre = (role: Role, nom: string = role) => entrer(chez, nom, { role });
  return {
    scene,
    voliere,
    visiteurs: [
      visiteur(scene.app, { nom: "sans compte", role: null, auteur: null, cookies: [] }),
      conseiller,
      collegue,
      await membre("assistant"),
      await membre("responsable"),
      gestion,
      await membre("reseau"),
      personne,
      await entrerParUnePorte(chez, "beneficiaire certifié", certifie, "beneficiaire"),
      await entrerParUnePorte(chez, "employeur", enCours, "employeur"),
      employeur,
      await entrerPourUnAudit(chez, "auditeur", gestion),
      await entrer(chez, "conseiller d’un autre lieu", { role: "conseiller", lieu: BREST }),
    ],
    etrangers: eux.etrangers,
    departs: ({ nom }) => departs.filter(({ qui }) => qui.nom === nom).map(({ chemin }) => chemin),
    dossiers: { siens: [enCours, certifie], autre, detruit },
    communique: communique.reference,
  };
}

const RENNES = "5a1f0c1e-0000-4000-8000-000000000035";
const BREST = "5a1f0c1e-0000-4000-8000-000000000029";

/** Two sites, and every dossier at the first. */
async function placer(
  { scene, organismeId }: Chantier,
  dossiers: readonly { reference: string }[],
): Promise<void> {
  await transaction(scene.maison.base, organismeId, async (tx) => {
    await ecrireSite(tx, { id: RENNES, nom: "Rennes", ouvert: true });
    await ecrireSite(tx, { id: BREST, nom: "Brest", ouvert: true });
    for (const { reference } of dossiers) await placerDossier(tx, reference, RENNES);
  });
}

/** As full as ours, and one dossier more, so that a reference exists there and nowhere here. */
async function batirLesEtrangers(
  scene: Scene,
  voliere: Voliere,
): Promise<{ etrangers: Visiteur[]; departs: Depart[] }> {
  const chezEux = (ou: string) => voliere.nouveau(`organisme B${ou}`, []);
  const planterLa = <T>(valeur: T, schema: Parameters<typeof planter>[1], ou: string) =>
    planter(valeur, schema, (champ) => chezEux(`, ${ou}${champ}`), RENVOI);
  const organisme = planterLa(HORIZON, sOrganisme, "organisation");
  const organismeId = await fonderOrganisme(scene.maison, scene.comptes, organisme, []);
  const chez: Chantier = { scene, voliere, organismeId };
  const conseiller = await entrer(chez, chezEux(", membre"), { role: "conseiller", intervenant: "nadia" });
  const gestion = await entrer(chez, chezEux(", membre"), {
    role: "conseiller",
    intervenant: "yves",
    gere: true,
  });
  const planterFait = (f: FaitNouveau): FaitNouveau => ({
    ...f,
    donnees: planterLa(f.donnees, definitionDe(f.type).schema, f.type) as FaitNouveau["donnees"],
  });
  const plante = (recit: Recit): Recit =>
    recit.map((f) => (typeof f === "function" ? (s) => planterFait(f(s)) : planterFait(f)));
  const identite = () => planterLa(CAMILLE, sIdentite, "identité");
  for (const n of [1, 3, 6, 9])
    await ecrire(chez, conseiller, plante(BILAN_REMIS.slice(0, n)), [], identite());
  const enCours = await ecrire(chez, conseiller, plante(EN_COURS), [], identite());
  const certifie = await ecrire(
    chez,
    conseiller,
    plante(abreger(avecEmployeur(BILAN_CERTIFIE))),
    [],
    identite(),
  );
  const personnes = [enCours, certifie].map((d) =>
    entrerParUnePorte(chez, chezEux(", personne"), d, "beneficiaire"),
  );
  const [elle, certifiee] = await Promise.all(personnes);
  const employeur = await entrerParUnePorte(chez, chezEux(", employeur"), enCours, "employeur");
  const signataire = await entrerParUnePorte(chez, chezEux(", employeur"), certifie, "employeur");
  const departs = await semer({
    scene,
    conseiller,
    gestion,
    personne: elle!,
    employeur: signataire,
    enCours,
    certifie,
  });
  const auditeur = await entrerPourUnAudit(chez, chezEux(", auditeur"), gestion);
  return {
    etrangers: [conseiller, gestion, elle!, certifiee!, employeur, signataire, auditeur],
    departs,
  };
}

/** Tells a story in which each text that is sealed carries a canary of its own, at its head. */
async function ecrire(
  { scene, voliere }: Chantier,
  { nom: conseiller, auteur }: Visiteur,
  recit: Recit,
  lecteurs: readonly string[],
  identite: Identite = CAMILLE,
): Promise<DossierDuMonde> {
  const avecCanaris = recit.map((f) =>
    typeof f === "function"
      ? (sceller: Parameters<typeof f>[0]) =>
          f((texte) => sceller(`${voliere.nouveau(`contenu : ${texte}`, lecteurs)} ${texte}`))
      : f,
  );
  const ecrit = await ecrireHistoire(scene, auteur!, avecCanaris, identite);
  return { ...ecrit, personne: nomComplet(identite), conseiller };
}
