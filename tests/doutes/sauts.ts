import { consommerLien, creerLien, DUREE_DES_LIENS, lienVivant } from "../../src/auth/liens.ts";
import { demandeRecue } from "../../src/dossier/faits/accueil.ts";
import { transactionDeLecture } from "../../src/store/connexion.ts";
import { ouvrirEspace } from "../../src/usecases/acces/ouvrir-espace.ts";
import { rendreLesDestructionsEffectives } from "../../src/usecases/destruction/tourner-les-cles.ts";
import { chargerDossier } from "../../src/usecases/dossier/charger-dossier.ts";
import { sIdentite } from "../../src/usecases/dossier/identite.ts";
import { tenirLesDurees } from "../../src/usecases/durees/tenir-les-durees.ts";
import { jourDeParis } from "../../src/usecases/heure-de-paris.ts";
import { envoyerMessages } from "../../src/usecases/messages/envoyer-messages.ts";
import { parseExpediteur } from "../../src/values/adresse-courriel.ts";
import type { Instant } from "../../src/values/instant.ts";
import { BILAN_REMIS } from "../harness/bilan.ts";
import { CAMILLE, ecrireFaits, ouvrirDossierVide } from "../harness/histoire.ts";
import { avec, controlerInvariants } from "./essayer.ts";
import { type Atelier, fonderInstallation, type Installation, type Ouverte } from "./installation.ts";
import type { Epreuve } from "./resultat.ts";

const FUSEAUX = ["UTC", "Pacific/Noumea"];
const HEURE_S = 3_600;
const JOUR_S = 24 * HEURE_S;

/** What the clock of the machine shows, in this order. The turn of the hour of 2027 is met on both sides. */
const INSTANTS: readonly Instant[] = [
  "2026-11-24T09:00:00.000Z",
  "2026-11-24T08:00:00.001Z",
  "2026-11-24T10:00:00.000Z",
  "2027-03-28T00:59:59.000Z",
  "2027-03-28T01:00:01.000Z",
  "2027-10-31T00:59:59.000Z",
  "2027-10-31T01:00:01.000Z",
  "2027-12-31T22:59:59.000Z",
  "2027-12-31T23:00:01.000Z",
  "2028-02-29T11:00:00.000Z",
  "2029-04-04T11:00:00.000Z",
  "2028-02-29T11:00:00.000Z",
].map((t) => t as Instant);
/** The same moves for what the server itself dates, in seconds. */
const SAUTS_S = [-HEURE_S, HEURE_S, 400 * JOUR_S, -400 * JOUR_S];

/** The clock jumps (D2, 6): facts keep their order, no link comes back, nothing leaves twice. */
export async function sauterDansLeTemps(atelier: Atelier): Promise<Epreuve> {
  const debut = performance.now();
  const fautes: string[] = [];
  const comptes = {
    fuseaux: FUSEAUX.length,
    sauts: 0,
    faits: 0,
    inversions: 0,
    liens: 0,
    revenus: 0,
    messages: 0,
    doubles: 0,
  };
  const fuseau = process.env.TZ;
  try {
    for (const tz of FUSEAUX) {
      process.env.TZ = tz;
      const fondee = await fonderInstallation(atelier);
      const ou = { ...fondee, poolConfig: { ...fondee.poolConfig, options: `-c TimeZone=${tz}` } };
      await avec(ou, async (ouverte) => {
        const vu = await suivreLesInstants(ou, ouverte);
        const liens = await deplacerLesLiens(ou, ouverte);
        comptes.sauts += INSTANTS.length - 1 + SAUTS_S.length;
        comptes.faits += vu.faits;
        comptes.inversions += vu.inversions;
        comptes.messages += vu.messages;
        comptes.doubles += vu.doubles;
        comptes.liens += liens.essayes;
        comptes.revenus += liens.revenus;
        fautes.push(...(await controlerInvariants(ou, ouverte, `horloge déplacée, ${tz}`)));
      });
    }
  } finally {
    if (fuseau === undefined) delete process.env.TZ;
    else process.env.TZ = fuseau;
  }
  const { inversions, revenus, doubles } = comptes;
  if (inversions > 0) fautes.push(`${inversions} faits ont changé de place`);
  if (revenus > 0) fautes.push(`${revenus} liens sont revenus`);
  if (doubles > 0) fautes.push(`${doubles} messages sont partis deux fois`);
  if (comptes.messages === 0) fautes.push("aucun message n’est parti : rien n’a été éprouvé");
  return {
    id: "horloge",
    quoi: "l’horloge saute : une heure, 400 jours, changements d’heure de 2027, 29 février, 31 décembre",
    comptes,
    fautes,
    dureeS: (performance.now() - debut) / 1000,
  };
}

