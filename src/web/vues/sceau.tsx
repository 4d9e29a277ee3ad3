import { heureDeParis, jourDeParis } from "../../usecases/heure-de-paris.ts";
import type { dernierHorodatage } from "../../usecases/sceau/horodater-journaux.ts";
import type { DernierExemplaire } from "../../usecases/sceau/papiers-scelles.ts";
import type { certificatsDuSceau } from "../../usecases/sceau/sceau-de-l-organisme.ts";
import { formatJour } from "../../values/dates-fr.ts";
import { formatHeure } from "../../values/heure.ts";
import type { Instant } from "../../values/instant.ts";
import { KeyList, Sheet } from "../ui/layout.tsx";
import { Fingerprint } from "../ui/seal.tsx";
import { compter, fr } from "../ui/typographie.ts";

const moment = (instant: Instant) =>
  `${formatJour(jourDeParis(instant))} à ${formatHeure(heureDeParis(instant))}`;

/** The last sealed copy of a paper: who sealed it, when, the fingerprint of the file as it left. */
export function ExemplaireScelle({ exemplaire: e }: { exemplaire: DernierExemplaire }) {
  return (
    <p class="minor">
      {fr(`Scellé par ${e.scellePar} le ${moment(e.scelleLe)}, empreinte `)}
      <Fingerprint hex={e.empreinte} />
      {e.horodateLe === null ? null : fr(` Heure donnée par ${e.autorite ?? ""} : ${moment(e.horodateLe)}.`)}
      {e.sansHorodatage === null ? null : fr(` Sans horodatage : ${e.sansHorodatage}`)}
    </p>
  );
}

/** The organisation's own certificates: what whoever checks a paper must have, and compare. */
export function CertificatsDuSceau({
  certificats,
}: {
  certificats: Awaited<ReturnType<typeof certificatsDuSceau>>;
}) {
  return (
    <Sheet creux>
      <h2>{fr("Le sceau de vos papiers")}</h2>
      <p>
        {fr("Chaque papier part scellé par la clé de votre organisme : un seul octet changé se voit. ")}
        <a href="/aide/sceau-et-horodatage">Ce que vaut ce sceau, et comment le vérifier</a>
      </p>
      <ul class="list">
        {certificats.map((c) => (
          <li>
            <div class="list-body">
              <a href={`/sceau/certificats/${c.empreinte}`}>
                Certificat du {formatJour(jourDeParis(c.du))} <span class="minor">(.crt)</span>
              </a>
              <p class="minor">
                <Fingerprint hex={c.empreinte} />
              </p>
            </div>
          </li>
        ))}
      </ul>
    </Sheet>
  );
}

/** The last stamp of the journal, with what a stranger needs to check it; nothing when none was ever asked. */
export function HorodatageDuJournal({
  horodatage: h,
  autorite,
}: {
  horodatage: Awaited<ReturnType<typeof dernierHorodatage>>;
  /** The authority that is asked now; null when the installation asks none. */
  autorite: string | null;
}) {
  if (h === undefined && autorite === null) return null;
  if (h === undefined) {
    return (
      <Sheet creux>
        <h2>Horodatage du journal</h2>
        <p>{fr(`Demandé une fois par jour à ${autorite ?? ""}. Il n’y en a pas encore.`)}</p>
      </Sheet>
    );
  }
  const adresse = `/journal/horodatages/${h.taille}`;
  return (
    <Sheet creux>
      <h2>Horodatage du journal</h2>
      <KeyList
        lignes={[
          { cle: "Le", valeur: moment(h.horodateLe as Instant) },
          { cle: "Par", valeur: h.autorite },
          { cle: "Sa politique", valeur: <code>{h.politique}</code> },
          { cle: "Il couvre", valeur: compter(h.taille, "entrée") },
        ]}
      />
      <p>
        <a href={`${adresse}/jeton`}>Télécharger le jeton</a>
        {" · "}
        <a href={`${adresse}/checkpoint`}>Télécharger le texte daté</a>
      </p>
      <p class="minor">
        {fr("Ils ne sont pas dans le dossier de contrôle, pour qu’il reste le même à l’octet près. ")}
        <a href="/aide/sceau-et-horodatage">Les vérifier</a>
      </p>
    </Sheet>
  );
}
