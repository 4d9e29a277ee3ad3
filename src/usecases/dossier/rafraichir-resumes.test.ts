import { expect, it } from "vitest";
import { BILAN_REMIS } from "../../../tests/harness/bilan.ts";
import { ouvrirDossierDeTest } from "../../../tests/harness/dossier.ts";
import { ecrireHistoire } from "../../../tests/harness/histoire.ts";
import { ouvrirMaisonDeTest } from "../../../tests/harness/maison.ts";
import type { Instant } from "../../values/instant.ts";
import { debutDuJourAParis } from "../heure-de-paris.ts";
import { consulterListe } from "../listes/consulter-liste.ts";
import { changerOrganisme } from "../organisme/changer-organisme.ts";
import { rafraichirResumes } from "./rafraichir-resumes.ts";

it("le jour commence à minuit à Paris, en été comme en hiver", () => {
  expect(debutDuJourAParis("2026-07-01T21:59:00.000Z" as Instant)).toBe("2026-06-30T22:00:00.000Z");
  expect(debutDuJourAParis("2026-12-01T23:30:00.000Z" as Instant)).toBe("2026-12-01T23:00:00.000Z");
});

it("une ligne écrite la veille est rejugée une fois, pas deux", async () => {
  const m = await ouvrirMaisonDeTest();
  const { auteur } = await m.client("conseiller");
  await ouvrirDossierDeTest(m.maison, auteur);
  const demain = new Date(Date.now() + 86_400_000).toISOString() as Instant;
  m.regler(new Date(Date.now() + 90_000_000).toISOString());
  expect(await rafraichirResumes(m.maison, demain)).toBe(1);
  expect(await rafraichirResumes(m.maison, demain)).toBe(0);
  expect((await consulterListe(m.maison, auteur, {}, { taille: 10 })).lignes).toHaveLength(1);
});

it("une échéance qui passe change la ligne sans qu’aucun fait soit écrit", async () => {
  const m = await ouvrirMaisonDeTest();
  const { auteur } = await m.client("conseiller");
  const entree = BILAN_REMIS.findIndex(
    (f) => typeof f !== "function" && f.type.startsWith("entree_declaree"),
  );
  // The first session is held and signed on 28 September; its entry is due by 1 October.
  await ecrireHistoire(m, auteur, BILAN_REMIS.slice(0, entree));
  const ligne = async () => (await consulterListe(m.maison, auteur, {}, { taille: 10 })).lignes[0]!;
  const auReveil = async (matin: string, minuit = debutDuJourAParis(matin as Instant)) => {
    m.regler(matin);
    expect(await rafraichirResumes(m.maison, minuit)).toBe(1);
    return await ligne();
  };

  const { n, alertes } = await ligne();
  // The database dates the row that a fact writes by its own clock: the first morning lies after it.
  const demain = new Date(Date.now() + 86_400_000).toISOString() as Instant;
  const dernierJour = await auReveil("2026-10-01T05:00:00.000Z", demain);
  expect(dernierJour).toMatchObject({ n, alertes, prochainActe: "declarerEntree" });
  expect(dernierJour.prochaineEcheance).toBe("2026-10-01");

  const lendemain = await auReveil("2026-10-02T05:00:00.000Z");
  expect(lendemain).toMatchObject({ n, alertes: alertes + 1, prochainActe: "declarerEntree" });
  expect(lendemain.prochaineEcheance).toBe("2026-10-01");
});

it("un changement de l’organisme fait rejuger ses lignes une fois, et celles d’aucun autre", async () => {
  const m = await ouvrirMaisonDeTest({ maintenant: new Date(Date.now() + 86_400_000).toISOString() });
  const { auteur } = await m.client("conseiller");
  await ouvrirDossierDeTest(m.maison, auteur);
  const ailleurs = await m.client("conseiller", await m.fonder());
  await ouvrirDossierDeTest(m.maison, ailleurs.auteur);
  const faits = new Map<string, string>();
  const hier = new Date(Date.now() - 86_400_000).toISOString() as Instant;
  expect(await rafraichirResumes(m.maison, hier, faits)).toBe(0);
  const change = await changerOrganisme(
    m.maison,
    { ...auteur, nom: "Alix Fictif" },
    {
      sujet: ["telephone"],
      cle: "un",
      vu: 1,
      changer: (organisme) => ({
        organisme: { ...organisme, telephone: "02 99 11 11 11" },
        quoi: "Téléphone",
      }),
    },
  );
  expect(change).toEqual({ issue: "fait" });
  expect(await rafraichirResumes(m.maison, hier, faits)).toBe(1);
  expect(await rafraichirResumes(m.maison, hier, faits)).toBe(0);
  expect(await rafraichirResumes(m.maison, hier)).toBe(0);
});
