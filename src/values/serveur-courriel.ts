/** The mail server that takes our messages, as `PROBANT_SMTP_URL` names it. */
export interface ServeurCourriel {
  readonly hote: string;
  readonly port: number;
  /** `des_le_debut`: TLS from the first byte; `exige`: STARTTLS or nothing leaves; `aucun`: in clear. */
  readonly chiffrement: "des_le_debut" | "exige" | "aucun";
  readonly identifiants: { readonly utilisateur: string; readonly motDePasse: string } | null;
}

const FORMES = "smtp://serveur:587 ou smtps://nom:motdepasse@serveur:465";

/**
 * Reads `smtp://` and `smtps://` addresses; a sentence when it is none. Nothing leaves in clear towards another machine
 * unless the address ends in `?chiffrement=aucun`, and a password never does.
 */
export function parseServeurCourriel(texte: string): ServeurCourriel | { readonly refus: string } {
  const url = URL.parse(texte);
  if (url === null || !["smtp:", "smtps:"].includes(url.protocol) || url.hostname === "") {
    return { refus: `ce n’est pas l’adresse d’un serveur de courriel. Il faut ${FORMES}` };
  }
  if (!["", "/"].includes(url.pathname) || url.hash !== "") {
    return { refus: `il y a quelque chose en trop après le nom du serveur. Il faut ${FORMES}` };
  }
  const options = new URLSearchParams(url.search);
  const demande = options.get("chiffrement");
  if ([...options.keys()].some((nom) => nom !== "chiffrement") || (demande !== null && demande !== "aucun")) {
    return { refus: "la seule option possible est ?chiffrement=aucun" };
  }
  const hote = url.hostname.replace(/^\[|\]$/g, "");
  const identifiants = lireIdentifiants(url);
  if (identifiants === undefined) {
    return { refus: "le nom ou le mot de passe manque. Les caractères @ : / % s’écrivent %40 %3A %2F %25" };
  }
  const chiffrement = choisir(url.protocol === "smtps:", demande === "aucun", hote);
  if (chiffrement === "aucun" && identifiants !== null && !estIci(hote)) {
    return { refus: "un mot de passe ne part pas en clair : retirez ?chiffrement=aucun" };
  }
  const port = url.port === "" ? (url.protocol === "smtps:" ? 465 : 587) : Number(url.port);
  return { hote, port, chiffrement, identifiants };
}

const estIci = (hote: string) => /^(localhost|127\.\d+\.\d+\.\d+|::1)$/.test(hote);

function choisir(smtps: boolean, aucun: boolean, hote: string): ServeurCourriel["chiffrement"] {
  if (smtps) return "des_le_debut";
  return aucun || estIci(hote) ? "aucun" : "exige";
}

/** null when there are none; undefined when they cannot be read or are half there. */
function lireIdentifiants(url: URL): ServeurCourriel["identifiants"] | undefined {
  if (url.username === "" && url.password === "") return null;
  try {
    const [utilisateur, motDePasse] = [decodeURIComponent(url.username), decodeURIComponent(url.password)];
    return utilisateur === "" || motDePasse === "" ? undefined : { utilisateur, motDePasse };
  } catch {
    return undefined;
  }
}
