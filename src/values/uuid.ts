const FORME = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Whether a text is a UUID as the database writes it, in lower case: another would be an SQL error. */
export function estUuid(texte: string): boolean {
  return FORME.test(texte);
}