/** At each instant a fact is written, a bilan comes to its term with a space, and everything that runs by itself runs twice. */
async function suivreLesInstants(ou: Installation, ouverte: Ouverte) {
  const { comptes } = ouverte;
  let instant = INSTANTS[0]!;
  const maison = { ...ouverte.maison, horloge: () => instant };
  const temoin = await ouvrirDossierVide(maison, ou.auteur, CAMILLE);
  const partis: string[] = [];
  const courrier = {
    postier: {
      envoyer: async ({ id }: { id: string }) => {
        partis.push(id);
        return { issue: "accepte" as const };
      },
    },
    expediteur: parseExpediteur("courrier@horizon.example"),
    url: "https://probant.example",
    imprimer: async () => new Uint8Array(),
  };
  for (const [rang, suivant] of INSTANTS.entries()) {
    instant = suivant;
    await ecrireFaits(maison, ou.auteur, temoin.reference, [
      demandeRecue.nouveau(jourDeParis(instant), { origine: rang % 2 === 0 ? "beneficiaire" : "employeur" }),
    ]);
    const courriel = `camille.${rang}@exemple.example`;
    const identite = sIdentite.parse({ prenom: "Camille", nom: "Fictive", courriel });
    const { reference } = await ouvrirDossierVide(maison, ou.auteur, identite);
    await ecrireFaits(maison, ou.auteur, reference, BILAN_REMIS);
    await ouvrirEspace(maison, comptes, ou.auteur, { reference, cle: reference });
    for (let fois = 0; fois < 2; fois += 1) {
      await tenirLesDurees(maison, comptes);
      await rendreLesDestructionsEffectives(maison);
      await envoyerMessages(maison, courrier, { arrete: () => false, journalise: () => undefined });
    }
  }
  const { faits } = (await transactionDeLecture(maison.base, ou.auteur, (tx) =>
    chargerDossier(tx, temoin.reference),
  ))!;
  const attendus = INSTANTS.map((_, rang) => (rang % 2 === 0 ? "beneficiaire" : "employeur"));
  const lus = faits.map((f) => (f.donnees as { origine?: string }).origine);
  const { rows } = await maison.base.pool.query<{ n: number }>(
    "select count(*)::int - count(distinct (modele, destinataire::text))::int as n from message_sortie",
  );
  return {
    faits: faits.length,
    inversions: attendus.filter((a, i) => lus[i] !== a).length + Math.abs(lus.length - attendus.length),
    messages: partis.length,
    doubles: partis.length - new Set(partis).size + rows[0]!.n,
  };
}

/** The server dates links itself: moving its clock by some seconds is moving what it wrote by as many, the other way. */
async function deplacerLesLiens(ou: Installation, { maison, comptes }: Ouverte) {
  const { pool } = maison.base;
  const avancer = (secondes: number) =>
    pool.query("update lien_secret set expire_le = expire_le - make_interval(secs => $1)", [secondes]);
  const utilisateurId = await comptes.trouverOuCreer({
    nom: "Alix Fictif",
    courriel: "alix@exemple.invalid" as never,
  });
  const lien = { utilisateurId, usage: "connexion" } as const;
  const [utilise, vu, tente] = [
    await creerLien(pool, lien),
    await creerLien(pool, lien),
    await creerLien(pool, lien),
  ];
  const espace = await creerLien(pool, {
    utilisateurId,
    usage: "espace",
    organismeId: ou.organismeId,
    dossierId: null,
  });
  if ((await consommerLien(pool, utilise)) === null) throw new Error("a new link did not open");
  // Too old by a minute, and seen so: by its page, then by its form.
  const apres = DUREE_DES_LIENS.connexion + 60;
  await avancer(apres);
  const morts = [utilise, vu, tente];
  if (await lienVivant(pool, vu)) throw new Error("a link outlived its term");
  if ((await consommerLien(pool, tente)) !== null) throw new Error("a link opened after its term");
  if (!(await lienVivant(pool, espace))) throw new Error("a link of seven days died within the hour");
  let [essayes, revenus] = [0, 0];
  await avancer(-apres);
  for (const saut of [0, ...SAUTS_S]) {
    await avancer(saut);
    for (const jeton of morts) {
      essayes += 1;
      if ((await lienVivant(pool, jeton)) || (await consommerLien(pool, jeton)) !== null) revenus += 1;
    }
  }
  return { essayes, revenus };
}
