import { lireContes, multiplier } from "../../src/demonstration/en-nombre.ts";
import { acteDeNom } from "../../src/dossier/catalogue-actes.ts";
import { transaction } from "../../src/store/connexion.ts";
import { rendreLesDestructionsEffectives } from "../../src/usecases/destruction/tourner-les-cles.ts";
import { agir } from "../../src/usecases/dossier/agir.ts";
import { jourDeParis } from "../../src/usecases/heure-de-paris.ts";
import { tenirLesJournaux } from "../../src/usecases/journal/signer-journal.ts";
import type { Auteur, Maison } from "../../src/usecases/maison.ts";
import { formatJourSaisie } from "../../src/values/dates-fr.ts";
import type { Jour } from "../../src/values/jour.ts";
import { ecrireDossierScelle } from "../dossier-scelle.ts";
import { chronometrer, entrelacer, mediane, rapport } from "../entrelacer.ts";
import { conclure, type Ligne } from "../ligne.ts";
import { avecServeur } from "../maison-de-mesure.ts";
import { entretenir } from "../peupler.ts";

/** Sealed tables of a dossier, as a program that only deletes rows would empty them. */
const VIDER = [
  "delete from contenu where organisme_id = $1 and dossier_id = $2",
  "delete from cle_dossier where organisme_id = $1 and dossier_id = $2 and classe = 'contenu'",
];

/**
 * Destroying the contents of dossiers one after the other as a counsellor's act does: loaded, decided, judged, written as a
 * fact in its tree; then the outer key turned, every living key wrapped anew, the register and the fact that says it
 * effective. The rival deletes the rows of contents and keys, in one transaction for each dossier, and leaves them in
 * every copy.
 */
export const detruireDesContenus: Ligne = {
  id: "detruire",
  mesurer: (echelle) =>
    avecServeur(async (ouvrir) => {
      const [nombre, tours] = echelle === "reelle" ? [1_000, 3] : [4, 1];
      const { maison, fonder } = await ouvrir("destructions");
      const { auteur } = await fonder();
      const au = jourDeParis(maison.horloge());
      await ecrireDossierScelle(maison, auteur);
      const contes = await lireContes(maison, auteur.organismeId, au);
      let rang = 100;
      const preparer = async () => {
        const tirages = { graine: "destructions", de: rang, a: rang + nombre };
        rang += nombre;
        const avant = new Set((await dossiersAvecContenus(maison, auteur)).map((d) => d.id));
        await multiplier(maison, auteur.organismeId, contes, tirages, au);
        await entretenir(maison.base);
        const nouveaux = (await dossiersAvecContenus(maison, auteur)).filter((d) => !avant.has(d.id));
        if (nouveaux.length !== nombre) throw new Error(`${nouveaux.length} dossiers hold contents`);
        return nouveaux;
      };
      const serie = await entrelacer(
        { tours },
        async () => {
          const dossiers = await preparer();
          const duree = await chronometrer(() => detruire(maison, auteur, dossiers, au));
          await tenirLesJournaux(maison);
          return duree;
        },
        async () => {
          const dossiers = await preparer();
          return chronometrer(() => effacer(maison, auteur, dossiers));
        },
      );
      const what =
        "Destroying the contents of 1,000 dossiers, keys turned and register written, against deleting their rows in a transaction each (s; times the time)";
      const [ours, rival] = [mediane(serie.ours) / 1000, mediane(serie.rival) / 1000];
      return [conclure({ id: "detruire", what, ours, rival, ratio: rapport(serie), floor: 20, aim: 10 })];
    }),
};

interface Plein {
  id: string;
  reference: string;
}

async function dossiersAvecContenus({ base }: Maison, { organismeId }: Auteur): Promise<Plein[]> {
  return await transaction(base, organismeId, async ({ client }) => {
    const { rows } = await client.query<Plein>(
      "select id, reference from dossier d where exists (select from contenu c where c.dossier_id = d.id)",
    );
    return rows;
  });
}

async function detruire(maison: Maison, auteur: Auteur, dossiers: readonly Plein[], au: Jour): Promise<void> {
  const acte = acteDeNom("detruireContenus")!;
  const brut = { date: [formatJourSaisie(au)], documents: ["0"], atteste: ["oui"] };
  for (const { id, reference } of dossiers) {
    const { issue, ...suite } = await agir(maison, auteur, { reference, acte, brut, cle: id });
    if (issue !== "fait") throw new Error(`${issue} ${JSON.stringify(suite)}`);
  }
  const tour = await rendreLesDestructionsEffectives(maison);
  if (tour?.effectives !== dossiers.length) throw new Error(`${tour?.effectives} destructions are effective`);
}

async function effacer({ base }: Maison, { organismeId }: Auteur, dossiers: readonly Plein[]): Promise<void> {
  for (const { id } of dossiers) {
    await transaction(base, organismeId, async ({ client }) => {
      for (const sql of VIDER) await client.query(sql, [organismeId, id]);
    });
  }
}
