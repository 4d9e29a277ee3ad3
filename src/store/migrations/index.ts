import type { Migration } from "kysely/migration";
import * as rolesEtOrganismes from "./0001-roles-et-organismes.ts";
import * as dossiers from "./0002-dossiers.ts";
import * as journal from "./0003-journal.ts";
import * as contenusEtMessages from "./0004-contenus-et-messages.ts";
import * as ajouterFaits from "./0005-ajouter-faits.ts";
import * as comptes from "./0010-comptes.ts";
import * as seances from "./0011-seances.ts";
import * as sessionLue from "./0012-session-lue.ts";
import * as ajouterUnFait from "./0013-ajouter-un-fait.ts";
import * as gestion from "./0014-gestion.ts";
import * as preparations from "./0015-preparations.ts";
import * as envois from "./0016-envois.ts";
import * as sceau from "./0018-sceau.ts";
import * as accesDesPersonnes from "./0020-acces-des-personnes.ts";
import * as membres from "./0021-membres.ts";
import * as comptesGardes from "./0022-comptes-gardes.ts";
import * as sites from "./0023-sites.ts";
import * as clesDAcces from "./0024-cles-d-acces.ts";
import * as quiAAcces from "./0025-qui-a-acces.ts";
import * as brouillons from "./0026-brouillons.ts";
import * as codesDeSeance from "./0028-codes-de-seance.ts";
import * as fichiersEcartes from "./0029-fichiers-ecartes.ts";
import * as portesDesTiers from "./0030-portes-des-tiers.ts";
import * as identitesDuReseau from "./0031-identites-du-reseau.ts";
import * as brouillonsAPart from "./0032-brouillons-a-part.ts";
import * as preparationsDeTout from "./0033-preparations-de-tout.ts";
import * as lecturesDeTiers from "./0034-lectures-de-tiers.ts";
import * as destructions from "./0040-destructions.ts";
import * as copiesPrises from "./0041-copies-prises.ts";
import * as nomsParMot from "./0042-noms-par-mot.ts";
import * as sessionsParReseau from "./0043-sessions-par-reseau.ts";
import * as portesRattachees from "./0044-portes-rattachees.ts";
import * as appareilPrete from "./0045-appareil-prete.ts";
import * as nomsDonnes from "./0046-noms-donnes.ts";
import * as brouillonsFinis from "./0047-brouillons-finis.ts";
import * as enSuspens from "./0048-en-suspens.ts";
import * as passationsDeCle from "./0049-passations-de-cle.ts";
import * as clesParExterne from "./0050-cles-par-externe.ts";
import * as durees from "./0051-durees.ts";
import * as lecturesDeContenu from "./0053-lectures-de-contenu.ts";
import * as sitesEstimes from "./0054-sites-estimes.ts";
import * as passageEntier from "./0057-passage-entier.ts";
import * as prendreLesRoles from "./0059-prendre-les-roles.ts";
import * as accordDuLien from "./0060-accord-du-lien.ts";

/** Every migration, by its number. One that was released is never edited: a change is the next number. */
export const MIGRATIONS: Readonly<Record<string, Migration>> = {
  "0001-roles-et-organismes": rolesEtOrganismes,
  "0002-dossiers": dossiers,
  "0003-journal": journal,
  "0004-contenus-et-messages": contenusEtMessages,
  "0005-ajouter-faits": ajouterFaits,
  "0010-comptes": comptes,
  "0011-seances": seances,
  "0012-session-lue": sessionLue,
  "0013-ajouter-un-fait": ajouterUnFait,
  "0014-gestion": gestion,
  "0015-preparations": preparations,
  "0016-envois": envois,
  "0018-sceau": sceau,
  "0020-acces-des-personnes": accesDesPersonnes,
  "0021-membres": membres,
  "0022-comptes-gardes": comptesGardes,
  "0023-sites": sites,
  "0024-cles-d-acces": clesDAcces,
  "0025-qui-a-acces": quiAAcces,
  "0026-brouillons": brouillons,
  "0028-codes-de-seance": codesDeSeance,
  "0029-fichiers-ecartes": fichiersEcartes,
  "0030-portes-des-tiers": portesDesTiers,
  "0031-identites-du-reseau": identitesDuReseau,
  "0032-brouillons-a-part": brouillonsAPart,
  "0033-preparations-de-tout": preparationsDeTout,
  "0034-lectures-de-tiers": lecturesDeTiers,
  "0040-destructions": destructions,
  "0041-copies-prises": copiesPrises,
  "0042-noms-par-mot": nomsParMot,
  "0043-sessions-par-reseau": sessionsParReseau,
  "0044-portes-rattachees": portesRattachees,
  "0045-appareil-prete": appareilPrete,
  "0046-noms-donnes": nomsDonnes,
  "0047-brouillons-finis": brouillonsFinis,
  "0048-en-suspens": enSuspens,
  "0049-passations-de-cle": passationsDeCle,
  "0050-cles-par-externe": clesParExterne,
  "0051-durees": durees,
  "0053-lectures-de-contenu": lecturesDeContenu,
  "0054-sites-estimes": sitesEstimes,
  "0057-passage-entier": passageEntier,
  "0059-prendre-les-roles": prendreLesRoles,
  "0060-accord-du-lien": accordDuLien,
};
