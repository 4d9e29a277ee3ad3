import type { CleDuJournal } from "../../usecases/cles/cles-du-journal.ts";
import { Fingerprint } from "../ui/seal.tsx";
import { fr } from "../ui/typographie.ts";
import { direMoment } from "./dire-moment.ts";

/** « Depuis le 24 novembre 2026 à 10 h 05 », « Jusqu’au 24 novembre 2026 à 10 h 05 ». */
export function direPeriode({ depuis, jusque }: CleDuJournal): string {
  if (jusque !== null) {
    return depuis === null
      ? `Jusqu’au ${direMoment(jusque)}`
      : `Du ${direMoment(depuis)} au ${direMoment(jusque)}`;
  }
  return depuis === null ? "Depuis la création de l’organisme" : `Depuis le ${direMoment(depuis)}`;
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
