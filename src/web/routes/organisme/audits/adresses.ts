/** Where the audits of an organisation lie. */
export const AUDITS = "/organisme/audits";
