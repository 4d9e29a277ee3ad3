import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, it } from "vitest";
import { CHARGES, dites, ouvrirPoisons, rendues } from "../matrice/charges.ts";
import { routesDe } from "../matrice/matrice.ts";
import type { Monde } from "../matrice/monde.ts";
import { ouvrirMonde } from "../matrice/ouvrir-monde.ts";
import { type Adresse, type Recolte, recolter } from "../matrice/recolte.ts";
import type { Reponse, Visiteur } from "../matrice/visiteur.ts";

let monde: Monde;
const poisons = ouvrirPoisons();
const recolte: Recolte = new Map();
const pages: { chemin: string; texte: string }[] = [];
const fermetures: (() => Promise<void>)[] = [];

const garder = async (chemin: string, { entetes, texte }: Reponse) => {
  if (entetes.get("content-type")?.includes("html")) pages.push({ chemin, texte });
};

beforeAll(async () => {
  monde = await ouvrirMonde((fermer) => fermetures.push(fermer), poisons);
  const routes = routesDe(monde.scene);
  await Promise.all(monde.etrangers.map((qui) => recolter(routes, qui, recolte, monde.departs(qui), garder)));
}, 300_000);
afterAll(async () => {
  for (const fermer of fermetures.reverse()) await fermer();
});

it("ce qui est écrit dans chaque champ de l’organisme, des dossiers et des contenus revient échappé, sur chaque page", () => {
  expect(new Set(CHARGES).size).toBe(60);
  expect(poisons.poses()).toBeGreaterThan(200);
  const fautes = pages.flatMap(({ chemin, texte }) => rendues(texte).map((c) => `${chemin} : ${c}`));
  expect(fautes).toEqual([]);
  const dits = pages.map(({ texte }) => dites(texte));
  expect(dits.filter((n) => n > 0).length).toBeGreaterThan(100);
  process.stdout.write(
    `attaques : ${poisons.poses()} champs piégés, dits ${dits.reduce((a, b) => a + b, 0)} fois sur ${pages.length} pages\n`,
  );
});

/** A field that the person fills with words of hers, or might: all but the marks of the form itself. */
const DU_FORMULAIRE = /^(jeton|vu|empreinte|geste|pour|reprise)$/;

/** Those of each form, once: the same act of another dossier has the same fields. */
function formulaires(): { qui: Visiteur; adresse: Adresse }[] {
  const vus = new Set<string>();
  return [...recolte].flatMap(([route, adresses]) =>
    adresses.flatMap((adresse) => {
      const cle = `${route} ${adresse.champs.map(([nom]) => nom)}`;
      const qui = monde.etrangers.find(({ nom }) => adresse.menes.has(nom));
      // Not what ends the session or the membership of whoever fills it.
      if (!route.startsWith("POST ") || vus.has(cle) || qui === undefined) return [];
      if (/connexion|\/compte|\/retirer|membres/.test(route) || adresse.champs.length === 0) return [];
      vus.add(cle);
      return [{ qui, adresse }];
    }),
  );
}

it("les soixante charges envoyées dans chaque champ de chaque formulaire reviennent échappées, ou ne reviennent pas", async () => {
  const fautes: string[] = [];
  const statuts = new Map<number, number>();
  let champs = 0;
  const liste = formulaires();
  for (const { qui, adresse } of liste) {
    const pieges = adresse.champs.filter(([nom]) => !DU_FORMULAIRE.test(nom));
    champs += pieges.length;
    for (const charge of CHARGES) {
      const envoi = adresse.champs.map(([nom, valeur]): [string, string] => {
        if (nom === "jeton") return [nom, randomUUID()];
        return [nom, DU_FORMULAIRE.test(nom) ? valeur : charge];
      });
      const { statut, texte } = await qui.envoyer(adresse.chemin, envoi);
      statuts.set(statut, (statuts.get(statut) ?? 0) + 1);
      fautes.push(...rendues(texte).map((c) => `${adresse.chemin} : ${c}`));
    }
  }
  expect(fautes).toEqual([]);
  expect(statuts.get(500)).toBeUndefined();
  expect(monde.scene.journal()).toBe("");
  expect(liste.length).toBeGreaterThan(40);
  process.stdout.write(
    `attaques : ${CHARGES.length} charges × ${liste.length} formulaires, ${champs} champs, statuts ${JSON.stringify([...statuts])}\n`,
  );
}, 240_000);
