import { chronometrer, entrelacer, mediane, rapport } from "../entrelacer.ts";
import { conclure, type Ligne, type Resultat } from "../ligne.ts";
import { avecServeur, type Lecteur, type MaisonDeMesure } from "../maison-de-mesure.ts";
import { entretenir, peupler, peuplerAussi } from "../peupler.ts";

/** What is asked of both databases; a page far in the list is found by walking there once, before measuring. */
const DEMANDES = [
  { id: "liste", quoi: "The list", chemin: "/dossiers" },
  { id: "filtre", quoi: "The list filtered by stage", chemin: "/dossiers?etape=deroulement" },
  { id: "nom", quoi: "The list searched by the beginning of a name", chemin: "/dossiers?nom=elé" },
];
const PROFONDE = { id: "profonde", quoi: "A page of the list, ten pages further" };

/**
 * The list page of an installation with four years of all of France, against that of one with 1,000 dossiers: the large
 * one has 300 organisations, and its largest, of 50,000 dossiers, is the one that is measured; then an ordinary one of
 * it. Row-level security is on. Every row is a dossier with its facts, made in bulk as `npm run demo -- --dossiers` makes
 * them, and can be opened.
 */
export const listerEnGrand: Ligne = {
  id: "grand",
  mesurer: (echelle) =>
    avecServeur(async (ouvrir) => {
      const tailles =
        echelle === "reelle"
          ? { petite: 1_000, total: 340_000, centres: 300, plusGrand: 50_000, tours: 150, pages: 10 }
          : { petite: 120, total: 400, centres: 3, plusGrand: 200, tours: 2, pages: 1 };
      const petite = await ouvrirPetite(await ouvrir("petite"), tailles.petite);
      const grande = await ouvrirGrande(await ouvrir("grande"), tailles);
      const resultats: Resultat[] = [];
      const comparer = async (
        id: string,
        quoi: string,
        [notre, rival]: [Lecteur, Lecteur],
        chemins: [string, string],
      ) => {
        const serie = await entrelacer(
          { tours: tailles.tours, chauffe: Math.ceil(tailles.tours / 5) },
          () => chronometrer(() => notre.lire(chemins[0])),
          () => chronometrer(() => rival.lire(chemins[1])),
        );
        const [ours, other] = [mediane(serie.ours), mediane(serie.rival)];
        const what = `${quoi}, against the same in an installation of 1,000 dossiers (ms; times the time)`;
        resultats.push(
          conclure({
            id: `grand-${id}`,
            what,
            ours,
            rival: other,
            ratio: rapport(serie),
            floor: 1.3,
            aim: 1.1,
          }),
        );
      };
      const lecteurs: [Lecteur, Lecteur] = [grande.plusGrand, petite];
      const ou = "in a centre of 50,000 dossiers among 340,000";
      for (const { id, quoi, chemin } of DEMANDES)
        await comparer(id, `${quoi}, ${ou}`, lecteurs, [chemin, chemin]);
      await comparer(PROFONDE.id, `${PROFONDE.quoi}, ${ou}`, lecteurs, [
        await avancer(grande.plusGrand, tailles.pages),
        await avancer(petite, tailles.pages),
      ]);
      await comparer(
        "ordinaire",
        "The list in an ordinary centre among 340,000 dossiers",
        [grande.ordinaire, petite],
        ["/dossiers", "/dossiers"],
      );
      return resultats;
    }),
};

async function ouvrirPetite(mesure: MaisonDeMesure, nombre: number): Promise<Lecteur> {
  const lecteur = await mesure.fonder();
  await peupler(mesure.maison, lecteur.auteur.organismeId, nombre);
  await entretenir(mesure.maison.base);
  return lecteur;
}

async function ouvrirGrande(
  mesure: MaisonDeMesure,
  { total, centres, plusGrand }: { total: number; centres: number; plusGrand: number },
): Promise<{ plusGrand: Lecteur; ordinaire: Lecteur }> {
  const { maison } = mesure;
  const [premier, ordinaire] = [await mesure.fonder(), await mesure.fonder()];
  const contes = await peupler(maison, premier.auteur.organismeId, plusGrand);
  const autres = [ordinaire.auteur.organismeId, ...(await mesure.fonderSansCompte(centres - 2))];
  const reste = total - plusGrand;
  for (const [i, id] of autres.entries()) {
    const part = Math.floor((reste * (i + 1)) / autres.length) - Math.floor((reste * i) / autres.length);
    await peuplerAussi(maison, id, contes, part);
  }
  await entretenir(maison.base);
  return { plusGrand: premier, ordinaire };
}

/** The address of the page that lies `pages` further, read from the pages themselves. */
async function avancer(lecteur: Lecteur, pages: number): Promise<string> {
  let chemin = "/dossiers";
  for (let i = 0; i < pages; i += 1) {
    const suite = /href="(\/dossiers\?rang=[^"]+)"/.exec(await lecteur.lire(chemin))?.[1];
    if (suite === undefined) throw new Error(`the list has only ${i + 1} pages`);
    chemin = suite.replaceAll("&amp;", "&");
  }
  return chemin;
}
