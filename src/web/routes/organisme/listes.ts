import { optionsModalite } from "../../../dossier/options.ts";
import { CATEGORIES, cleDuCertificat } from "../../../dossier/parties-organisme/certificats.ts";
import { cleDeLIndicateur } from "../../../dossier/parties-organisme/indicateurs.ts";
import { DOMAINES } from "../../../dossier/parties-organisme/intervenants.ts";
import type { Offre, Organisme } from "../../../law/etat.ts";
import { formatJour } from "../../../values/dates-fr.ts";
import { formatDuree } from "../../../values/duree.ts";
import { formatMontant } from "../../../values/montant.ts";

/** One line of a list of « Mon organisme »; `cle` is null when it is only read. */
export interface Element {
  cle: string | null;
  titre: string;
  lignes: string[];
}

/** The latest first: it is the one that counts today. */
export function enCertificats({ certificats }: Organisme): Element[] {
  return certificats
    .map((c) => ({
      cle: cleDuCertificat(c),
      titre: c.numero,
      lignes: [
        `Du ${formatJour(c.du)} au ${formatJour(c.au)}`,
        CATEGORIES.filter((k) => c.categories.includes(k.valeur))
          .map((k) => k.libelle)
          .join(", "),
      ],
    }))
    .toReversed();
}

/** What is published, then what was: an earlier version is read, not changed. */
export function enOffres({ offres }: Organisme): Element[] {
  const [publiees, retirees] = [true, false].map((p) => offres.filter((o) => (o.retireeLe === null) === p));
  return [...publiees!, ...retirees!.toReversed()].map((o) => ({
    cle: o.retireeLe === null ? o.id : null,
    titre: o.intitule,
    lignes: [
      [
        optionsModalite.find((m) => m.valeur === o.modalite)!.libelle,
        formatDuree(o.dureeMinutes),
        formatMontant(o.prix),
        ...(o.cpf ? ["au catalogue de Mon Compte Formation"] : []),
      ].join(", "),
      datesDe(o),
    ],
  }));
}

function datesDe({ publieeLe, retireeLe }: Offre): string {
  return retireeLe === null
    ? `Publiée depuis le ${formatJour(publieeLe)}`
    : `Publiée du ${formatJour(publieeLe)} au ${formatJour(retireeLe)}, gardée pour les dossiers de ces dates`;
}

export function enIntervenants({ intervenants }: Organisme): Element[] {
  return intervenants.map((i) => ({
    cle: i.id,
    titre: i.nom,
    lignes: [
      [
        ...new Set(i.competences.map((c) => DOMAINES[c.domaine])),
        ...(i.titrePsychologue === null ? [] : ["psychologue"]),
      ].join(", ") || "Aucune compétence renseignée",
      i.secretSigneLe === null
        ? "Engagement de secret pas encore signé"
        : `Engagement de secret signé le ${formatJour(i.secretSigneLe)}`,
      ...(i.partiLe === null ? [] : [`N’intervient plus depuis le ${formatJour(i.partiLe)}`]),
    ],
  }));
}

export function enIndicateurs({ indicateurs }: Organisme): Element[] {
  return indicateurs.map((i) => ({
    cle: cleDeLIndicateur(i),
    titre: `${i.nom} : ${i.valeur}`,
    lignes: [
      [
        i.periode ?? "Période non renseignée",
        ...(i.population === null ? [] : [`${i.population} personnes`]),
        ...(i.methode === null ? [] : [i.methode]),
      ].join(", "),
    ],
  }));
}
