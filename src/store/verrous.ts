/** Numbers of the advisory locks on the database, in one place so that no two are the same. */
export const VERROUS = {
  /** Whoever wraps a key shares it; whoever destroys outer keys waits for them all. */
  enveloppes: 7_301,
  /** Whoever changes the keyring, and whoever does destructions again at a start. */
  trousseau: 7_302,
  /** Whoever founds an organisation by a code. */
  fondation: 7_303,
  /** Whoever puts a backup back. */
  restauration: 7_304,
  /** Whoever brings the tables up to its version. */
  migration: 7_305,
  /** Whoever carries out the ends of what is kept. */
  durees: 7_306,
} as const;
