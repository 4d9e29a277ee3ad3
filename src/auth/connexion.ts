/** `second_facteur`: the passphrase is right, and a code is still owed; the cookies hold who owes it. */
export type Connexion =
  | { issue: "ouverte"; cookies: string[] }
  | { issue: "second_facteur"; cookies: string[] }
  | { issue: "refusee" }
  | { issue: "trop_d_essais"; secondes: number };
