/** The OpenID Connect provider that vouches for people, as the settings `PROBANT_OIDC_…` name it. */
export interface FournisseurIdentite {
  /** As its own documents write it: a slash at the end counts. */
  readonly emetteur: string;
  readonly client: string;
  readonly secret: string;
  /** What people call it: « Entrer avec … ». */
  readonly nom: string;
}

const REGLAGES = {
  emetteur: "PROBANT_OIDC_ISSUER",
  client: "PROBANT_OIDC_CLIENT_ID",
  secret: "PROBANT_OIDC_CLIENT_SECRET",
  nom: "PROBANT_OIDC_NOM",
} as const;
type Reglage = keyof typeof REGLAGES;

const NOM_DE_FOURNISSEUR_MAX = 40;

/**
 * All four settings or none: null when there is none, a sentence when one is missing or wrong. No sentence quotes a
 * value: one of them is a secret, and people put values in each other's place.
 */
export function parseFournisseurIdentite(
  saisi: Readonly<Record<Reglage, string | undefined>>,
): FournisseurIdentite | { readonly refus: string } | null {
  const { emetteur, client, secret, nom } = saisi;
  if (emetteur === undefined || client === undefined || secret === undefined || nom === undefined) {
    const noms = Object.keys(REGLAGES) as Reglage[];
    const absents = noms.filter((n) => saisi[n] === undefined).map((n) => REGLAGES[n]);
    if (absents.length === noms.length) return null;
    const manque = `${absents.join(", ")} ${absents.length > 1 ? "manquent" : "manque"}`;
    return { refus: `${manque} : les quatre réglages PROBANT_OIDC_… vont ensemble.` };
  }
  const refus = refusDEmetteur(emetteur);
  if (refus !== null) return { refus: `${REGLAGES.emetteur} ${refus}` };
  if ([...nom].length > NOM_DE_FOURNISSEUR_MAX || /[\p{Cc}\p{Cf}\u2028\u2029]/u.test(nom)) {
    return { refus: `${REGLAGES.nom} tient en une ligne de ${NOM_DE_FOURNISSEUR_MAX} caractères au plus.` };
  }
  return { emetteur, client, secret, nom };
}

/** OpenID Connect Discovery 1.0, §2: `https`, and neither query nor fragment. In clear on this machine alone. */
function refusDEmetteur(texte: string): string | null {
  const url = URL.parse(texte);
  if (url === null || !["http:", "https:"].includes(url.protocol)) {
    return "n’est pas une adresse : il faut https://…";
  }
  if (url.protocol === "http:" && !estIci(url.hostname)) {
    return "commence par http:// : il faut https://…, car un secret y part.";
  }
  if (url.username !== "" || url.password !== "" || /[?#]/.test(texte)) {
    return "ne doit porter ni mot de passe, ni « ? », ni « # ».";
  }
  if (/\/\.well-known\//.test(url.pathname)) return "s’arrête avant « /.well-known/ ».";
  return null;
}

const estIci = (hote: string) => /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(hote);
