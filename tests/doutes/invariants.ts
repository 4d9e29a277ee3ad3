import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { transactionDeLecture } from "../../src/store/connexion.ts";
import { ouvrirContenus } from "../../src/usecases/contenus/contenus-ouverts.ts";
import { chargerDossier, cleDuDossier } from "../../src/usecases/dossier/charger-dossier.ts";
import { tenirLesJournaux } from "../../src/usecases/journal/signer-journal.ts";
import { verifierLeJournal } from "../../src/usecases/journal/verifier-le-journal.ts";
import { enJson } from "../../src/values/en-json.ts";
import { ouvrirTrousseau } from "../../src/vault/trousseau.ts";
import type { Installation, Ouverte } from "./installation.ts";

/** What must hold whatever was cut and wherever; gives what is wrong, or nothing. */
export interface Invariant {
  nom: string;
  fautes: (ou: Installation, ouverte: Ouverte) => Promise<readonly string[]>;
}

/** Rows that this statement finds are faults, each told by its column `f`. */
function aucun(nom: string, sql: string): Invariant {
  return {
    nom,
    fautes: async (_, { maison }) => {
      const { rows } = await maison.base.pool.query<{ f: string }>(sql);
      return rows.map((r) => r.f);
    },
  };
}

export const INVARIANTS: readonly Invariant[] = [
  {
    nom: "le journal se vérifie, de chaque fait à la tête signée",
    fautes: async ({ organismeId }, { maison }) => {
      await tenirLesJournaux(maison);
      return (await verifierLeJournal(maison, organismeId)).constats;
    },
  },
  aucun("aucune tête n’attend sa place", "select dossier_id::text as f from journal_attente"),
  aucun(
    "les faits d’un dossier se suivent sans trou ni doublon",
    `select dossier_id::text as f from fait group by organisme_id, dossier_id
       having min(n) <> 1 or max(n) <> count(*) or count(distinct id) <> count(*)`,
  ),
  aucun(
    "la tête d’un dossier compte ses faits",
    `select t.dossier_id::text as f from dossier_tete t
       where t.taille <> (select count(*) from fait x where x.dossier_id = t.dossier_id)`,
  ),
  aucun(
    "la ligne de liste compte les mêmes faits",
    `select d.reference as f from dossier d join dossier_tete t on t.dossier_id = d.id where d.n <> t.taille`,
  ),
  aucun(
    "les places du journal se suivent",
    `select organisme_id::text as f from journal_entree group by 1
       having min(position) <> 0 or max(position) + 1 <> count(*)`,
  ),
  aucun(
    "un contenu n’existe pas sans la clé qui l’ouvre",
    `select distinct c.dossier_id::text as f from contenu c where not exists
       (select from cle_dossier k where k.dossier_id = c.dossier_id and k.classe = 'contenu')`,
  ),
  aucun(
    "une destruction demandée ne laisse pas un texte que rien ne garde",
    `select x.dossier_id::text as f from destruction x join contenu c using (organisme_id, dossier_id)`,
  ),
  aucun(
    "un formulaire reçu d’une personne a sa réponse",
    "select cle as f from acte_recu where reponse in ('null', '{}') and utilisateur <> 'probant'",
  ),
  aucun(
    "une destruction effective a sa ligne au registre",
    "select dossier_id::text as f from destruction where effective_le is not null and ligne is null",
  ),
  {
    nom: "chaque clé de dossier s’ouvre, et chaque contenu qui vit",
    fautes: async (ou, { maison }) => {
      const { rows } = await maison.base.pool.query<{ reference: string; id: string }>(
        "select reference, id from dossier d where not exists (select from effacement e where e.dossier_id = d.id)",
      );
      const fautes: string[] = [];
      for (const { reference, id } of rows) {
        await transactionDeLecture(maison.base, ou.organismeId, async (tx) => {
          await cleDuDossier(maison, tx, id, "preuve");
          await ouvrirContenus(maison, tx, (await chargerDossier(tx, reference))!);
        }).catch((erreur: unknown) => fautes.push(`${reference} : ${erreur}`));
      }
      return fautes;
    },
  },
  {
    nom: "le trousseau et le registre se relisent depuis le disque",
    fautes: async ({ dossier }, { maison }) => {
      const relu = await ouvrirTrousseau(join(dossier, "trousseau.json"), true);
      const [a, b] = [relu.registre(), maison.trousseau.registre()];
      return a.taille === b.taille && a.empreinte === b.empreinte
        ? []
        : ["two readings of the register differ"];
    },
  },
  {
    nom: "aucune clé détruite n’est gardée parmi les vivantes",
    fautes: async (_, { maison }) => {
      const detruites = new Set(maison.trousseau.externesDetruites());
      if (detruites.size === 0) return [];
      const fautes: string[] = [];
      for await (const c of maison.trousseau.clesVivantes())
        if (detruites.has(c.cleExterne)) fautes.push(c.dossierId);
      return fautes;
    },
  },
  {
    nom: "aucun fichier à moitié écrit ne porte son nom définitif",
    fautes: async ({ dossier }) => {
      const noms = (await readdir(dossier)).filter((f) => f.endsWith(".json"));
      const textes = await Promise.all(noms.map((f) => readFile(join(dossier, f), "utf8")));
      return noms.filter((_, i) => enJson(textes[i]!) === undefined);
    },
  },
];
