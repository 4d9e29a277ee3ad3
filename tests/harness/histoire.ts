import { randomUUID } from "node:crypto";
import { definitionDe } from "../../src/dossier/catalogue.ts";
import { champContenu } from "../../src/dossier/champ.ts";
import type { FaitNouveau } from "../../src/dossier/fait.ts";
import { etatInitial } from "../../src/dossier/initial.ts";
import type { ReferenceContenu } from "../../src/dossier/schema.ts";
import { BILAN } from "../../src/law/bilan-exemple.ts";
import { transaction } from "../../src/store/connexion.ts";
import { ecrireCles } from "../../src/store/dossier/cles.ts";
import { creerDossier, prochaineReference } from "../../src/store/dossier/dossiers.ts";
import { type ContenuScelle, scellerSaisie } from "../../src/usecases/contenus/sceller-saisie.ts";
import {
  chargerDossier,
  chargerOrganisme,
  cleDuDossier,
} from "../../src/usecases/dossier/charger-dossier.ts";
import { ecrireFaits as ecrire } from "../../src/usecases/dossier/ecrire-faits.ts";
import { type Identite, sIdentite } from "../../src/usecases/dossier/identite.ts";
import { resumeDuDossier } from "../../src/usecases/dossier/resume-du-dossier.ts";
import type { Auteur, Maison } from "../../src/usecases/maison.ts";
import { jour } from "../../src/values/jour.ts";
import { creerCles } from "../../src/vault/cles-dossier.ts";
import type { MaisonDeTest } from "./maison.ts";

/** Seals a text in the dossier being written, as the field of that name does; gives what a fact names of it. */
export type Sceller = (texte: string, nature?: string) => ReferenceContenu;

/** Facts to write, in order; one that names a content makes it with the function that seals. */
export type Recit = readonly (FaitNouveau | ((sceller: Sceller) => FaitNouveau))[];

export const CAMILLE: Identite = sIdentite.parse({
  prenom: "Camille",
  nom: "Fictive",
  courriel: "camille@exemple.invalid",
});

/** Opens a dossier without facts; gives its reference and id. */
export async function ouvrirDossierVide(
  maison: Maison,
  auteur: Auteur,
  identite: Identite = CAMILLE,
): Promise<{ reference: string; id: string }> {
  return await transaction(maison.base, auteur.organismeId, async (tx) => {
    const [id, reference] = [randomUUID(), await prochaineReference(tx, 2026)];
    const initial = etatInitial(await chargerOrganisme(tx), BILAN.beneficiaire);
    const resume = resumeDuDossier(initial, identite, [], auteur.intervenant, jour("2026-09-01"));
    await creerDossier(tx, { id, reference, resume });
    await ecrireCles(tx, id, await creerCles(maison.trousseau, auteur.organismeId, id));
    return { reference, id };
  });
}

// What a fact leaves out takes its default, as when an act decides it.
function entier(f: FaitNouveau): FaitNouveau {
  return { ...f, donnees: definitionDe(f.type).schema.parse(f.donnees) };
}

/** Writes facts as an act does, each with the contents that it names, all under the clock as it stands. */
export async function ecrireFaits(
  maison: Maison,
  auteur: Auteur,
  reference: string,
  recit: Recit,
): Promise<void> {
  await transaction(maison.base, auteur.organismeId, async (tx) => {
    const dossier = (await chargerDossier(tx, reference))!;
    const cleContenu = await cleDuDossier(maison, tx, dossier.id, "contenu");
    const lieu = { organismeId: auteur.organismeId, dossierId: dossier.id, cleContenu };
    const contenus: ContenuScelle[] = [];
    const sceller: Sceller = (texte, nature = "texte") => {
      const scelle = scellerSaisie(
        maison,
        lieu,
        { [nature]: champContenu({ libelle: "Texte" }) },
        { [nature]: [texte] },
      );
      contenus.push(...scelle.contenus);
      return JSON.parse(scelle.brut[nature]![0]!);
    };
    const faits = recit.map((f) => entier(typeof f === "function" ? f(sceller) : f));
    await ecrire(maison, tx, auteur, dossier, faits, contenus);
  });
}

const SANS_SCELLER: Sceller = () => ({ id: "", engagement: "" });

/** Opens a dossier and writes each fact at 18 h in Paris on its own day, as people do at the end of a session. */
export async function ecrireHistoire(
  { maison, regler }: Pick<MaisonDeTest, "maison" | "regler">,
  auteur: Auteur,
  recit: Recit,
  identite: Identite = CAMILLE,
): Promise<{ reference: string; id: string }> {
  const apres = maison.horloge();
  const ouvert = await ouvrirDossierVide(maison, auteur, identite);
  for (const f of recit) {
    const { date } = typeof f === "function" ? f(SANS_SCELLER) : f;
    regler(`${date}T${date < "2026-10-25" ? "16" : "17"}:00:00.000Z`);
    await ecrireFaits(maison, auteur, ouvert.reference, [f]);
  }
  regler(apres);
  return ouvert;
}
