import { randomUUID } from "node:crypto";
import { appendFile, readFile } from "node:fs/promises";
import { join } from "node:path";
import { ajouterMembre } from "../../src/auth/membres.ts";
import { transaction } from "../../src/store/connexion.ts";
import { ouvrirEspace } from "../../src/usecases/acces/ouvrir-espace.ts";
import { sIdentite } from "../../src/usecases/dossier/identite.ts";
import { changerMembre } from "../../src/usecases/membres/changer-membre.ts";
import { envoyerMessages } from "../../src/usecases/messages/envoyer-messages.ts";
import { ecrireMessage } from "../../src/usecases/messages/preparer-message.ts";
import { type AdresseCourriel, parseExpediteur } from "../../src/values/adresse-courriel.ts";
import type { Heure } from "../../src/values/heure.ts";
import { jour } from "../../src/values/jour.ts";
import { BILAN_REMIS } from "../harness/bilan.ts";
import { ecrireFaits, ouvrirDossierVide } from "../harness/histoire.ts";
import type { Installation, Ouverte } from "./installation.ts";
import type { Voie } from "./voies.ts";

async function compter({ maison }: Ouverte, sql: string, valeurs: unknown[]): Promise<number> {
  const { rows } = await maison.base.pool.query<{ n: number }>(`select (${sql})::int as n`, valeurs);
  return rows[0]!.n;
}

/** Her account, her door, the fact and the message with the link. */
const espace: Voie = {
  nom: "espace ouvert",
  preparer: async ({ auteur }, { maison }) => {
    const courriel = `camille.${randomUUID()}@exemple.invalid`;
    const identite = sIdentite.parse({ prenom: "Camille", nom: "Fictive", courriel });
    const { reference, id } = await ouvrirDossierVide(maison, auteur, identite);
    await ecrireFaits(maison, auteur, reference, BILAN_REMIS.slice(0, 6));
    return { reference, id, courriel, cle: randomUUID() };
  },
  agir: async ({ auteur }, { maison, comptes }, { reference, cle }) => {
    const demande = { reference: String(reference), cle: String(cle) };
    const { issue } = await ouvrirEspace(maison, comptes, auteur, demande);
    if (issue !== "fait") throw new Error(`the space was answered ${issue}`);
  },
  effet: async (_, ouverte, { id, courriel }) => {
    const portes = await compter(ouverte, "select count(*) from acces_dossier where dossier_id = $1", [id]);
    const faits = await compter(
      ouverte,
      "select count(*) from fait where dossier_id = $1 and type = 'espace_ouvert.v1'",
      [id],
    );
    const lettres = await compter(
      ouverte,
      "select count(*) from message_sortie where destinataire::text like '%' || $1 || '%'",
      [courriel],
    );
    if (portes !== faits || lettres !== faits)
      throw new Error(`${portes} doors, ${faits} facts, ${lettres} messages`);
    return portes;
  },
};

const role: Voie = {
  nom: "rôle changé",
  preparer: async ({ organismeId }, { maison, comptes }) => {
    const utilisateur = await comptes.trouverOuCreer({
      nom: "Alix Fictif",
      courriel: `alix.${randomUUID()}@exemple.invalid` as AdresseCourriel,
    });
    await ajouterMembre(maison.base.pool, utilisateur, { organismeId, role: "assistant", intervenant: "" });
    return { membre: utilisateur, cle: randomUUID() };
  },
  agir: async ({ auteur }, { maison }, { membre, cle }) => {
    const gerant = { ...auteur, nom: "Nadia Fictive" };
    const place = { role: "responsable", intervenant: null, gere: false } as const;
    const { issue } = await changerMembre(maison, gerant, {
      membre: String(membre),
      cle: String(cle),
      ...place,
    });
    if (issue !== "fait") throw new Error(`the change was answered ${issue}`);
  },
  effet: async (_, ouverte, { membre }) => {
    const places = await compter(
      ouverte,
      "select count(*) from membre where utilisateur_id = $1 and role = 'responsable'",
      [membre],
    );
    const notes = await compter(ouverte, "select count(*) from membre_changement where membre = $1", [
      membre,
    ]);
    if (places !== notes) throw new Error(`${places} places beside ${notes} lines of history`);
    return places;
  },
};

const boiteDe = ({ dossier }: Installation) => join(dossier, "boite-aux-lettres");

/** Taken once by the server: what is cut in the middle is left to a person, and never leaves alone a second time. */
const courriel: Voie = {
  nom: "courriel envoyé",
  preparer: async ({ organismeId }, { maison }) => {
    const message = {
      modele: "convocation" as const,
      a: "camille@exemple.example" as AdresseCourriel,
      donnees: {
        organisme: "Cabinet Horizon",
        conseiller: "Nadia Benali",
        discretion: false,
        rendezVous: { jour: jour("2026-11-30"), debut: "09:30" as Heure, dureeMinutes: 90, ou: "Rennes" },
      },
    };
    return { id: await transaction(maison.base, organismeId, (tx) => ecrireMessage(maison, tx, message)) };
  },
  agir: async (ou, { maison }, _, autour) => {
    await envoyerMessages(
      maison,
      {
        postier: {
          envoyer: (lettre) =>
            autour("courriel", async () => {
              await appendFile(boiteDe(ou), `${lettre.id}\n`);
              return { issue: "accepte" };
            }),
        },
        expediteur: parseExpediteur("courrier@horizon.example"),
        url: "https://probant.example",
        imprimer: async () => new Uint8Array(),
      },
      { arrete: () => false, journalise: () => undefined },
    );
  },
  effet: async (ou, ouverte, { id }) => {
    const boite = await readFile(boiteDe(ou), "utf8").catch(() => "");
    const recus = boite.split("\n").filter((ligne) => ligne === id).length;
    const envoyes = await compter(
      ouverte,
      "select count(*) from message_sortie where id = $1 and etat = 'envoye'",
      [id],
    );
    if (envoyes > recus) throw new Error("a message is said to have left and did not");
    return recus;
  },
  fin: [0, 1],
};

export const VOIES_ENTRE_PERSONNES: readonly Voie[] = [espace, role, courriel];
