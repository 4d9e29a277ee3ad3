import type { Hono } from "hono";
import { jourDeParis } from "../../../usecases/heure-de-paris.ts";
import type { LigneDossier } from "../../../usecases/listes/consulter-liste.ts";
import { listerTout } from "../../../usecases/listes/lister-tout.ts";
import { formatJourSaisie } from "../../../values/dates-fr.ts";
import { type Jour, parseJour } from "../../../values/jour.ts";
import type { Env } from "../../contexte.ts";
import { cellule } from "../../csv.ts";
import { heuresEnMots, motDeLEtape, prochainEnMots } from "../../vues/lignes.tsx";
import { filtreDeLAdresse } from "./liste.tsx";

const ENTETES = [
  "Référence",
  "Personne",
  "Étape",
  "Prochain acte",
  "Échéance",
  "Heures signées",
  "Conseiller",
  "Financement",
  "Début",
  "Fin",
  "A répondu le",
  "Attend une réponse depuis",
  "À signer chez vous depuis",
];

function date(texte: string | null): string {
  const lu = texte === null ? null : parseJour(texte);
  return lu === null ? "" : formatJourSaisie(lu);
}

function ligne(l: LigneDossier, au: Jour): string {
  const cellules = [
    l.reference,
    l.nomAffiche,
    motDeLEtape(l.etape),
    prochainEnMots(l, au),
    date(l.prochaineEcheance),
    heuresEnMots(l),
    l.conseiller,
    l.financement,
    date(l.debut),
    date(l.fin),
    date(l.aReponduLe),
    date(l.attendReponseLe),
    date(l.aSignerLe),
  ];
  return `${cellules.map(cellule).join(";")}\r\n`;
}

/** The list as a file for a spreadsheet, with the filters of the address: UTF-8 with its mark, semicolons, CRLF. */
export function routesExport(app: Hono<Env>): void {
  app.get("/dossiers.csv", async (c) => {
    const { maison } = c.get("portes");
    const au = jourDeParis(maison.horloge());
    let corps = `\uFEFF${ENTETES.map(cellule).join(";")}\r\n`;
    for await (const l of listerTout(maison, c.get("moi").auteur, filtreDeLAdresse(c))) corps += ligne(l, au);
    return c.body(corps, 200, {
      "content-type": "text/csv; charset=utf-8",
      "content-disposition": `attachment; filename="dossiers-${au}.csv"`,
    });
  });
}
