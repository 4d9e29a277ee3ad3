import { faitsEffectifs } from "./evolve.ts";
import type { Fait } from "./fait.ts";

/** A fact that has no effect without an earlier one of another kind, and what is then missing. */
const SUITES: Readonly<Record<string, { apres: string; manque: string }>> = {
  "commande_repondue.v1": { apres: "commande_passee.v1", manque: "Aucune commande n’a été passée" },
  "commande_acceptee.v1": { apres: "commande_passee.v1", manque: "Aucune commande n’a été passée" },
  "commande_annulee.v1": { apres: "commande_passee.v1", manque: "Aucune commande n’a été passée" },
  "convention_signee.v1": { apres: "convention_transmise.v1", manque: "Aucune convention n’a été transmise" },
  "contrat_retracte.v1": { apres: "contrat_signe.v1", manque: "Aucun contrat n’a été signé" },
  "service_fait_valide.v1": {
    apres: "service_fait_declare.v1",
    manque: "Aucun service fait n’a été déclaré",
  },
  "controle_repondu.v1": { apres: "controle_ouvert.v1", manque: "Aucun contrôle n’a été ouvert" },
  "controle_clos.v1": { apres: "controle_ouvert.v1", manque: "Aucun contrôle n’a été ouvert" },
};

interface Vus {
  types: Set<string>;
  prevues: Set<string>;
  tenues: Set<string>;
  factures: Set<string>;
  devis: number;
}

function surUneSeance(type: string, seance: string, vus: Vus): string | null {
  const connue = vus.prevues.has(seance) || vus.tenues.has(seance);
  if (type === "seance_planifiee.v1") {
    if (connue) return `La séance ${seance} existe déjà : une séance déplacée garde son nom.`;
    vus.prevues.add(seance);
    return null;
  }
  if (type === "seance_tenue.v1") {
    if (vus.tenues.has(seance)) return `La séance ${seance} est tenue deux fois.`;
    vus.tenues.add(seance);
    return null;
  }
  return connue ? null : `La séance ${seance} n’a été ni prévue ni tenue avant ce fait.`;
}

function surLeReste(type: string, d: Record<string, unknown>, vus: Vus): string | null {
  const suite = SUITES[type];
  if (suite !== undefined && !vus.types.has(suite.apres)) return `${suite.manque} avant ce fait.`;
  if (type === "devis_accepte.v1" && (d.version as number) > vus.devis) {
    return `Aucun devis de version ${d.version as number} n’a été remis avant ce fait.`;
  }
  if (type === "facture_payee.v1" && !vus.factures.has(d.numero as string)) {
    return "Aucune facture de ce numéro n’a été émise avant ce fait.";
  }
  return null;
}

/**
 * Facts that name what no fact before them made: judged as they are they would have no effect, and the finding
 * would be about another dossier than the one that was meant. Corrections are applied first.
 */
export function incoherences(faits: readonly Fait[]): { fait: Fait; phrase: string }[] {
  const vus: Vus = { types: new Set(), prevues: new Set(), tenues: new Set(), factures: new Set(), devis: 0 };
  const trouvees: { fait: Fait; phrase: string }[] = [];
  for (const fait of faitsEffectifs(faits)) {
    const d = fait.donnees as Record<string, unknown>;
    const { type } = fait;
    const phrase =
      typeof d.seance === "string" ? surUneSeance(type, d.seance, vus) : surLeReste(type, d, vus);
    if (phrase !== null) trouvees.push({ fait, phrase });
    vus.types.add(type);
    if (type === "devis_emis.v1") vus.devis += 1;
    if (type === "facture_emise.v1") vus.factures.add(d.numero as string);
  }
  return trouvees;
}
