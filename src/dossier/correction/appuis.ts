import type { Fait } from "../fait.ts";

type Donnees = Record<string, unknown>;

interface Appui {
  types: readonly string[];
  /** Key whose value both facts must share; null when any of these facts rests on it. */
  cle: readonly string[];
  /** What the later fact must still say of the earlier one, beyond these keys. */
  vise?: (sur: Fait, f: Fait) => boolean;
}

const seance = (...types: string[]): Appui => ({ types, cle: ["seance"] });
const tous = (...types: string[]): Appui => ({ types, cle: [] });

/** Which later facts mean nothing without an earlier one: it cannot be cancelled before them. */
const APPUIS: Readonly<Record<string, Appui>> = {
  "devis_emis.v1": tous("devis_emis.v1", "devis_accepte.v1"),
  "commande_passee.v1": tous("commande_repondue.v1", "commande_acceptee.v1", "commande_annulee.v1"),
  "commande_repondue.v1": tous("commande_acceptee.v1"),
  "convention_transmise.v1": tous("convention_signee.v1"),
  "contrat_signe.v1": tous("contrat_retracte.v1"),
  "document_suivi_arrete.v1": tous("document_suivi_arrete.v1"),
  "synthese_redigee.v1": tous("synthese_redigee.v1", "synthese_remise.v1"),
  "seance_planifiee.v1": seance(
    "seance_deplacee.v1",
    "seance_annulee.v1",
    "absence_constatee.v1",
    "seance_tenue.v1",
  ),
  // Its signatures are cancelled with it; see `corriger`.
  "seance_tenue.v1": seance("trace_versee.v1"),
  "suivi_propose.v1": tous("suivi_tenu.v1"),
  "communication_autorisee.v1": {
    types: ["communication_revoquee.v1", "document_communique.v1"],
    cle: ["document", "destinataire"],
    // An agreement that names somebody is pointed at by its fact; the others, by their recipient alone.
    vise: (sur, f) =>
      ((f.donnees as Donnees).accord ?? null) === ((sur.donnees as Donnees).lecteur == null ? null : sur.id),
  },
  "service_fait_declare.v1": tous("service_fait_valide.v1"),
  "facture_emise.v1": { types: ["facture_payee.v1"], cle: ["numero"] },
  "conservation_autorisee.v1": tous(
    "conservation_retiree.v1",
    "contenus_conserves_detruits.v1",
    "contenus_conserves_detruits.v2",
  ),
  "controle_ouvert.v1": tous("controle_repondu.v1", "controle_clos.v1"),
};

const repose = ({ types, cle, vise }: Appui, sur: Fait, f: Fait): boolean =>
  types.includes(f.type) &&
  cle.every((c) => (f.donnees as Donnees)[c] === (sur.donnees as Donnees)[c]) &&
  (vise?.(sur, f) ?? true);

/** The facts written after this one that rest on it, among those still in force. */
export function quiSAppuie(fait: Fait, effectifs: readonly Fait[]): Fait[] {
  const appui = APPUIS[fait.type];
  if (appui === undefined) return [];
  const rang = effectifs.findIndex((f) => f.id === fait.id);
  return effectifs.slice(rang + 1).filter((f) => repose(appui, fait, f));
}

/** The facts written before this one on which it rests. */
export function surQuoiReposer(fait: Fait, effectifs: readonly Fait[]): Fait[] {
  return effectifs
    .slice(
      0,
      effectifs.findIndex((f) => f.id === fait.id),
    )
    .filter((f) => quiSAppuie(f, effectifs).some((x) => x.id === fait.id));
}
