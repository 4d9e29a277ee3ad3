import { certificatOfficiel, piecesComptables, preuvesQuatreAns } from "../../law/textes/conservation.ts";
import { registreDesTraitements } from "../../law/textes/donnees.ts";
import { objetDuBilan } from "../../law/textes/nature.ts";
import { destinataireDesResultats } from "../../law/textes/secret.ts";
import { aCompleter, type DocumentDeDroit, dire, type MatiereDeDroit } from "./document.ts";
import { lesDonnees, lesDurees, lesPersonnes, lesProtections, quiRepond } from "./morceaux.ts";

/** The register of processing: what is done with whose data, why, how long, who sees it. */
export function registre(matiere: MatiereDeDroit): DocumentDeDroit {
  return {
    titre: "Registre des traitements",
    chapeau: "Ce que vous faites des données, écrit depuis les tables auxquelles le programme obéit.",
    sources: [registreDesTraitements],
    parties: [
      {
        titre: "Qui répond du traitement",
        lignes: [...quiRepond(matiere), aCompleter("Délégué à la protection des données, s’il y en a un")],
      },
      {
        titre: "Pourquoi",
        lignes: [
          dire("Conduire un bilan de compétences", `${objetDuBilan.ref}.`),
          dire(
            "Prouver qu’il a eu lieu",
            `Pour le CPF : ${preuvesQuatreAns.ref}. Si un certificat est dû : ${certificatOfficiel.ref}.`,
          ),
          dire("Tenir les factures", `${piecesComptables.ref} (de mémoire, à relire).`),
          aCompleter("Base légale de chacun, au sens du RGPD"),
        ],
      },
      { titre: "De qui, et quoi", lignes: [lesPersonnes(matiere), ...lesDonnees(matiere)] },
      {
        titre: "Qui les voit",
        lignes: [
          ...matiere.roles.map((r) => dire(r.qui, r.voit)),
          dire(
            "Qui la personne choisit",
            `Le document qu’elle lui montre, par un accord écrit (${destinataireDesResultats.ref}).`,
          ),
          aCompleter("Hébergeur, serveur de courriel, autres sous-traitants"),
          aCompleter("Transferts hors de l’Union européenne"),
        ],
      },
      { titre: "Combien de temps", lignes: lesDurees() },
      {
        titre: "Comment elles sont protégées",
        lignes: [
          ...lesProtections(),
          aCompleter("La machine, le réseau, les locaux"),
          aCompleter("Où sont les copies du trousseau et des sauvegardes"),
        ],
      },
    ],
  };
}
