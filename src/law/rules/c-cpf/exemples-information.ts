import { jour } from "../../../values/jour.ts";
import type { Etat } from "../../etat.ts";
import type { Exemple } from "../../rule.ts";
import { facture, PAS_COMMENCE, payePar } from "./exemples.ts";

type Evenement = Etat["financeursInformes"][number]["evenement"];

const informes = (...evenements: Evenement[]): Partial<Etat> => ({
  financeursInformes: evenements.map((evenement) => ({
    date: jour("2026-11-17"),
    consigneLe: jour("2026-11-17"),
    fait: "f43",
    evenement,
  })),
});
const OPCO = { ...payePar("opco"), commande: null, entree: null };

/** Both versions of C22 ask the same; only what was read of the article differs. */
export const exemplesInformation = (reserve: boolean): Exemple[] => [
  { cas: "CPF : entrée et service fait déclarés", etat: {}, attendu: "conforme" },
  {
    cas: "OPCO informé du début et de la fin",
    etat: { ...OPCO, ...informes("debut", "fin") },
    attendu: "conforme",
  },
  { cas: "OPCO jamais informé du début", etat: OPCO, attendu: "non_conforme", reserve },
  {
    cas: "facturé à l’OPCO sans l’avoir informé de la fin",
    etat: { ...OPCO, ...informes("debut"), ...facture({}) },
    attendu: "non_conforme",
    reserve,
  },
  { cas: "OPCO à informer de la fin", etat: { ...OPCO, ...informes("debut") }, attendu: "indetermine" },
  {
    cas: "CPF et OPCO : EDOF ne prévient pas l’OPCO",
    etat: payePar("cpf", "opco"),
    attendu: "non_conforme",
    reserve,
  },
  { cas: "pas encore commencé", etat: PAS_COMMENCE, attendu: "indetermine" },
  { cas: "payé par l’employeur seul", etat: payePar("employeur"), attendu: "sans_objet" },
];
