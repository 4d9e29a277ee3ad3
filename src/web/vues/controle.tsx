import type { ControleLu } from "../../usecases/controle/lire-controle.ts";
import { heureDeParis, jourDeParis } from "../../usecases/heure-de-paris.ts";
import { formatJour } from "../../values/dates-fr.ts";
import { formatHeure } from "../../values/heure.ts";
import type { Instant } from "../../values/instant.ts";
import { LinkButton } from "../ui/button.tsx";
import { Command, Fingerprint, Seal } from "../ui/seal.tsx";
import { Verdict } from "../ui/status.tsx";
import { compter } from "../ui/typographie.ts";
import { CleDe } from "./cle-de.tsx";

/** « 418 Ko », « 3,4 Mo ». */
export function enKo(octets: number): string {
  if (octets < 1_000_000) return `${Math.max(1, Math.round(octets / 1000))}\u00a0Ko`;
  return `${(octets / 1_000_000).toLocaleString("fr-FR", { maximumFractionDigits: 1 })}\u00a0Mo`;
}

const direFaits = ({ total, retenus }: { total: number; retenus: number }) =>
  `${compter(total, "fait")}, ${retenus === 0 ? "tous montrés" : `dont ${compter(retenus, "retenu")}`}`;

/** A control file that was made: what it covers, whose key signed it, how a stranger checks it. */
export function ControleScelle({
  lu,
  fichier,
  organisme,
}: {
  lu: ControleLu;
  fichier: string;
  organisme: string;
}) {
  const { rapport, empreinte, octets, nom } = lu;
  const instant = lu.creeLe as Instant;
  const intact = rapport.verdict === "intact";
  return (
    <Seal
      id="scelle"
      titre="Dossier de contrôle scellé"
      texte="Les pièces, la liste de ce qui manque, aucun contenu confidentiel. Chacun peut le vérifier, sans nous et sans réseau."
      cles={[
        {
          cle: "Vérifié à l’instant",
          valeur: <Verdict genre={intact ? "conforme" : "faute"} mot={intact ? "Intact" : "Modifié"} />,
        },
        {
          cle: "Scellé le",
          valeur: `${formatJour(jourDeParis(instant))} à ${formatHeure(heureDeParis(instant))}`,
        },
        ...(rapport.faits === null
          ? []
          : [
              {
                cle: "Faits",
                valeur: direFaits(rapport.faits),
              },
            ]),
        ...(rapport.cle === null
          ? []
          : [
              { cle: "Scellé par", valeur: <CleDe organisme={organisme} nom={rapport.cle.nom} /> },
              {
                cle: "Empreinte de la clé",
                valeur: (
                  <>
                    <Fingerprint hex={rapport.cle.empreinte.replaceAll(" ", "")} />
                    <span class="minor">
                      Le contrôleur la compare à celle que vous lui donnez par un autre chemin&nbsp;: une
                      différence, et le fichier n’est pas de vous.
                    </span>
                  </>
                ),
              },
            ]),
        { cle: "Empreinte du fichier", valeur: <Fingerprint hex={empreinte} /> },
        ...(rapport.checkpoint === null
          ? []
          : [{ cle: "Journal", valeur: compter(rapport.checkpoint.taille, "inscription") }]),
        {
          cle: "Pour vérifier",
          valeur: (
            <>
              <Command id="commande-verifier" texte={`npx probant verifier ${nom}`} />
              <p class="minor mt-2">
                Ou sans rien installer&nbsp;: la page <code>verifier.html</code> que le fichier contient, ou
                la recette <a href="/aide/verifier-a-la-main">«&nbsp;Vérifier à la main&nbsp;»</a>.
              </p>
            </>
          ),
        },
      ]}
      boutons={
        <LinkButton href={fichier} telecharge={nom}>
          Télécharger (zip, {enKo(octets.length)})
        </LinkButton>
      }
    />
  );
}
