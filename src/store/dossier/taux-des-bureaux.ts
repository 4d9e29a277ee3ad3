import { sql } from "kysely";
import type { Tx } from "../connexion.ts";

/** What the list rows of one office add up to; `site` is null for the dossiers that are in none. */
export interface ComptesDuBureau {
  readonly site: string | null;
  /** Dossiers on the way, from the accepted devis to the end of the bilan. */
  readonly enCours: number;
  /** Of these, without anything that the law asks and the dossier lacks. */
  readonly sansAlerte: number;
  /** Of these, with a deadline that has passed. */
  readonly enRetard: number;
  /** Bilans that ended since the day asked for. */
  readonly finis: number;
  /** Of these, minutes signed by both, and minutes planned. */
  readonly minutesSignees: number;
  readonly minutesPrevues: number;
}

const EN_COURS = sql<boolean>`etape in ('preparation', 'engage', 'deroulement', 'terme')`;
const FINIS = (depuis: string) => sql<boolean>`fin >= ${depuis}::date`;

/** Adds up the rows of the lists by office, on the day `au`; no dossier can be told from what it gives. */
export async function compterParBureau(
  tx: Tx,
  { au, depuis }: { au: string; depuis: string },
): Promise<ComptesDuBureau[]> {
  return await tx.db
    .selectFrom("dossier")
    .select((eb) => [
      "site",
      eb.fn.countAll<number>().filterWhere(EN_COURS).as("enCours"),
      eb.fn.countAll<number>().filterWhere(EN_COURS).filterWhere("alertes", "=", 0).as("sansAlerte"),
      eb.fn
        .countAll<number>()
        .filterWhere(EN_COURS)
        .filterWhere(sql<boolean>`prochaine_echeance < ${au}::date`)
        .as("enRetard"),
      eb.fn.countAll<number>().filterWhere(FINIS(depuis)).as("finis"),
      sql<number>`coalesce(sum(minutes_signees) filter (where ${FINIS(depuis)}), 0)::int`.as(
        "minutesSignees",
      ),
      sql<number>`coalesce(sum(minutes_prevues) filter (where ${FINIS(depuis)}), 0)::int`.as(
        "minutesPrevues",
      ),
    ])
    .where("organisme_id", "=", tx.organismeId)
    .groupBy("site")
    .execute();
}
