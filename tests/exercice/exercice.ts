import { randomUUID } from "node:crypto";
import { cp, mkdir, mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ouvrirComptes } from "../../src/auth/comptes.ts";
import type { sExercice } from "../../src/cli/formats/exercice.ts";
import { type Config, lireConfig } from "../../src/config.ts";
import { verifierDossierControle } from "../../src/evidence/dossier-controle.ts";
import { BILAN } from "../../src/law/bilan-exemple.ts";
import { postierDeDossier } from "../../src/mail/postier-dossier.ts";
import { ouvrirImprimerie } from "../../src/main/imprimerie.ts";
import { type MaisonOuverte, ouvrirMaison } from "../../src/main/ouvrir-maison.ts";
import { restaurerMaison } from "../../src/main/remplir-maison.ts";
import { transaction } from "../../src/store/connexion.ts";
import { lireCle } from "../../src/store/dossier/cles.ts";
import { lireContenus } from "../../src/store/dossier/contenus.ts";
import { produireDossierControle } from "../../src/usecases/controle/produire-dossier-controle.ts";
import { rendreLesDestructionsEffectives } from "../../src/usecases/destruction/tourner-les-cles.ts";
import { tenirLesJournaux } from "../../src/usecases/journal/signer-journal.ts";
import { verifierLeJournal } from "../../src/usecases/journal/verifier-le-journal.ts";
import type { Auteur } from "../../src/usecases/maison.ts";
import { envoyerMessages } from "../../src/usecases/messages/envoyer-messages.ts";
import { fonderOrganisme } from "../../src/usecases/organisme/fonder-organisme.ts";
import { sauvegarder } from "../../src/usecases/sauvegarde/sauvegarder.ts";
import { accorder } from "../../src/values/accorder.ts";
import { hasherNode } from "../../src/verifier/hasher-node.ts";
import { chercherEnClair, ouvrirVoliere, type Voliere } from "./canaris.ts";
import { chasser, clesDuDossier, type Scelles, scellesDe } from "./chasse.ts";
import { type DossierPlante, detruire, planterDossier } from "./dossiers.ts";

export type Resultat = ReturnType<typeof sExercice.parse>;
const ignorer = () => undefined;

/** One installation of the drill: its data, its keys beside, its settings. */
interface Lieu {
  config: Config;
  cles: string;
}

function lieu(racine: string, nom: string): Lieu {
  const [donnees, cles] = [join(racine, nom, "donnees"), join(racine, nom, "cles")];
  const { PROBANT_PG_BINAIRES } = process.env;
  const env = {
    PROBANT_DATA: donnees,
    PROBANT_KEYRING: join(cles, "trousseau.json"),
    ...(PROBANT_PG_BINAIRES === undefined ? {} : { PROBANT_PG_BINAIRES }),
  };
  return { config: lireConfig(env, racine), cles };
}

/**
 * The whole drill in a folder that is thrown away: make dossiers, back up, destroy one in `unSur`, search, restore the
 * old backup elsewhere with the present keys, search again, check the proofs. `dire` is told what goes on. With `tourner`
 * false the keys are not turned, and the drill must see it.
 */
export async function faireExercice(
  { dossiers: combien, unSur = 2, tourner = true }: { dossiers: number; unSur?: number; tourner?: boolean },
  dire: (phrase: string) => void,
): Promise<Resultat> {
  const debut = performance.now();
  const racine = await mkdtemp(join(tmpdir(), "probant-exercice-"));
  const voliere = ouvrirVoliere();
  try {
    const [un, deux] = [lieu(racine, "un"), lieu(racine, "deux")];
    const [avant, apres] = [join(racine, "avant.sauvegarde"), join(racine, "apres.sauvegarde")];
    const premiere = await vivre(un, voliere, { combien, unSur, tourner, avant, apres }, dire);

    dire("L’ancienne sauvegarde est remise dans une installation vide, avec les clés d’aujourd’hui…");
    await mkdir(join(racine, "deux"), { recursive: true });
    await cp(un.cles, deux.cles, { recursive: true });
    const restauree = join(racine, "restauree.sauvegarde");
    const seconde = await revenir(deux, avant, restauree, premiere);

    dire("Recherche dans chaque fichier, puis avec chaque clé…");
    const enClair = await chercherEnClair(racine, voliere);
    for (const chemin of enClair.vus) dire(`En clair : ${chemin}`);
    const ouverts = await chasserPartout(voliere, [un.cles, deux.cles], [avant, apres, restauree], seconde);
    exigerVivants(premiere.vivants, ouverts);
    const revenus = premiere.detruits.flatMap((d) => d.canaris).filter((c) => ouverts.has(c));
    return {
      dossiers: combien,
      detruits: premiere.detruits.length,
      canaris: { plantes: premiere.plantes, vus: enClair.vus.length + revenus.length },
      revenus: seconde.revenus,
      preuvesIntactes: premiere.intactes && seconde.intactes,
      dureeS: Math.round((performance.now() - debut) / 100) / 10,
    };
  } finally {
    await rm(racine, { recursive: true });
  }
}

interface Vie {
  auteur: Auteur;
  detruits: DossierPlante[];
  vivants: DossierPlante[];
  plantes: number;
  intactes: boolean;
}

