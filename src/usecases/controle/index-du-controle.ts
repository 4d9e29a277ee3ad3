import type { DonneesIndexControle } from "../../documents/index-controle/donnees.ts";
import { definitionDe } from "../../dossier/catalogue.ts";
import { faitCorrige } from "../../dossier/faits/controle.ts";
import { tempsDesFaits } from "../../dossier/temps-des-faits.ts";
import { devisDeReference } from "../../law/calcul/devis-de-reference.ts";
import { minutesSignees } from "../../law/heures.ts";
import type { TeteInscrite } from "../../store/journal/inscription.ts";
import { accorder } from "../../values/accorder.ts";
import { formatJour } from "../../values/dates-fr.ts";
import { minutes } from "../../values/duree.ts";
import { formatHeure } from "../../values/heure.ts";
import type { Instant } from "../../values/instant.ts";
import { PHASES } from "../../values/phase.ts";
import type { DossierCharge } from "../dossier/charger-dossier.ts";
import { nomComplet } from "../dossier/identite.ts";
import type { FaitConsigne } from "../dossier/texte-des-faits.ts";
import { heureDeParis, jourDeParis } from "../heure-de-paris.ts";
import { cadreDe } from "../papiers/cadre.ts";
import { faitsDe } from "../papiers/faits.ts";
import { type PieceManquante, sansFaits } from "./pieces.ts";

export interface MatiereDeLIndex {
  dossier: DossierCharge;
  /** Ranks of the facts that are counted and not shown. */
  taire: readonly number[];
  pieces: readonly { nom: string; titre: string; empreinte: string }[];
  manquantes: readonly PieceManquante[];
  tetes: readonly TeteInscrite[];
  empreinteDeLaCle: string;
  /** The keys that signed before, the oldest first: fingerprint, and when each handed over. */
  clesDAvant: readonly { empreinte: string; le: Instant }[];
  temoin: string;
}

/** What the index says, in PDF and in HTML alike. It names contents by nothing at all. */
export function indexDuControle(m: MatiereDeLIndex): DonneesIndexControle {
  const { dossier, pieces, taire } = m;
  const dernier = dossier.faits.at(-1)!;
  const matiere = { dossier, texteDe: () => null, temoin: m.temoin, au: dernier.consigneLe };
  return {
    ...cadreDe(matiere, dernier.consigneLe),
    beneficiaire: nomComplet(dossier.identite),
    empreinteDeLaCle: m.empreinteDeLaCle,
    faits: raconter(dossier, m.tetes).filter((f) => !taire.includes(f.n)),
    faitsRetenus: taire.length,
    heures: heuresParPhase(sansFaits(dossier, taire)),
    presentes: pieces.map((p) => ({ fichier: p.nom, libelle: p.titre, sha256: p.empreinte })),
    manquantes: m.manquantes,
    verification: [
      ...(taire.length === 0 ? [] : [direRetenus(taire.length)]),
      VERIFIER,
      ...m.clesDAvant.map(direCleDAvant),
    ].join("\n\n"),
  };
}

const VERIFIER = [
  "Ouvrez dans un navigateur la page verifier.html de ce dossier, puis choisissez le fichier ZIP tel que vous l’avez reçu : elle vérifie tout, sans réseau.",
  "Ou, en ligne de commande : npx probant verifier FICHIER.zip",
  "Comparez l’empreinte de la clé, ci-dessus, à celle que l’organisme vous a donnée par un autre chemin : un récépissé, un courrier, une page de son site. Une seule différence, et ce dossier n’est pas de lui.",
  "Les faits qui parlent d’un contenu confidentiel (réponses, notes, résultats, texte de la synthèse) n’en donnent qu’un engagement : un nombre qui prouve que le contenu existait sans rien en dire.",
].join("\n\n");

const direRetenus = (n: number) =>
  `Ce dossier compte ${accorder(n, "fait")} sans ${n === 1 ? "le" : "les"} montrer : leur nombre et leur place sont prouvés, ce qu’ils disent ne l’est pas. Les heures sont celles des faits montrés, et les pièces qui s’appuient sur un fait retenu ne sont pas jointes.`;

const direCleDAvant = ({ empreinte, le }: MatiereDeLIndex["clesDAvant"][number]) =>
  `Jusqu’au ${formatJour(jourDeParis(le))} à ${formatHeure(heureDeParis(le))}, l’organisme signait avec la clé d’empreinte ${empreinte}. Les deux clés ont signé la passation, et elle est inscrite au journal.`;

/** All the facts; one keeps the mention of its correction, even when the correction is withheld. */
function raconter(dossier: DossierCharge, tetes: readonly TeteInscrite[]) {
  const temps = tempsDesFaits(dossier.initial, dossier.faits);
  const corrections = new Map(faitsDe(dossier, faitCorrige).map((f) => [f.donnees.corrige, f.n]));
  return dossier.faits.map((f, i) => ({
    n: f.n,
    temps: temps[i]!,
    jour: f.date,
    heure: null,
    libelle: [direFait(f), direCorrection(corrections.get(f.id))].filter((t) => t !== null).join(" "),
    position: tetes.find((t) => t.taille >= f.n)?.position ?? null,
  }));
}

/** A fact in the words of its kind, on one line. */
export function direFait(f: FaitConsigne): string {
  const { libelle, recit } = definitionDe(f.type);
  const detail = recit(f.donnees);
  return detail === null ? libelle : `${libelle} : ${detail}`;
}

function direCorrection(n: number | undefined): string | null {
  return n === undefined ? null : `(corrigé par le fait n° ${n})`;
}

function heuresParPhase({ etat }: DossierCharge): DonneesIndexControle["heures"] {
  const prevu = etat.documentsSuivi.at(-1)?.phases ?? devisDeReference(etat)?.phases;
  return PHASES.map((phase) => ({
    phase,
    prevu: prevu?.[phase] ?? minutes(0),
    realise: minutesSignees(etat.seances.filter((s) => s.phase === phase)),
  }));
}
