import type pg from "pg";
import { compterUn } from "./essais.ts";
import { compteA } from "./membres.ts";
import { listerPlaces } from "./places.ts";
import { prefixeDe } from "./prefixe-adresse.ts";

/** Links that one address gets in an hour, and that one network may ask for, whosoever. */
const PAR_HEURE = { courriel: 3, prefixe: 60 } as const;

/**
 * Notes that a link is asked for, whether or not anybody has that address: a job looks later, so that neither the answer
 * nor the time it takes says who has an account. Gives the seconds to wait when this network asks too much, else null.
 */
export async function demanderLien(pool: pg.Pool, courriel: string, adresse: string): Promise<number | null> {
  const attente = await compterUn(pool, `lien|${prefixeDe(adresse)}`, PAR_HEURE.prefixe, 3_600_000);
  if (attente !== null) return attente;
  await pool.query(
    `insert into demande_lien (courriel) select $1::text
      where (select count(*) from demande_lien where courriel = $1 and demande_le > now() - interval '1 hour') < $2`,
    [courriel.trim().toLowerCase().slice(0, 320), PAR_HEURE.courriel],
  );
  return null;
}

/** An account that asked for a link, and the organisation in whose name the message leaves. */
export interface LienAEnvoyer {
  utilisateurId: string;
  courriel: string;
  organismeId: string;
}

/**
 * Takes the oldest waiting request and answers it by `envoyer`, when the address has an account that may enter
 * somewhere. The request is settled once `envoyer` is done: a process that dies before leaves it to the next. False when
 * nothing waits.
 */
export async function traiterUneDemande(
  pool: pg.Pool,
  envoyer: (lien: LienAEnvoyer) => Promise<void>,
): Promise<boolean> {
  const client = await pool.connect();
  try {
    await client.query("begin");
    const { rows } = await client.query<{ id: number; courriel: string }>(
      `select id, courriel from demande_lien where traite_le is null order by id limit 1 for update skip locked`,
    );
    const demande = rows[0];
    if (demande !== undefined) {
      const lien = await lienPour(client, demande.courriel);
      if (lien !== null) await envoyer(lien);
      await client.query("update demande_lien set traite_le = now() where id = $1", [demande.id]);
    }
    await client.query("delete from demande_lien where traite_le < now() - interval '1 day'");
    await client.query("commit");
    return demande !== undefined;
  } catch (erreur) {
    await client.query("rollback");
    throw erreur;
  } finally {
    client.release();
  }
}

/** The link of whoever has that address, in the name of the first place that he enters by his own means. */
async function lienPour(
  client: Pick<pg.ClientBase, "query">,
  courriel: string,
): Promise<LienAEnvoyer | null> {
  const utilisateurId = await compteA(client, courriel);
  if (utilisateurId === null) return null;
  const [place] = await listerPlaces(client, { utilisateurId, jeton: "" });
  return place === undefined ? null : { utilisateurId, courriel, organismeId: place.organismeId };
}
