import { z } from "zod";
import { sTable } from "./tables-presentes.ts";

/** What a backup begins with: the version of its tables, and which they are, each after those it refers to. */
const sDebut = z.strictObject({
  sorte: z.literal("debut"),
  faiteLe: z.string(),
  /** PostgreSQL that wrote it; any other from 15 on reads it. */
  postgres: z.string(),
  migrations: z.array(z.string()),
  tables: z.array(sTable),
});
/** What follows the rows of a table: how many, and the SHA-256 of their text in `copy` format. */
const sFinDeTable = z.strictObject({
  sorte: z.literal("fin"),
  table: z.string(),
  lignes: z.int().min(0),
  sha256: z.string(),
});
const sDit = z.discriminatedUnion("sorte", [sDebut, sFinDeTable]);
export type Debut = z.infer<typeof sDebut>;
export type FinDeTable = z.infer<typeof sFinDeTable>;

/** The parts of a backup in order: its beginning, then for each table its rows in pieces and its end. */
export type Trame = Debut | FinDeTable | { sorte: "lignes"; octets: Buffer };

const DIT = 0x4a;
const LIGNES = 0x44;
const PREFIXE = 5;

/** One byte that says what it is, four of length, then JSON or rows. */
export async function* enOctets(trames: AsyncIterable<Trame>): AsyncGenerator<Buffer> {
  for await (const t of trames) {
    const corps = t.sorte === "lignes" ? t.octets : Buffer.from(JSON.stringify(t));
    const prefixe = Buffer.alloc(PREFIXE);
    prefixe[0] = t.sorte === "lignes" ? LIGNES : DIT;
    prefixe.writeUInt32BE(corps.length, 1);
    yield prefixe;
    yield corps;
  }
}

/** Reads them again. Throws on bytes that end in the middle, or that say something this version does not know. */
export async function* enTrames(octets: AsyncIterable<Buffer>): AsyncGenerator<Trame> {
  let reste: Buffer[] = [];
  let taille = 0;
  let voulue = PREFIXE;
  for await (const morceau of octets) {
    reste.push(morceau);
    taille += morceau.length;
    if (taille < voulue) continue;
    let tout = Buffer.concat(reste);
    for (;;) {
      if (tout.length < PREFIXE) {
        voulue = PREFIXE;
        break;
      }
      voulue = PREFIXE + tout.readUInt32BE(1);
      if (tout.length < voulue) break;
      yield trame(tout[0]!, tout.subarray(PREFIXE, voulue));
      tout = tout.subarray(voulue);
    }
    reste = [tout];
    taille = tout.length;
  }
  if (taille !== 0) throw new Error("a backup ends in the middle of a part");
}

function trame(sorte: number, corps: Buffer): Trame {
  if (sorte === LIGNES) return { sorte: "lignes", octets: corps };
  if (sorte === DIT) return sDit.parse(JSON.parse(corps.toString("utf8")));
  throw new Error(`a backup has no part of kind ${sorte}`);
}
