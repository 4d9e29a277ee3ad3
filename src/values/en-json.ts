/** What a text of JSON says, for a schema to judge; undefined when it is none. */
export function enJson(texte: string): unknown {
  try {
    return JSON.parse(texte);
  } catch {
    return undefined;
  }
}
