import type pg from "pg";
import { empreinteDe } from "./liens.ts";
import { A_EU_UNE_PORTE, A_UNE_CLE } from "./membres.ts";

/** How long an invitation waits, in seconds. */
export const DUREE_DES_INVITATIONS = 7 * 86_400;

/** Somebody invited in an organisation, as the page behind his link is told. */
export interface Invitation {
  organismeId: string;
  utilisateurId: string;
  nom: string;
  courriel: string;
  role: string;
  /**
   * Nothing is behind this account yet, so that the link may give it its passphrase. An account that enters somewhere
   * already is proven by signing in: an invitation, which passes through the organisation's mail, must not open it.
   */
  neuf: boolean;
}

/** The invitation that a link answers; null when it is unknown, used, taken back or too old. */
export async function lireInvitation(pool: pg.Pool, jeton: string): Promise<Invitation | null> {
  const { rows } = await pool.query<Invitation>(
    `select m.organisme_id as "organismeId", m.utilisateur_id as "utilisateurId", m.nom_invite as nom,
        u.email as courriel, m.role,
        not (${A_UNE_CLE}) and not (${A_EU_UNE_PORTE})
          and not exists (select from membre a
            where a.utilisateur_id = u.id and a.organisme_id <> m.organisme_id and a.depuis is not null) as neuf
      from membre m join utilisateur u on u.id = m.utilisateur_id
      where m.invitation = $1 and m.depuis is null and m.fin is null
        and m.invite_le > now() - make_interval(secs => $2)`,
    [empreinteDe(jeton), DUREE_DES_INVITATIONS],
  );
  return rows[0] ?? null;
}

/** The secret of the invitation whose page lies at this address; null when it is another page. */
export function jetonDInvitation(chemin: string): string | null {
  return /^\/invitation\/([\w-]+)$/.exec(chemin)?.[1] ?? null;
}
