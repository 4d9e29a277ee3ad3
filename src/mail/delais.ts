import type { Instant } from "../values/instant.ts";
import { DELAIS } from "./postier-smtp.ts";

const MINUTE = 60_000;
const ATTENTES = [1, 5, 15, 60].map((minutes) => minutes * MINUTE);

/** Three days of trying: no message is lost to a server that is down for a week-end. */
const ESSAIS_MAX = 76;

/** When to try again after this many attempts: 1, 5, 15 minutes later, then every hour; null after three days. */
export function prochainEssai(essais: number, maintenant: Instant): Instant | null {
  if (essais >= ESSAIS_MAX) return null;
  return decaler(maintenant, ATTENTES[Math.min(essais, ATTENTES.length) - 1]!);
}

/** What was begun before this moment will never be closed by who began it: he is dead, or cut off. */
export function debutDuDoute(maintenant: Instant): Instant {
  return decaler(maintenant, -(DELAIS.total + 3 * MINUTE));
}

/** How long a doubtful message keeps its secret link for whoever would send it again. */
export function finDesSecrets(maintenant: Instant): Instant {
  return decaler(maintenant, -7 * 24 * 60 * MINUTE);
}

/** Since when a message that waits is worth telling whoever looks at the page. */
export function debutDuRetard(maintenant: Instant): Instant {
  return decaler(maintenant, -15 * MINUTE);
}

function decaler(instant: Instant, ms: number): Instant {
  return new Date(Date.parse(instant) + ms).toISOString() as Instant;
}
