import type { QuiAAcces } from "../../usecases/acces/lire-acces.ts";
import { heureDeParis, jourDeParis } from "../../usecases/heure-de-paris.ts";
import { formatJourLong } from "../../values/dates-fr.ts";
import { formatHeure } from "../../values/heure.ts";
import type { Instant } from "../../values/instant.ts";
import { Block } from "../ui/layout.tsx";

const NOMS: Readonly<Record<string, string>> = {
  prenom: "Prénom",
  nom: "Nom",
  courriel: "Adresse",
  telephone: "Téléphone",
  discretion: "Discrétion",
};

function dire(valeur: unknown): string {
  if (typeof valeur === "boolean") return valeur ? "demandée" : "non demandée";
  return valeur === null || valeur === undefined ? "rien" : String(valeur);
}

/** Who corrected what in an identity, when: the address decides who gets the link. Nothing when nothing was. */
export function CorrectionsDIdentite({ corrections }: { corrections: QuiAAcces["corrections"] }) {
  if (corrections.length === 0) return null;
  return (
    <Block id="corrections" titre="Identité corrigée">
      <ul class="list">
        {corrections.map(({ quand, nom, avant, apres }) => (
          <li>
            <div class="list-body">
              {Object.entries(apres).map(([champ, valeur]) => (
                <p>
                  <strong>{NOMS[champ] ?? champ}</strong> :{" "}
                  {dire((avant as Readonly<Record<string, unknown>>)[champ])}, puis {dire(valeur)}
                </p>
              ))}
              <p class="minor">
                {nom}, {formatJourLong(jourDeParis(quand as Instant))} à{" "}
                {formatHeure(heureDeParis(quand as Instant))}
              </p>
            </div>
          </li>
        ))}
      </ul>
    </Block>
  );
}
