import { randomUUID } from "node:crypto";
import { acteDeNom } from "../../src/dossier/catalogue-actes.ts";
import { resultatsEcrits } from "../../src/dossier/faits/conclusion.ts";
import { contenusDetruits } from "../../src/dossier/faits/fin.ts";
import { transaction, transactionDeLecture } from "../../src/store/connexion.ts";
import { ecrireAnnonce } from "../../src/store/dossier/annonces.ts";
import { ecrirePassage } from "../../src/store/dossier/passage.ts";
import { rendreLesDestructionsEffectives } from "../../src/usecases/destruction/tourner-les-cles.ts";
import { agir } from "../../src/usecases/dossier/agir.ts";
import { chargerDossier } from "../../src/usecases/dossier/charger-dossier.ts";
import { tenirLesDurees } from "../../src/usecases/durees/tenir-les-durees.ts";
import { heureDeParis, jourDeParis } from "../../src/usecases/heure-de-paris.ts";
import { jour } from "../../src/values/jour.ts";
import type { Reponses } from "../dossier/essai.ts";
import { BILAN_CERTIFIE, BILAN_REMIS } from "../harness/bilan.ts";
import { CAMILLE, ecrireFaits, ouvrirDossierVide, type Recit } from "../harness/histoire.ts";
import { avecEmployeur } from "../matrice/histoires.ts";
import type { Installation, Ouverte } from "./installation.ts";
import type { Sujet, Voie } from "./voies.ts";

const SANS_SCELLER = () => ({ id: "", engagement: "" });
const typeDe = (f: Recit[number]) => (typeof f === "function" ? f(SANS_SCELLER) : f).type;

/** A bilan as it stood before the first fact of that kind. */
const avant = (type: string, recit: Recit = BILAN_REMIS): Recit =>
  recit.slice(
    0,
    recit.findIndex((f) => typeDe(f) === type),
  );

async function ecrireDossier({ auteur }: Installation, { maison }: Ouverte, recit: Recit) {
  const ouvert = await ouvrirDossierVide(maison, auteur, CAMILLE);
  await ecrireFaits(maison, auteur, ouvert.reference, recit);
  return ouvert;
}

/** The form of an act as it opens today, changed by these answers. */
async function formulaire(
  { auteur }: Installation,
  { maison }: Ouverte,
  reference: string,
  nom: string,
  reponses: Reponses,
): Promise<Record<string, string[]>> {
  const { etat, faits } = (await transactionDeLecture(maison.base, auteur, (tx) =>
    chargerDossier(tx, reference),
  ))!;
  const [au, heure] = [jourDeParis(maison.horloge()), heureDeParis(maison.horloge())];
  const { role, intervenant } = auteur;
  const valeurs = acteDeNom(nom)!.valeurs(etat, { au, heure, role, intervenant, faits });
  return Object.fromEntries(Object.entries({ ...valeurs, ...reponses }).map(([n, v]) => [n, [v].flat()]));
}

async function compterFaits({ maison }: Ouverte, { id, type }: Sujet): Promise<number> {
  const { rows } = await maison.base.pool.query<{ n: number }>(
    "select count(*)::int as n from fait where dossier_id = $1 and type = $2",
    [id, type],
  );
  return rows[0]!.n;
}

async function faireLActe({ auteur }: Installation, { maison }: Ouverte, sujet: Sujet): Promise<void> {
  const { issue, ...suite } = await agir(maison, auteur, {
    reference: String(sujet.reference),
    acte: acteDeNom(String(sujet.acte))!,
    brut: sujet.brut as Record<string, readonly string[]>,
    cle: String(sujet.cle),
  });
  if (issue !== "fait") throw new Error(`${sujet.acte}: ${issue} ${JSON.stringify(suite)}`);
}

/** An act by its form: its effect is the fact that it writes. */
function unActe(nom: string, acte: string, type: string, recit: Recit, reponses: Reponses = {}): Voie {
  return {
    nom,
    preparer: async (ou, ouverte) => {
      const { reference, id } = await ecrireDossier(ou, ouverte, recit);
      const deja = recit.filter((f) => typeDe(f) === type).length;
      const brut = await formulaire(ou, ouverte, reference, acte, reponses);
      return { reference, id, acte, type, brut, cle: randomUUID(), deja };
    },
    agir: faireLActe,
    effet: async (_, ouverte, sujet) => (await compterFaits(ouverte, sujet)) - Number(sujet.deja),
  };
}

