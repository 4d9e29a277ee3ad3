import type { CleDuJournal } from "../../usecases/cles/cles-du-journal.ts";
import { heureDeParis, jourDeParis } from "../../usecases/heure-de-paris.ts";
import { formatJour } from "../../values/dates-fr.ts";
import { formatHeure } from "../../values/heure.ts";
import type { Instant } from "../../values/instant.ts";
import { Fingerprint } from "../ui/seal.tsx";
import { fr } from "../ui/typographie.ts";

const moment = (instant: Instant) =>
  `${formatJour(jourDeParis(instant))} à ${formatHeure(heureDeParis(instant))}`;

/** « Depuis le 24 novembre 2026 à 10 h 05 », « Jusqu’au 24 novembre 2026 à 10 h 05 ». */
export function direPeriode({ depuis, jusque }: CleDuJournal): string {
  if (jusque !== null) {
    return depuis === null ? `Jusqu’au ${moment(jusque)}` : `Du ${moment(depuis)} au ${moment(jusque)}`;
  }
  return depuis === null ? "Depuis la création de l’organisme" : `Depuis le ${moment(depuis)}`;
}

/** The signing keys of an organisation, the one in use first. */
export function ClesDuJournal({ cles }: { cles: readonly CleDuJournal[] }) {
  return (
    <ul class="list">
      {cles.map((cle) => (
        <li>
          <div class="list-body">
            <h3>{fr(direPeriode(cle))}</h3>
            <p class="minor">
              <Fingerprint hex={cle.empreinte} />
            </p>
          </div>
        </li>
      ))}
    </ul>
  );
}
