import type { Refus } from "../../dossier/acte.ts";
import { ecrireResultats } from "../../dossier/actes/ecrire-resultats.ts";
import { nettoyer } from "../../dossier/champ.ts";
import { refusDEntree } from "../../dossier/decider.ts";
import { resultatsJoints } from "../../dossier/faits/conclusion.ts";
import { refus } from "../../dossier/refus.ts";
import { scellerOctets } from "../contenus/sceller-texte.ts";
import { chargerDossier } from "../dossier/charger-dossier.ts";
import { type Conflit, ecrireFaits, type FaitsEcrits } from "../dossier/ecrire-faits.ts";
import { estSonConseiller } from "../dossier/son-conseiller.ts";
import { ecarter } from "../fichiers/ecarter.ts";
import { examiner } from "../fichiers/examiner.ts";
import { jourDeParis } from "../heure-de-paris.ts";
import type { Auteur, Maison } from "../maison.ts";
import { abandonner, uneSeuleFois } from "../une-seule-fois.ts";
import { FICHIER_JOINT } from "./fichier-joint.ts";
import { fichiersDeResultats } from "./lire-fichiers.ts";

export type ReponseDuFichier =
  | FaitsEcrits
  | Conflit
  | { issue: "refus"; refus: Refus[] }
  | { issue: "ecarte"; phrase: string }
  | { issue: "inconnu" };

const INTITULE = "Dites de quoi ce sont les résultats, en une ligne de 300 caractères au plus.";

/** Her archive is made in memory: with ten megabytes each, more would take what everybody else needs. */
export const FICHIERS_MAX = 20;
const ASSEZ = refus(
  "fichier",
  `Ce bilan a déjà ${FICHIERS_MAX} fichiers joints. Réunissez plusieurs feuilles dans un seul PDF.`,
);

/**
 * Seals a file of detailed results as content, and writes that it was joined: the fact says its title and commits to its
 * bytes. A dangerous file is sealed apart. For her counsellor alone, when results may be written.
 */
export function joindreFichier(
  maison: Maison,
  auteur: Auteur,
  recu: { reference: string; intitule: string; octets: Uint8Array; cle: string },
): Promise<ReponseDuFichier> {
  const { reference, cle, octets } = recu;
  return uneSeuleFois<ReponseDuFichier>(maison, auteur, [cle, "joindreFichier", reference], async (tx) => {
    const dossier = await chargerDossier(tx, reference);
    if (dossier === undefined || !estSonConseiller(dossier, auteur)) {
      return abandonner({ issue: "inconnu" } satisfies ReponseDuFichier);
    }
    const { role, intervenant } = auteur;
    const au = jourDeParis(maison.horloge());
    const entree = refusDEntree(ecrireResultats, dossier.etat, {
      au,
      role,
      intervenant,
      faits: dossier.faits,
    });
    const intitule = nettoyer(recu.intitule).replaceAll("\n", " ");
    const examen = examiner(octets);
    const refuses = [
      ...(entree === null ? [] : [entree]),
      ...(intitule === "" || intitule.length > 300 ? [refus("intitule", INTITULE)] : []),
      ...(fichiersDeResultats(dossier).length >= FICHIERS_MAX ? [ASSEZ] : []),
      ...(examen.issue === "refuse" ? [refus("fichier", examen.phrase)] : []),
    ];
    if (refuses.length > 0) return abandonner({ issue: "refus", refus: refuses } satisfies ReponseDuFichier);
    if (examen.issue !== "sain") return await ecarter(maison, tx, auteur, dossier, octets, examen);
    const scelle = await scellerOctets(maison, tx, dossier, FICHIER_JOINT, examen.octets);
    const fait = resultatsJoints.nouveau(au, { intitule, format: examen.format, fichier: scelle.reference });
    return await ecrireFaits(maison, tx, auteur, dossier, [fait], [scelle.contenu]);
  });
}
