import { reglePublique, reglesAu } from "../../law/constat-public.ts";
import { ruleBook } from "../../law/rule-book.ts";
import { LIBELLES_CONFIANCE } from "../../law/sources.ts";
import { accorder } from "../../values/accorder.ts";
import { formatJour } from "../../values/dates-fr.ts";
import { jourDemande } from "../aujourdhui.ts";
import type { Commande } from "../commande.ts";
import { sortieRegles } from "../formats/regles.ts";

/** The rule book in force on a day, with its sources. */
export const regles: Commande = {
  usage: "regles [--au AAAA-MM-JJ] [--json]",
  aide: "montre les règles en vigueur un jour donné, avec leurs sources",
  executer: async ({ options }) => {
    const au = jourDemande(options.get("--au"));
    const enVigueur = reglesAu(ruleBook, au);
    if (options.has("--json")) {
      const sortie = sortieRegles(au, enVigueur.map(reglePublique));
      process.stdout.write(`${JSON.stringify(sortie, null, 2)}\n`);
      return 0;
    }
    process.stdout.write(`${accorder(enVigueur.length, "règle")} en vigueur le ${formatJour(au)}.\n\n`);
    for (const r of enVigueur) {
      const sources = r.sources
        .map((s) => `     ${s.ref}, ${LIBELLES_CONFIANCE[s.confiance]}, le ${formatJour(s.luLe)}`)
        .join("\n");
      const reserve = r.reserve === undefined ? "" : `     Réserve : ${r.reserve}\n`;
      process.stdout.write(`${r.id}  ${r.statement}\n${sources}\n${reserve}`);
    }
    return 0;
  },
};
