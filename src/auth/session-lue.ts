import { createHmac, timingSafeEqual } from "node:crypto";
import type pg from "pg";
import type { Role } from "../dossier/acte.ts";

/**
 * What a person is in an organisation, and which intervenant; `gere`: he manages it (who it is, its people).
 * `organisme` is what the organisation wrote of itself.
 */
export interface Membre {
  organismeId: string;
  role: Role;
  intervenant: string;
  gere: boolean;
  /** Reference of the one dossier that this person has a door to; null for those who work for the organisation. */
  dossier: string | null;
  /** The sites that he is held to; null: the whole organisation. */
  sites: string[] | null;
  organisme: unknown;
}

/** A living session: until when, whose, and for which organisation he works (null when he belongs to none any more). */
export interface SessionLue {
  expireLe: string;
  utilisateurId: string;
  nom: string;
  courriel: string;
  /** Opened by a link that an organisation sent: it leads to that one place and to no setting of the account. */
  restreinte: boolean;
  /** Opened by an identity provider, which vouches for staff alone: it enters no door of the person's own. */
  parReseau: boolean;
  /** The one page that it opens while its device is in somebody else's hands; null otherwise. */
  pretee: string | null;
  /** How many places this account may enter, and whether the session chose the present one. */
  places: number;
  choisie: boolean;
  aSecondFacteur: boolean;
  /** When the organisation wants a second factor at last; null when there is one, or when none is asked. */
  secondFacteurAvant: string | null;
  membre: Membre | null;
}

/**
 * The token that a signed cookie carries, as the library signs it (`token.HMAC-SHA256` in base64); null when there is
 * none or when its signature is not ours.
 */
export function jetonDuCookie(entetes: Headers, nom: string, secret: string): string | null {
  const debut = `${nom}=`;
  const brut = entetes
    .get("cookie")
    ?.split(/; */)
    .find((c) => c.startsWith(debut))
    ?.slice(debut.length);
  const lu = /^([^.%]+)\.([A-Za-z0-9+/]{43}=)$/.exec(
    brut?.replace(/%(2B|2F|3D)/gi, decodeURIComponent) ?? "",
  );
  if (lu === null) return null;
  const [, jeton = "", signature = ""] = lu;
  const attendue = createHmac("sha256", secret).update(jeton).digest();
  return timingSafeEqual(Buffer.from(signature, "base64"), attendue) ? jeton : null;
}

/** Every page asks it: one statement, for what the library would read in two and we in two more. */
export async function lireSession(pool: pg.Pool, jeton: string): Promise<SessionLue | null> {
  // Kept prepared on our own server only: behind a DATABASE_URL connections may pass from hand to hand.
  const name = pool.options.connectionString === undefined ? "probant_session" : undefined;
  const { rows } = await pool.query<LigneDeSession>({
    name,
    text: LECTURE,
    values: [jeton],
  });
  const ligne = rows[0];
  if (ligne === undefined) return null;
  const { expire_le: expireLe, utilisateur_id: utilisateurId, nom, courriel } = ligne;
  const { organisme_id: organismeId, role, intervenant, gere, dossier, sites, organisme, restreinte } = ligne;
  const {
    places,
    choisie,
    a_second_facteur: aSecondFacteur,
    second_facteur_avant: secondFacteurAvant,
    par_reseau: parReseau,
  } = ligne;
  const membre =
    organismeId === null ? null : { organismeId, role, intervenant, gere, dossier, sites, organisme };
  const etat = {
    restreinte,
    parReseau,
    pretee: ligne.pretee,
    places,
    choisie,
    aSecondFacteur,
    secondFacteurAvant,
  };
  return { expireLe, utilisateurId, nom, courriel, ...etat, membre };
}

interface LigneDeSession
  extends Pick<SessionLue, "nom" | "courriel" | "restreinte" | "pretee" | "places" | "choisie">,
    Omit<Membre, "organismeId"> {
  expire_le: string;
  utilisateur_id: string;
  organisme_id: string | null;
  a_second_facteur: boolean;
  second_facteur_avant: string | null;
  par_reseau: boolean;
}

const LECTURE =
  "select p.*, (select s.pretee from session s where s.token = $1) as pretee from probant_session($1) p";