const DEVIS: Reponses = {
  duree: "20 h",
  preliminaire: "3 h 30",
  investigation: "12 h",
  conclusion: "4 h 30",
  travailPersonnel: "4 h",
  prix: "1 580,00",
};
const [PREMIERE_SIGNEE] = BILAN_REMIS.filter((f) => typeDe(f) === "seance_signee.v1");

/** The contents go, then the keys, then the register says it: all of it, or what remains is done at the next turn. */
const destruction: Voie = {
  ...unActe("destruction", "detruireContenus", "contenus_detruits.v1", BILAN_CERTIFIE, {
    documents: "0",
    atteste: "oui",
  }),
  agir: async (ou, ouverte, sujet) => {
    await faireLActe(ou, ouverte, sujet);
    await rendreLesDestructionsEffectives(ouverte.maison);
  },
  effet: async (_, ouverte, sujet) => {
    const faits = await compterFaits(ouverte, sujet);
    const { rows } = await ouverte.maison.base.pool.query<{ n: number }>(
      `select (select count(*) from contenu where dossier_id = $1)::int
            + (select count(*) from cle_dossier where dossier_id = $1 and classe = 'contenu')::int as n`,
      [sujet.id],
    );
    if (faits === 1 ? rows[0]!.n !== 0 : rows[0]!.n === 0)
      throw new Error(`${rows[0]!.n} rows beside ${faits} facts`);
    return faits;
  },
};

const DETRUIT: Recit = [...BILAN_REMIS, contenusDetruits.nouveau(jour("2026-11-23"), { documents: 3 })];

/** The eve of the end of the proofs, announced long ago; then the clock does it. */
const effacement: Voie = {
  nom: "effacement des preuves",
  maintenant: "2030-11-17T11:00:00.000Z",
  preparer: async (ou, ouverte) => {
    const { base } = ouverte.maison;
    const { reference, id } = await ecrireDossier(ou, ouverte, DETRUIT);
    await rendreLesDestructionsEffectives(ouverte.maison);
    await transaction(base, ou.organismeId, async (tx) => {
      await ecrireAnnonce(tx, id, { classe: "preuves", du: "2030-11-17", annonceeLe: "2030-10-01" });
      await ecrirePassage(tx, { le: "2030-11-16T11:00:00.000Z", entierLe: "2030-11-16" });
    });
    return { reference, id };
  },
  agir: async (_, { maison, comptes }) => {
    if ((await tenirLesDurees(maison, comptes)) === undefined) throw new Error("another process is at it");
  },
  effet: async (_, { maison }, { id }) => {
    const { rows } = await maison.base.pool.query<{ n: number; pleins: number; total: number }>(
      `select (select count(*) from effacement where dossier_id = $1)::int as n,
         (select count(*) from fait where dossier_id = $1 and texte <> '')::int as pleins,
         (select count(*) from fait where dossier_id = $1)::int as total`,
      [id],
    );
    const { n, pleins, total } = rows[0]!;
    if (n === 1 ? pleins !== 1 : pleins !== total)
      throw new Error(`${pleins} of ${total} texts beside ${n} endings`);
    return n;
  },
};

const AVEC_RESULTATS: Recit = [
  ...avant("synthese_remise.v1"),
  (sceller) =>
    resultatsEcrits.nouveau(jour("2026-11-16"), {
      intitule: "entretiens d’exploration",
      resultats: sceller("Le travail manuel.", "resultats"),
    }),
];

export const VOIES_DU_DOSSIER: readonly Voie[] = [
  unActe("devis", "emettreDevis", "devis_emis.v1", avant("devis_emis.v1"), DEVIS),
  unActe(
    "convention",
    "signerConvention",
    "convention_signee.v1",
    avecEmployeur(avant("commande_passee.v1")),
    { par: "organisme", atteste: "oui" },
  ),
  unActe("entrée", "declarerEntree", "entree_declaree.v1", avant("entree_declaree.v1")),
  unActe(
    "séance signée",
    "signerSeance",
    "seance_signee.v1",
    BILAN_REMIS.slice(0, BILAN_REMIS.indexOf(PREMIERE_SIGNEE!)),
    { par: "conseiller", nom: "Nadia Benali", atteste: "oui" },
  ),
  unActe("synthèse remise", "remettreSynthese", "synthese_remise.v1", AVEC_RESULTATS, {
    documents: ["synthese", "resultats_detailles"],
    nom: "Camille Fictive",
    recu: "oui",
  }),
  unActe("facture", "emettreFacture", "facture_emise.v1", BILAN_CERTIFIE, { numero: "F-2026-40" }),
  destruction,
  effacement,
];
