import pg from "pg";

const INT8 = 20;
const DATE = 1082;
const TIMESTAMPTZ = 1184;

/**
 * How column values reach us: counts and positions as numbers (all below 2^53), days as `AAAA-MM-JJ`, moments as UTC
 * ISO texts. The driver's own choice, a `Date` at local midnight for a day, would shift days with the time zone.
 */
export const TYPES_POSTGRES: pg.CustomTypesConfig = {
  getTypeParser: (oid: number, format?: "text" | "binary") => {
    if (oid === INT8) return Number;
    if (oid === DATE) return String;
    if (oid === TIMESTAMPTZ) return (texte: string) => new Date(texte).toISOString();
    return pg.types.getTypeParser(oid, format);
  },
};
