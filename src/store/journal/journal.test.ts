import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { administrer, ouvrirBaseDeTest, ouvrirOrganisme } from "../../../tests/harness/base.ts";
import { ajouterUnFait, ecrireDossier, faitFictif, resumeFictif } from "../../../tests/harness/ecritures.ts";
import { type Tx, transaction } from "../connexion.ts";
import { lireDossier } from "../dossier/dossiers.ts";
import { listerMessages } from "../messages/liste-messages.ts";
import { ajouterFaits } from "./journal.ts";

const message = () => ({
  id: randomUUID(),
  canal: "courriel",
  destinataire: { adresse: "eleonore@exemple.invalid" },
  modele: "convocation",
  donnees: { reference: "D-2026-0001" },
});

async function lire(tx: Tx, id: string) {
  const dossier = await lireDossier(tx, { id });
  if (dossier === undefined) throw new Error("dossier not found");
  return dossier;
}

describe("ajouterFaits", () => {
  test("écrit le fait, la tête, la file du journal, la ligne de liste et le message", async () => {
    const base = await ouvrirBaseDeTest();
    const organismeId = await ouvrirOrganisme(base);
    const id = await transaction(base, organismeId, (tx) => ecrireDossier(tx));
    const vu = await transaction(base, organismeId, async (tx) => {
      const { tete } = await lire(tx, id);
      await ajouterFaits(tx, {
        dossierId: id,
        attendu: tete,
        faits: [faitFictif(id, 2), faitFictif(id, 3)],
        resume: resumeFictif({ nomAffiche: "Noël D’Été-Fictif", prochaineEcheance: null, alertes: 4 }),
        messages: [message()],
      });
      return {
        dossier: await lire(tx, id),
        ligne: await tx.db.selectFrom("dossier").selectAll().executeTakeFirstOrThrow(),
        attente: await tx.db.selectFrom("journal_attente").select("taille").orderBy("id").execute(),
        messages: (await listerMessages(tx, "tous", { taille: 10 })).lignes,
      };
    });
    expect(vu.dossier.faits.map((f) => [f.n, f.jour])).toEqual([
      [1, "2026-11-24"],
      [2, "2026-11-24"],
      [3, "2026-11-24"],
    ]);
    expect(vu.dossier.tete.taille).toBe(3);
    expect(vu.ligne).toMatchObject({
      reference: "D-2026-0001",
      nom_recherche: "noel d ete fictif",
      prochaine_echeance: "infinity",
      alertes: 4,
      n: 3,
    });
    expect(vu.attente.map((a) => a.taille)).toEqual([1, 3]);
    expect(vu.messages).toHaveLength(1);
  });

  test("garde l’identité de la personne, et n’en change que si on la donne", async () => {
    const base = await ouvrirBaseDeTest();
    const organismeId = await ouvrirOrganisme(base);
    await transaction(base, organismeId, async (tx) => {
      const id = await ecrireDossier(tx);
      const { beneficiaire: identite, ...resume } = resumeFictif();
      const ecrire = async (donne: object) => {
        const { tete } = await lire(tx, id);
        const faits = [faitFictif(id, tete.taille + 1)];
        await ajouterFaits(tx, { dossierId: id, attendu: tete, faits, resume: { ...resume, ...donne } });
        return (await lire(tx, id)).beneficiaire;
      };
      expect(await ecrire({})).toEqual(identite);
      expect(await ecrire({ beneficiaire: { nom: "Autre" } })).toEqual({ nom: "Autre" });
      expect((await lire(tx, id)).faits.map((f) => f.n)).toEqual([1, 2, 3]);
    });
  });

  test("de deux auteurs simultanés, l’un écrit et l’autre reçoit les deux versions", async () => {
    const base = await ouvrirBaseDeTest();
    const organismeId = await ouvrirOrganisme(base);
    const id = await transaction(base, organismeId, (tx) => ecrireDossier(tx));
    const lu = Promise.withResolvers<void>();
    const autreALu = Promise.withResolvers<void>();
    const premier = transaction(base, organismeId, async (tx) => {
      const { tete } = await lire(tx, id);
      lu.resolve();
      await autreALu.promise;
      return ajouterFaits(tx, {
        dossierId: id,
        attendu: tete,
        faits: [faitFictif(id, 2, "premier")],
        resume: resumeFictif(),
      });
    });
    const second = transaction(base, organismeId, async (tx) => {
      await lu.promise;
      const { tete } = await lire(tx, id);
      autreALu.resolve();
      await premier;
      return ajouterFaits(tx, {
        dossierId: id,
        attendu: tete,
        faits: [faitFictif(id, 2, "second")],
        resume: resumeFictif({ etape: "perdue" }),
        messages: [message()],
      });
    });
    expect(await premier).toMatchObject({ ecrit: true });
    const refus = await second;
    expect(refus).toMatchObject({ ecrit: false, attendu: 1, trouve: 2 });
    expect(refus.ecrit === false && refus.faits.map((f) => JSON.parse(f.texte).donnees.note)).toEqual([
      "premier",
    ]);
    const reste = await transaction(base, organismeId, async (tx) => ({
      faits: (await lire(tx, id)).faits.length,
      etape: (await tx.db.selectFrom("dossier").select("etape").executeTakeFirstOrThrow()).etape,
      messages: (await listerMessages(tx, "tous", { taille: 10 })).lignes.length,
    }));
    expect(reste).toEqual({ faits: 2, etape: "demande", messages: 0 });
  });

  test("huit auteurs sur un dossier : un seul écrit à chaque tour", async () => {
    const base = await ouvrirBaseDeTest();
    const organismeId = await ouvrirOrganisme(base);
    const id = await transaction(base, organismeId, (tx) => ecrireDossier(tx));
    const lectures = Array.from({ length: 8 }, () => Promise.withResolvers<void>());
    const tousOntLu = Promise.all(lectures.map((l) => l.promise));
    const resultats = await Promise.all(
      lectures.map((lecture, i) =>
        transaction(base, organismeId, async (tx) => {
          const { tete } = await lire(tx, id);
          lecture.resolve();
          await tousOntLu;
          const faits = [faitFictif(id, 2, `auteur ${i}`)];
          return ajouterFaits(tx, { dossierId: id, attendu: tete, faits, resume: resumeFictif() });
        }),
      ),
    );
    expect(resultats.filter((r) => r.ecrit)).toHaveLength(1);
    expect(resultats.filter((r) => !r.ecrit && r.trouve === 2 && r.faits.length === 1)).toHaveLength(7);
  });

  test("une transaction annulée ne laisse rien", async () => {
    const base = await ouvrirBaseDeTest();
    const organismeId = await ouvrirOrganisme(base);
    const id = await transaction(base, organismeId, (tx) => ecrireDossier(tx));
    const avant = await compter(base.poolConfig.database!);
    const echec = transaction(base, organismeId, async (tx) => {
      const { tete } = await lire(tx, id);
      await ajouterFaits(tx, {
        dossierId: id,
        attendu: tete,
        faits: [faitFictif(id, 2)],
        resume: resumeFictif(),
        messages: [message()],
      });
      throw new Error("le document n’a pas pu être composé");
    });
    await expect(echec).rejects.toThrow("composé");
    expect(await compter(base.poolConfig.database!)).toEqual(avant);
    expect(await ajouterUnFait(base, organismeId, id)).toMatchObject({ ecrit: true, tete: { taille: 2 } });
  });

  test("un dossier inconnu de l’organisme est une erreur, jamais une écriture", async () => {
    const base = await ouvrirBaseDeTest();
    const id = await transaction(base, await ouvrirOrganisme(base), (tx) => ecrireDossier(tx));
    const autre = await ouvrirOrganisme(base);
    const tentative = transaction(base, autre, (tx) =>
      ajouterFaits(tx, {
        dossierId: id,
        attendu: { taille: 0, frontiere: new Uint8Array(0) },
        faits: [faitFictif(id, 1)],
        resume: resumeFictif(),
      }),
    );
    await expect(tentative).rejects.toThrow("no dossier");
  });
});

async function compter(database: string): Promise<unknown> {
  const { rows } = await administrer(
    `select (select count(*) from fait) as faits, (select count(*) from journal_attente) as attente,
      (select count(*) from message_sortie) as messages, (select sum(taille) from dossier_tete) as tailles,
      (select sum(n) from dossier) as n`,
    database,
  );
  return rows[0];
}
