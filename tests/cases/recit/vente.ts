import { valeurAu } from "../../../src/law/parameter.ts";
import { participationCpf } from "../../../src/law/parameters/participation-cpf.ts";
import { plafondCpf } from "../../../src/law/parameters/plafond-cpf.ts";
import { versionsCgu } from "../../../src/law/parameters/versions-cgu.ts";
import { jour } from "../../../src/values/jour.ts";
import { apres, heureDeFin, parPhase, type Seance } from "../calendrier.ts";
import { type Fait, fait } from "../dossier.ts";
import type { Contexte } from "../recit.ts";

const SOCLE = [
  "intitule",
  "objectif",
  "contenu",
  "moyens",
  "duree",
  "periode",
  "deroulement",
  "suivi",
  "sanction",
  "taux_distance",
  "prix",
  "reglement",
];

/** Who pays what under the CPF, on the day of the request. */
function parts(c: Contexte, demande: string): object | null {
  if (c.paiement !== "cpf") return null;
  const exoneration = c.beneficiaire.statut === "demandeur_emploi" ? "demandeur_emploi" : null;
  const due = exoneration === null ? (valeurAu(participationCpf, jour(demande))?.value ?? 0) : 0;
  const plafond = valeurAu(plafondCpf, jour(demande))?.value ?? c.prix;
  const droits = Math.min(plafond, c.prix - due);
  return { droits, abondements: 0, participation: due, exoneration, resteACharge: c.prix - droits };
}

function vente(c: Contexte, demande: string): Fait[] {
  return [
    fait(apres(c.debut, -18, c.territoire), "devis_emis", {
      offre: c.offre,
      duree: c.minutes,
      phases: parPhase(c.seances),
      travailPersonnel: Math.max(0, Math.min(240, 24 * 60 - c.minutes)),
      prix: c.prix,
      modalite: c.modalite,
      prixSelon: "grille",
      cpf: parts(c, demande),
      mentionNda: true,
    }),
    fait(apres(c.debut, -16, c.territoire), "devis_accepte", { version: 1 }),
  ];
}

function commande(c: Contexte, demande: string): Fait[] {
  const cgu = valeurAu(versionsCgu, jour(demande))?.value;
  return [
    fait(demande, "commande_passee", {
      debutPrevu: c.debut,
      ...(cgu === undefined ? {} : { cgu: `V${cgu}` }),
    }),
    fait(apres(demande, 1, c.territoire), "commande_repondue", { debutPrevu: c.debut }),
    fait(apres(demande, 3, c.territoire), "commande_acceptee"),
  ];
}

function convention(c: Contexte, le: string): Fait[] {
  const tripartite = c.paiement === "employeur" || c.paiement === "opco";
  return [
    fait(le, "convention_transmise", {
      forme: tripartite ? "tripartite" : "bilaterale",
      transmiseParEmployeurLe: tripartite ? le : null,
      mentions: tripartite ? [...SOCLE, "remise_resultats"] : SOCLE,
      mentionNda: true,
      clauseSynthese: false,
    }),
    ...(tripartite ? [fait(le, "convention_signee", { par: "employeur" })] : []),
    fait(apres(le, 1, c.territoire), "convention_signee", { par: "organisme" }),
    fait(apres(le, 3, c.territoire), "convention_signee", { par: "beneficiaire" }),
  ];
}

function contrat(c: Contexte, le: string): Fait[] {
  const acompte = Math.round(c.prix * 0.3);
  return [
    fait(le, "contrat_signe", {
      mentions: ["programme", "prerequis", "conditions", "references", "paiement"],
      mentionNda: true,
      signatures: [
        { par: "beneficiaire", le },
        { par: "organisme", le },
      ],
    }),
    fait(apres(c.debut, -1, c.territoire), "versement_recu", { montant: acompte, par: "beneficiaire" }),
    fait(c.fin, "versement_recu", { montant: c.prix - acompte, par: "beneficiaire" }),
  ];
}

export function planifier(c: Contexte, s: Seance, le: string): Fait {
  const { id: seance, debut, phase, modalite, lieu } = s;
  return fait(le, "seance_planifiee", {
    seance,
    date: s.initiale ?? s.date,
    debut,
    fin: heureDeFin(s),
    phase,
    modalite,
    lieu,
    intervenant: c.conseiller,
  });
}

/** The day on which the document de suivi is decided; what comes later is planned that day. */
export function finDuPreliminaire(c: Contexte): string {
  return c.seances.findLast((s) => s.phase === "preliminaire")!.date;
}

/** The devis, and what binds: an order in EDOF, a convention or a contract; then the first sessions are planned. */
export function engagement(c: Contexte): Fait[] {
  const le = apres(c.debut, -15, c.territoire);
  const lien =
    c.paiement === "cpf"
      ? commande(c, le)
      : c.paiement === "fonds_propres"
        ? contrat(c, le)
        : convention(c, le);
  const accord = apres(le, 3, c.territoire);
  const premieres = c.seances.filter((s) => s.date <= finDuPreliminaire(c));
  return [...vente(c, le), ...lien, ...premieres.map((s) => planifier(c, s, accord))];
}
