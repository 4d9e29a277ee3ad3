import type { Instant } from "../values/instant.ts";
import { DELAIS } from "./postier-smtp.ts";

const MINUTE = 60_000;
const ATTENTES = [1, 5, 15, 60].map((minutes) => minutes * MINUTE);

/** When to try again after this many attempts: 1, 5, 15, then 60 minutes later; null when it is enough. */
export function prochainEssai(essais: number, maintenant: Instant): Instant | null {
  const attente = ATTENTES[essais - 1];
  return attente === undefined ? null : decaler(maintenant, attente);
}

/** What was begun before this moment will never be closed by who began it: he is dead, or cut off. */
export function debutDuDoute(maintenant: Instant): Instant {
  return decaler(maintenant, -(DELAIS.total + 3 * MINUTE));
}

/** How long a doubtful message keeps its secret link for whoever would send it again. */
export function finDesSecrets(maintenant: Instant): Instant {
  return decaler(maintenant, -7 * 24 * 60 * MINUTE);
}

function decaler(instant: Instant, ms: number): Instant {
  return new Date(Date.parse(instant) + ms).toISOString() as Instant;
}