/** Makes the dossiers, backs up, destroys one in `unSur`, and backs up again. */
async function vivre(
  { config, cles }: Lieu,
  voliere: Voliere,
  {
    combien,
    unSur,
    tourner,
    avant,
    apres,
  }: { combien: number; unSur: number; tourner: boolean; avant: string; apres: string },
  dire: (phrase: string) => void,
): Promise<Vie> {
  const maison = await ouvrirMaison(config, "serveur");
  const imprimerie = ouvrirImprimerie();
  try {
    const auteur = await fonder(maison, config);
    dire(`${accorder(combien, "dossier")} à écrire, un mot unique dans chaque texte scellé…`);
    const plantes: DossierPlante[] = [];
    for (let i = 0; i < combien; i += 1) plantes.push(await planterDossier(maison, auteur, voliere));
    await tenirLesJournaux(maison);
    await sauvegarder(maison, avant, ignorer);
    // The search must see them all while they can be opened: one that sees nothing would prove nothing.
    const visibles = await chasserPartout(voliere, [cles], [avant], maison);
    exigerVivants(plantes, visibles);

    const detruits = plantes.filter((_, i) => i % unSur === 0);
    dire(`${accorder(detruits.length, "dossier")} à détruire, puis les clés tournent…`);
    for (const { reference } of detruits) await detruire(maison, auteur, reference);
    if (tourner) await rendreLesDestructionsEffectives(maison);
    await tenirLesJournaux(maison);
    const courriels = join(config.donnees, "courriels");
    await mkdir(courriels);
    await envoyerMessages(
      maison,
      {
        postier: postierDeDossier(courriels),
        expediteur: config.expediteur ?? null,
        url: config.url,
        imprimer: imprimerie.imprimer,
      },
      { arrete: () => false, journalise: dire },
    );
    const ecrits = await readdir(courriels);
    dire(`${accorder(ecrits.length, "courriel écrit", "courriels écrits")}.`);
    await sauvegarder(maison, apres, ignorer);
    await maison.base.pool.query("checkpoint");
    const intactes = (await verifierLeJournal(maison, auteur.organismeId)).constats.length === 0;
    return {
      auteur,
      detruits,
      vivants: plantes.filter((d) => !detruits.includes(d)),
      plantes: plantes.flatMap((d) => d.canaris).length,
      intactes,
    };
  } finally {
    await imprimerie.fermer();
    await maison.fermer();
  }
}

async function fonder(maison: MaisonOuverte, { url }: Config): Promise<Auteur> {
  const comptes = ouvrirComptes({
    pool: maison.base.pool,
    secret: maison.trousseau.secretDeSession(),
    url,
  });
  const organismeId = await fonderOrganisme(maison, comptes, BILAN.organisme, []);
  const intervenant = BILAN.organisme.intervenants[0]!.id;
  return { organismeId, utilisateur: randomUUID(), role: "conseiller", intervenant };
}

/** Restores the old backup, counts what came back, checks the proofs, and backs up what it holds now. */
async function revenir(
  { config }: Lieu,
  avant: string,
  restauree: string,
  { auteur, detruits }: Vie,
): Promise<{ revenus: number; intactes: boolean; trousseau: MaisonOuverte["trousseau"] }> {
  const maison = await restaurerMaison(config, avant, ignorer);
  const imprimerie = ouvrirImprimerie();
  try {
    await tenirLesJournaux(maison);
    let revenus = 0;
    let intactes = true;
    for (const { id, reference } of detruits) {
      const reste = await transaction(maison.base, auteur.organismeId, async (tx) => ({
        contenus: await lireContenus(tx, id),
        cle: await lireCle(tx, id, "contenu"),
      }));
      if (reste.contenus.length > 0 || reste.cle !== undefined) revenus += 1;
      const fabrique = { maison, auteur, imprimer: imprimerie.imprimer, avancer: ignorer };
      const preuve = await produireDossierControle(fabrique, reference);
      if (preuve === undefined || verifierDossierControle(preuve.octets, hasherNode).verdict !== "intact") {
        intactes = false;
      }
    }
    const { constats } = await verifierLeJournal(maison, auteur.organismeId);
    await sauvegarder(maison, restauree, ignorer);
    await maison.base.pool.query("checkpoint");
    return { revenus, intactes: intactes && constats.length === 0, trousseau: maison.trousseau };
  } finally {
    await imprimerie.fermer();
    await maison.fermer();
  }
}

/** The words that come out of these backups with all keys of these folders. */
async function chasserPartout(
  voliere: Voliere,
  dossiersDeCles: readonly string[],
  sauvegardes: readonly string[],
  { trousseau }: Pick<MaisonOuverte, "trousseau">,
): Promise<Set<string>> {
  const scelles: Scelles = new Map();
  for (const s of sauvegardes) for (const [h, o] of await scellesDe(trousseau, s)) scelles.set(h, o);
  const cles = await Promise.all(dossiersDeCles.map(clesDuDossier));
  return chasser(voliere, scelles, {
    claires: cles.flatMap((c) => c.claires),
    enveloppees: new Map(cles.flatMap((c) => [...c.enveloppees])),
  });
}

function exigerVivants(vivants: readonly DossierPlante[], ouverts: ReadonlySet<string>): void {
  const manquants = vivants.flatMap((d) => d.canaris).filter((c) => !ouverts.has(c));
  if (manquants.length > 0) {
    throw new Error(`the search does not see ${manquants.length} words that can be opened`);
  }
}
