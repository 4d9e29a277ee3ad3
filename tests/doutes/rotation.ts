import { lireContes, multiplier } from "../../src/demonstration/en-nombre.ts";
import { transactionDeLecture } from "../../src/store/connexion.ts";
import { lireCle } from "../../src/store/dossier/cles.ts";
import { ouvrirContenus } from "../../src/usecases/contenus/contenus-ouverts.ts";
import { tournerEnveloppes } from "../../src/usecases/destruction/tourner-les-cles.ts";
import { chargerDossier } from "../../src/usecases/dossier/charger-dossier.ts";
import { jourDeParis } from "../../src/usecases/heure-de-paris.ts";
import { tenirLesJournaux } from "../../src/usecases/journal/signer-journal.ts";
import { ouvrirCle } from "../../src/vault/cles-dossier.ts";
import { BILAN_REMIS } from "../harness/bilan.ts";
import { CAMILLE, ecrireFaits, ouvrirDossierVide } from "../harness/histoire.ts";
import { avec, controlerInvariants } from "./essayer.ts";
import { type Atelier, fonderInstallation } from "./installation.ts";
import type { Epreuve } from "./resultat.ts";

/** Longest that a turn may last, whatever it holds (D2, 37). */
const DIX_MINUTES_S = 600;

/** The outer keys turn while dossiers are read and written: no reading fails, and the old key opens nothing any more. */
export async function tournerSousLeTrafic(atelier: Atelier, dossiers: number): Promise<Epreuve> {
  const ou = await fonderInstallation(atelier);
  const debut = performance.now();
  return await avec(ou, async (ouverte) => {
    const { maison } = ouverte;
    const fautes: string[] = [];
    const { reference, id } = await ouvrirDossierVide(maison, ou.auteur, CAMILLE);
    // Copies are made from dossiers whose first fact came alone, as in life.
    await ecrireFaits(maison, ou.auteur, reference, BILAN_REMIS.slice(0, 1));
    await ecrireFaits(maison, ou.auteur, reference, BILAN_REMIS.slice(1));
    await tenirLesJournaux(maison);
    const au = jourDeParis(maison.horloge());
    const contes = await lireContes(maison, ou.organismeId, au);
    await multiplier(maison, ou.organismeId, contes, { graine: "rotation", de: 1, a: dossiers }, au);
    const lire = () =>
      transactionDeLecture(maison.base, ou.organismeId, async (tx) => {
        const textes = await ouvrirContenus(maison, tx, (await chargerDossier(tx, reference))!);
        return textes?.size ?? 0;
      });
    const [attendus, avant] = [
      await lire(),
      await transactionDeLecture(maison.base, ou.organismeId, (tx) => lireCle(tx, id, "contenu")),
    ];
    const ancienne = { ...avant!, enveloppe: Buffer.from(avant!.enveloppe) };
    let [fini, lectures, ecritures] = [false, 0, 0];
    const lecteur = async () => {
      while (!fini) {
        if ((await lire()) !== attendus) fautes.push("une lecture n’a pas tout ouvert");
        lectures += 1;
      }
    };
    const auteur = async () => {
      while (!fini) {
        const neuf = await ouvrirDossierVide(maison, ou.auteur, CAMILLE);
        await ecrireFaits(maison, ou.auteur, neuf.reference, BILAN_REMIS.slice(0, 6));
        ecritures += 1;
      }
    };
    const trafic = Promise.all([lecteur(), auteur()]);
    const depart = performance.now();
    const tour = await tournerEnveloppes(maison);
    const tourS = (performance.now() - depart) / 1000;
    fini = true;
    await trafic;
    const rouverte = await ouvrirCle(maison.trousseau, ou.organismeId, id, ancienne).then(
      () => true,
      () => false,
    );
    if (rouverte) fautes.push("l’ancienne clé ouvre encore");
    if (tourS > DIX_MINUTES_S) fautes.push("le tour a pris plus de dix minutes");
    fautes.push(...(await controlerInvariants(ou, ouverte, "clés tournées sous le trafic")));
    return {
      id: "rotation",
      quoi: "les clés extérieures tournent pendant qu’on lit et qu’on écrit",
      comptes: {
        dossiers,
        clesEnveloppees: tour?.enveloppees ?? 0,
        lectures,
        dossiersEcrits: ecritures,
        tourS: Math.round(tourS * 10) / 10,
      },
      fautes,
      dureeS: (performance.now() - debut) / 1000,
    };
  });
}
