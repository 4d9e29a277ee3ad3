import type { Rule } from "../../rule.ts";
import C01 from "./C01-cinq-ans.ts";
import C02 from "./C02-repetition.ts";
import C02HorsCpf from "./C02-repetition-hors-cpf.ts";
import C03 from "./C03-plafond-des-droits.ts";
import C04 from "./C04-participation.ts";
import C05 from "./C05-reste-a-charge.ts";
import C06 from "./C06-heures-financables.ts";
import C07 from "./C07-prix-independant-du-solde.ts";
import C08 from "./C08-devis-personnalise.ts";
import C09 from "./C09-duree-ajustee.ts";
import C10 from "./C10-delais-de-reponse.ts";
import C11 from "./C11-debut-de-session.ts";
import C12 from "./C12-commande-acceptee.ts";
import C13 from "./C13-declaration-entree.ts";
import C14 from "./C14-declaration-sortie.ts";
import C15 from "./C15-taux-de-realisation.ts";
import C16 from "./C16-parcours-complet.ts";
import C17 from "./C17-motif-de-sortie-partielle.ts";
import C18 from "./C18-titulaire-informe.ts";
import C19 from "./C19-validation-et-paiement.ts";
import C20 from "./C20-annulation.ts";
import C21 from "./C21-paiement-apres-abandon.ts";
import C22 from "./C22-financeurs-informes-2019.ts";
import C22Depuis2026 from "./C22-financeurs-informes-2026.ts";
import C23 from "./C23-doublons.ts";
import C24 from "./C24-offres-distinctes.ts";
import C25 from "./C25-une-offre-individualisee.ts";
import C27 from "./C27-droit-au-cpf.ts";

/** CPF eligibility, life cycle in EDOF, money. */
export const cpfEtArgent: Rule[] = [
  C01,
  C02,
  C02HorsCpf,
  C03,
  C04,
  C05,
  C06,
  C07,
  C08,
  C09,
  C10,
  C11,
  C12,
  C13,
  C14,
  C15,
  C16,
  C17,
  C18,
  C19,
  C20,
  C21,
  C22,
  C22Depuis2026,
  C23,
  C24,
  C25,
  C27,
];
