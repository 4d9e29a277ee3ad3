import type { Role } from "../dossier/acte.ts";

/** A role, or « gestion »: the counsellors who manage the organisation, and they alone. */
export type Qui = Role | "gestion";

/** Who may use a route: anyone, or signed-in people who are one of these. */
export type Acces = "tous" | readonly Qui[];

const dossiers: readonly Role[] = ["conseiller", "assistant", "responsable"];
const agir: readonly Role[] = ["conseiller", "assistant"];
const lireContenu: readonly Role[] = ["conseiller"];
/** Everybody who is in, for what is his own. */
const tous: readonly Role[] = [...dossiers, "reseau", "beneficiaire", "employeur", "auditeur"];
const gestion: readonly Qui[] = ["gestion"];
const personne: readonly Role[] = ["beneficiaire"];
const employeur: readonly Role[] = ["employeur"];
const auditeur: readonly Role[] = ["auditeur"];

/**
 * Method and path × who. A route that is not here answers 404 to everybody, and the test of this table fails.
 * Foreign and unknown dossiers are told apart nowhere: both are « not found ».
 */
export const ACCES: Readonly<Record<string, Acces>> = {
  "GET /sante": "tous",
  "GET /connexion": "tous",
  "POST /connexion": "tous",
  "POST /deconnexion": "tous",
  "GET /demarrage": "tous",
  "POST /demarrage": "tous",
  "GET /connexion/lien": "tous",
  "POST /connexion/lien": "tous",
  "POST /connexion/cle": "tous",
  "GET /connexion/code": "tous",
  "POST /connexion/code": "tous",
  "GET /invitation/:jeton": "tous",
  "POST /invitation/:jeton": "tous",
  "GET /lien/:jeton": "tous",
  "POST /lien/:jeton": "tous",
  "GET /communique/:jeton": "tous",
  "POST /communique/:jeton": "tous",
  "GET /communique/:jeton/document.pdf": "tous",
  "GET /emarger/:jeton": "tous",
  "POST /emarger/:jeton": "tous",
  "GET /": tous,
  "GET /compte": tous,
  "GET /compte/nom": tous,
  "POST /compte/nom": tous,
  "GET /compte/phrase": tous,
  "POST /compte/phrase": tous,
  "GET /compte/second-facteur": tous,
  "POST /compte/second-facteur": tous,
  "POST /compte/second-facteur/code": tous,
  "GET /compte/cles": tous,
  "POST /compte/cles": tous,
  "POST /compte/cles/retirer": tous,
  "GET /compte/appareils": tous,
  "POST /compte/appareils": tous,
  "GET /places": tous,
  "POST /places": tous,
  "GET /mon-bilan": personne,
  "GET /mon-bilan/signer/:objet/:sur": personne,
  "POST /mon-bilan/signer/:objet/:sur": personne,
  "GET /mon-bilan/desaccord/:objet/:sur": personne,
  "POST /mon-bilan/desaccord/:objet/:sur": personne,
  "GET /mon-bilan/recus/:n": personne,
  "GET /mon-bilan/papiers": personne,
  "GET /mon-bilan/papiers/:papier": personne,
  "GET /mon-bilan/recus": personne,
  "GET /mon-bilan/recus/:n/pdf": personne,
  "GET /mon-bilan/qui-voit": personne,
  "GET /mon-bilan/tout": personne,
  "GET /mon-bilan/tout/page": personne,
  "GET /mon-bilan/tout/archive": personne,
  "GET /mon-bilan/accords": personne,
  "GET /mon-bilan/rendez-vous/:seance": personne,
  "POST /mon-bilan/rendez-vous/:seance": personne,
  "GET /mon-bilan/questionnaire": personne,
  "POST /mon-bilan/questionnaire": personne,
  "GET /mon-bilan/questionnaire/:question": personne,
  "POST /mon-bilan/questionnaire/:question": personne,
  "POST /mon-bilan/questionnaire/:question/brouillon": personne,
  "GET /mon-bilan/seances/:seance/distance": personne,
  "POST /mon-bilan/seances/:seance/distance": personne,
  "GET /mon-bilan/emarger": personne,
  "POST /mon-bilan/emarger": personne,
  "GET /employeur": employeur,
  "GET /employeur/certificat": employeur,
  "GET /employeur/signer/:objet/:sur": employeur,
  "POST /employeur/signer/:objet/:sur": employeur,
  "GET /employeur/desaccord/:objet/:sur": employeur,
  "POST /employeur/desaccord/:objet/:sur": employeur,
  "GET /employeur/recus/:n": employeur,
  "GET /audit": auditeur,
  "GET /audit/:audit/references.txt": auditeur,
  "GET /audit/:audit/tirage.pdf": auditeur,
  "GET /audit/:audit/:reference": auditeur,
  "GET /audit/:audit/:reference/controle": auditeur,
  "GET /audit/:audit/:reference/papiers/:papier": auditeur,
  "GET /aujourdhui": dossiers,
  "GET /dossiers": dossiers,
  "GET /dossiers.csv": dossiers,
  "GET /dossiers/nouveau": agir,
  "POST /dossiers/nouveau": agir,
  "GET /dossiers/:reference": dossiers,
  "GET /dossiers/:reference/lieu": agir,
  "POST /dossiers/:reference/lieu": agir,
  "GET /dossiers/:reference/seances": dossiers,
  "GET /dossiers/:reference/seances/:seance/distance": lireContenu,
  "POST /dossiers/:reference/seances/:seance/distance": lireContenu,
  "POST /dossiers/:reference/seances/:seance/distance/lien": lireContenu,
  "GET /dossiers/:reference/feuille": lireContenu,
  "POST /dossiers/:reference/feuille": lireContenu,
  "GET /dossiers/:reference/feuille/:piece": dossiers,
  "GET /dossiers/:reference/seances/:seance/emargement": lireContenu,
  "POST /dossiers/:reference/seances/:seance/emargement": lireContenu,
  "GET /dossiers/:reference/seances/:seance/sur-place": lireContenu,
  "POST /dossiers/:reference/seances/:seance/sur-place": lireContenu,
  "GET /dossiers/:reference/actes": agir,
  "GET /dossiers/:reference/actes/:acte": agir,
  "POST /dossiers/:reference/actes/:acte": agir,
  "GET /dossiers/:reference/faits/:n": dossiers,
  "GET /dossiers/:reference/notes": lireContenu,
  "GET /dossiers/:reference/signer/:objet/:sur": ["conseiller", "responsable"],
  "POST /dossiers/:reference/signer/:objet/:sur": ["conseiller", "responsable"],
  "GET /dossiers/:reference/acces": dossiers,
  "POST /dossiers/:reference/acces": agir,
  "GET /dossiers/:reference/acces/employeur": agir,
  "POST /dossiers/:reference/acces/employeur": agir,
  "GET /dossiers/:reference/acces/communiquer": lireContenu,
  "POST /dossiers/:reference/acces/communiquer": lireContenu,
  "GET /dossiers/:reference/identite": agir,
  "POST /dossiers/:reference/identite": agir,
  "GET /dossiers/:reference/papiers": dossiers,
  "GET /dossiers/:reference/papiers/:papier": dossiers,
  "GET /dossiers/:reference/controle": dossiers,
  "POST /dossiers/:reference/controle": dossiers,
  "GET /dossiers/:reference/controle/:preparation": dossiers,
  "GET /dossiers/:reference/controle/:preparation/fichier": dossiers,
  "GET /organisme": ["gestion", "responsable"],
  "GET /organisme/logo/image": ["gestion", "responsable"],
  "GET /organisme/lieux": gestion,
  "GET /organisme/lieux/:lieu": gestion,
  "POST /organisme/lieux/:lieu": gestion,
  "GET /organisme/membres": gestion,
  "GET /organisme/membres/nouveau": gestion,
  "POST /organisme/membres/nouveau": gestion,
  "GET /organisme/membres/second-facteur": gestion,
  "POST /organisme/membres/second-facteur": gestion,
  "GET /organisme/membres/:membre": gestion,
  "POST /organisme/membres/:membre": gestion,
  "GET /organisme/membres/:membre/retirer": gestion,
  "POST /organisme/membres/:membre/retirer": gestion,
  "GET /organisme/audits": gestion,
  "GET /organisme/audits/nouveau": gestion,
  "POST /organisme/audits/nouveau": gestion,
  "GET /organisme/audits/:audit": gestion,
  "POST /organisme/audits/:audit": gestion,
  "GET /organisme/audits/:audit/references.txt": gestion,
  "GET /organisme/audits/:audit/tirage.pdf": gestion,
  "GET /organisme/audits/:audit/lectures.csv": gestion,
  "GET /organisme/logo": gestion,
  "POST /organisme/logo": gestion,
  "GET /organisme/logo/retirer": gestion,
  "POST /organisme/logo/retirer": gestion,
  "GET /organisme/:partie": gestion,
  "POST /organisme/:partie": gestion,
  "GET /organisme/:partie/:cible": gestion,
  "POST /organisme/:partie/:cible": gestion,
  "GET /organisme/:partie/:cible/retirer": gestion,
  "POST /organisme/:partie/:cible/retirer": gestion,
  "GET /sceau/certificats/:empreinte": dossiers,
  "GET /journal/horodatages/:taille/jeton": dossiers,
  "GET /journal/horodatages/:taille/checkpoint": dossiers,
  "GET /messages": dossiers,
  "GET /messages/:message": dossiers,
  "POST /messages/:message/renvoyer": dossiers,
  "GET /aide": "tous",
  "GET /aide/:page": "tous",
};

/** Whether this role may act on dossiers: pages offer forms to those alone. */
export function peutAgir(role: Role): boolean {
  return agir.includes(role);
}

/** Whether this person manages the organisation: pages offer what changes it to those alone. */
export function peutGerer({ role, gere }: { role: Role; gere: boolean }): boolean {
  return gere && role === "conseiller";
}

export function peut(acces: Acces, qui: { role: Role; gere: boolean }): boolean {
  return acces === "tous" || acces.includes(qui.role) || (acces.includes("gestion") && peutGerer(qui));
}
