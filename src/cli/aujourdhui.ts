import { type Jour, parseJour } from "../values/jour.ts";
import { ErreurDeCommande } from "./commande.ts";

/** Today in Paris: the day that legal delays count from, wherever the machine is. */
export function aujourdhui(maintenant: Date = new Date()): Jour {
  const ecrit = new Intl.DateTimeFormat("sv-SE", { timeZone: "Europe/Paris" }).format(maintenant);
  const lu = parseJour(ecrit);
  if (lu === null) throw new Error(`unexpected day format: ${ecrit}`);
  return lu;
}

/** The day of `--au`, else today. */
export function jourDemande(option: string | true | undefined): Jour {
  if (option === undefined || option === true) return aujourdhui();
  const lu = parseJour(option);
  if (lu === null)
    throw new ErreurDeCommande(`« ${option} » n’est pas un jour qui existe (attendu : AAAA-MM-JJ).`);
  return lu;
}
