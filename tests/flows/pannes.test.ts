import { randomUUID } from "node:crypto";
import { expect, it } from "vitest";
import { acteDeNom } from "../../src/dossier/catalogue-actes.ts";
import type { Base } from "../../src/store/connexion.ts";
import { agir } from "../../src/usecases/dossier/agir.ts";
import type { Maison } from "../../src/usecases/maison.ts";
import { ouvrirDossierDeTest } from "../harness/dossier.ts";
import { ENTRETIEN_TAPE } from "../harness/entretien.ts";
import { faireEchouer } from "../harness/ligne-coupee.ts";
import { ouvrirMaisonDeTest } from "../harness/maison.ts";

const COMPTES = `select (select count(*) from fait) as faits, (select count(*) from contenu) as contenus,
  (select count(*) from acte_recu) as formulaires, (select sum(taille) from dossier_tete) as tetes,
  (select count(*) from journal_attente) as attente, (select sum(n) from dossier) as lignes`;

it("chaque requête d’un acte échoue à son tour : tout est écrit, ou rien", async () => {
  const m = await ouvrirMaisonDeTest();
  const { auteur } = await m.client("conseiller");
  const reference = await ouvrirDossierDeTest(m.maison, auteur);
  const compter = async () => (await m.maison.base.pool.query(COMPTES)).rows[0];
  const avant = await compter();
  for (let n = 1; ; n += 1) {
    const { pool, atteint } = faireEchouer(m.maison.base.pool, n);
    const base: Base = { ...m.maison.base, pool };
    const maison: Maison = { ...m.maison, base };
    const essai = agir(maison, auteur, {
      reference,
      acte: acteDeNom("noterEntretien")!,
      brut: ENTRETIEN_TAPE,
      cle: randomUUID(),
    });
    const issue = await essai.then(
      (r) => r.issue,
      () => "panne",
    );
    if (!atteint()) {
      expect(issue).toBe("fait");
      expect(n).toBeGreaterThan(5);
      expect(await compter()).not.toEqual(avant);
      return;
    }
    expect([n, issue]).toEqual([n, "panne"]);
    expect([n, await compter()]).toEqual([n, avant]);
  }
});
