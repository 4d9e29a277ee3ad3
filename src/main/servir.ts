import { createServer } from "node:http";
import { join } from "node:path";
import { getRequestListener } from "@hono/node-server";
import { ouvrirComptes } from "../auth/comptes.ts";
import type { Config } from "../config.ts";
import { detruireLesCles } from "../jobs/destructions.ts";
import { suivreLesDurees } from "../jobs/durees.ts";
import { horodaterChaqueJour } from "../jobs/horodatage.ts";
import { tenirLeJournal } from "../jobs/journal.ts";
import { envoyerLesLiens } from "../jobs/liens.ts";
import { envoyerLesMessages } from "../jobs/messages.ts";
import { suivreLesJours } from "../jobs/nouveau-jour.ts";
import type { Postier } from "../mail/postier.ts";
import { postierDeDossier } from "../mail/postier-dossier.ts";
import { postierSmtp } from "../mail/postier-smtp.ts";
import { phraseDePanne } from "../store/pannes.ts";
import { creerApp } from "../web/app.tsx";
import { fermerServeur } from "../web/fermer-serveur.ts";
import { preparerRessources } from "../web/ressources.ts";
import { dire } from "./dire.ts";
import { ecouter } from "./ecouter.ts";
import { ouvrirImprimerie } from "./imprimerie.ts";
import type { MaisonOuverte } from "./ouvrir-maison.ts";
import { rendreLaMemoire } from "./rendre-la-memoire.ts";

/** How long connections are waited for: a paper may be under way. */
const PATIENCE_MS = 20_000;

/** Where the demonstration puts what it writes to people, one file a message. */
export const dossierDesCourriels = (config: Config): string => join(config.donnees, "courriels");

/** Who carries messages: nobody without a mail server; a folder in the demonstration, where nothing leaves. */
function ouvrirPostier(config: Config, demonstration: boolean): Postier | null {
  if (demonstration) return postierDeDossier(dossierDesCourriels(config));
  return config.smtp === undefined ? null : postierSmtp(config.smtp);
}

export interface Serveur {
  url: string;
  arreter: () => Promise<void>;
}

/** Serves the web application over an open house until it is stopped. */
export async function servir(
  config: Config,
  maison: MaisonOuverte,
  demonstration: boolean,
): Promise<Serveur> {
  const moteur = ouvrirImprimerie();
  const servies = preparerRessources();
  const postier = ouvrirPostier(config, demonstration);
  const envoi = { expediteur: config.expediteur ?? null, url: config.url, imprimer: moteur.imprimer };
  const comptes = ouvrirComptes({
    pool: maison.base.pool,
    secret: maison.trousseau.secretDeSession(),
    url: config.url,
    ...(config.fournisseurIdentite === undefined
      ? {}
      : { reseau: { fournisseur: config.fournisseurIdentite, dire } }),
  });
  const app = creerApp(
    {
      maison,
      comptes,
      imprimer: moteur.imprimer,
      ressources: servies.adresses,
      demonstration,
      url: config.url,
      proxys: config.proxys,
      courriel: { serveur: postier !== null, expediteur: envoi.expediteur },
      phraseDePanne,
    },
    servies,
    (reference, erreur) => dire(`Panne ${reference} : ${erreur.name} ${lieuxSeuls(erreur)}`),
  );
  const serveur = createServer(getRequestListener((requete, env) => app.fetch(requete, env)));
  await ecouter(serveur, config);
  const taches = [
    tenirLeJournal(maison, dire),
    suivreLesJours(maison, dire),
    envoyerLesLiens(maison, comptes, dire),
    horodaterChaqueJour(maison, dire),
    detruireLesCles(maison, dire),
    suivreLesDurees(maison, comptes, dire),
  ];
  if (postier !== null) taches.push(envoyerLesMessages(maison, { postier, ...envoi }, dire));
  rendreLaMemoire();
  return {
    url: config.url,
    arreter: async () => {
      await fermerServeur(serveur, PATIENCE_MS);
      for (const tache of taches) await tache.arreter();
      await moteur.fermer();
    },
  };
}

/** Where it broke, without the message: a message may quote what a person typed. */
function lieuxSeuls(erreur: Error): string {
  const lieux = erreur.stack?.split("\n").filter((l) => l.trimStart().startsWith("at ")) ?? [];
  return `\n${lieux.slice(0, 12).join("\n")}`;
}
