import { randomUUID } from "node:crypto";
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { transaction } from "../../src/store/connexion.ts";
import { ecrireSite } from "../../src/store/organisme/sites.ts";
import { inviterMembre } from "../../src/usecases/membres/inviter-membre.ts";
import { ouvrirDossierDeTest } from "../harness/dossier.ts";
import { lienEnvoye } from "../harness/lien-envoye.ts";
import { fautesDAcces } from "./acces.ts";
import { COMPTE, fonderBilan, ouvrirCentre } from "./centre.ts";
import { lancerNavigateur, regarderAvec } from "./navigateur.ts";
import { entrer } from "./personne.ts";

const INVITE = "iris.beaucoup-trop-longue-adresse@exemple.invalid";

/** An organisation with a site, an invitation that waits, and whoever manages it. */
async function ouvrirOrganisme() {
  let organismeId = "";
  const centre = await ouvrirCentre(undefined, async (m) => {
    organismeId = await fonderBilan(m);
    await m.maison.base.pool.query("update membre set gere = true");
  });
  const { base } = centre.maison;
  const { rows } = await base.pool.query("select utilisateur_id as id from membre");
  await transaction(base, organismeId, (tx) =>
    ecrireSite(tx, { id: randomUUID(), nom: "Rennes", ouvert: true }),
  );
  const gerant = {
    organismeId,
    utilisateur: rows[0].id,
    role: "conseiller",
    intervenant: "nadia",
    nom: COMPTE.nom,
  } as const;
  const invite = {
    nom: "Iris Fictive",
    courriel: INVITE,
    role: "assistant",
    intervenant: null,
    gere: false,
  } as const;
  await inviterMembre(centre.maison, centre.comptes, gerant, { ...invite, cle: randomUUID() });
  const lien = await lienEnvoye({ maison: centre.maison, organismeId }, "invitation", INVITE);
  const membre = await base.pool.query("select utilisateur_id as id from membre where depuis is null");
  const reference = await ouvrirDossierDeTest(centre.maison, gerant);
  return { centre, lien: lien ?? "", membre: membre.rows[0].id as string, reference };
}

const envoyer = (nom: RegExp) => async (page: Page) => {
  await page.getByRole("button", { name: nom }).first().click();
  await page.getByRole("heading", { level: 1 }).waitFor();
};
const preparer = async (page: Page) => {
  await page.getByLabel("Votre phrase de passe actuelle").fill(COMPTE.motDePasse);
  await page.getByRole("button", { name: "Commencer" }).click();
  await page.getByRole("heading", { name: "Donner le secret" }).waitFor();
};

test("les pages de compte, de membres et d’entrée se lisent étroites et larges, en clair et en sombre, avec ou sans script", async () => {
  const { centre, lien, membre, reference } = await ouvrirOrganisme();
  const navigateur = await lancerNavigateur();
  try {
    const contexte = await navigateur.newContext();
    await entrer(await contexte.newPage(), centre.url);
    const session = await contexte.storageState();
    const membres = "/organisme/membres";
    const vues: { chemin: string; dedans: boolean; puis?: (page: Page) => Promise<void> }[] = [
      ...["/connexion", "/connexion/lien", "/connexion/code", lien].map((chemin) => ({
        chemin,
        dedans: false,
      })),
      { chemin: "/connexion/code", dedans: false, puis: envoyer(/^Entrer$/) },
      { chemin: lien, dedans: false, puis: envoyer(/^Ouvrir mon compte$/) },
      ...["", "/nom", "/phrase", "/second-facteur", "/cles", "/appareils"].map((c) => ({
        chemin: `/compte${c}`,
        dedans: true,
      })),
      { chemin: "/compte/second-facteur", dedans: true, puis: preparer },
      { chemin: "/compte/phrase", dedans: true, puis: envoyer(/^Changer ma phrase/) },
      ...["", "/nouveau", `/${membre}`, `/${membre}/retirer`, "/second-facteur"].map((c) => ({
        chemin: `${membres}${c}`,
        dedans: true,
      })),
      { chemin: `${membres}/nouveau`, dedans: true, puis: envoyer(/^Envoyer l’invitation$/) },
      { chemin: "/organisme/lieux", dedans: true },
      { chemin: "/organisme/lieux/nouveau", dedans: true },
      { chemin: "/organisme/durees", dedans: true },
      { chemin: "/organisme/donnees", dedans: true },
      { chemin: "/organisme/donnees/registre", dedans: true },
      { chemin: "/organisme/export", dedans: true },
      { chemin: "/organisme/export", dedans: true, puis: envoyer(/^Télécharger l’export$/) },
      { chemin: "/organisme/cles", dedans: true },
      { chemin: "/organisme/cles/signature", dedans: true },
      { chemin: "/places", dedans: true },
      { chemin: `/dossiers/${reference}/lieu`, dedans: true },
      { chemin: `/dossiers/${reference}/actes`, dedans: true },
    ];
    const regarder = regarderAvec(navigateur);
    const fautes: string[] = [];
    for (const [rang, { chemin, dedans, puis }] of vues.entries()) {
      for (const lecteur of [
        { theme: "light", largeur: 320, script: rang % 2 === 0 },
        { theme: "dark", largeur: 1280, script: rang % 2 === 1 },
      ] as const) {
        const options = dedans ? { ...lecteur, session } : lecteur;
        const trouvees = await regarder(
          `${centre.url}${chemin}`,
          options,
          async (vu) => [...vu.plaintes, ...(await fautesDAcces(vu.page))],
          puis,
        );
        const ou = chemin === lien ? "/invitation" : chemin;
        fautes.push(...trouvees.map((f) => `${ou} ${lecteur.theme} : ${f}`));
      }
    }
    expect(fautes).toEqual([]);
  } finally {
    await navigateur.close();
  }
}, 240_000);
