import type { Rule } from "../../rule.ts";
import A01 from "./A01-objet-du-bilan.ts";
import A02 from "./A02-consentement.ts";
import A03 from "./A03-volontariat-employeur.ts";
import A04 from "./A04-vingt-quatre-heures.ts";
import A05 from "./A05-plancher-annonce.ts";
import A06 from "./A06-ni-trop-court.ts";
import A07 from "./A07-etalement-justifie.ts";
import A08 from "./A08-trois-phases.ts";
import A09 from "./A09-preliminaire-d-abord.ts";
import A10 from "./A10-questions-reprises.ts";
import A11 from "./A11-projet-ou-alternatives.ts";
import A12 from "./A12-conclusions-personnalisees.ts";
import A13 from "./A13-suivi-propose.ts";
import A14 from "./A14-employeur-distinct.ts";
import A15 from "./A15-equipe-identifiee.ts";
import A16 from "./A16-lien-direct.ts";
import A17 from "./A17-entretien-prealable.ts";
import A18 from "./A18-disponibilite.ts";
import A19 from "./A19-cv-hors-bilan.ts";
import A20 from "./A20-pas-un-autre-service.ts";
import A21 from "./A21-fin-de-carriere.ts";
import A22 from "./A22-competences-reunies.ts";
import A23 from "./A23-tests-reserves.ts";
import A24 from "./A24-cellule-informee.ts";

/** What a bilan is and how it is conducted. */
export const natureEtDeroulement: Rule[] = [
  A01,
  A02,
  A03,
  A04,
  A05,
  A06,
  A07,
  A08,
  A09,
  A10,
  A11,
  A12,
  A13,
  A14,
  A15,
  A16,
  A17,
  A18,
  A19,
  A20,
  A21,
  A22,
  A23,
  A24,
];
