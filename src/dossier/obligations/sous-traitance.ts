import { contratDeSousTraitance } from "../../law/textes/donnees.ts";
import { secretDuBilan, secretProfessionnel } from "../../law/textes/secret.ts";
import { aCompleter, type DocumentDeDroit, dire, type MatiereDeDroit } from "./document.ts";
import { lesDonnees, lesPersonnes, lesProtections, quiRepond } from "./morceaux.ts";

/** The clause for whoever keeps the machine or carries the mails for an organisation. */
export function sousTraitance(matiere: MatiereDeDroit): DocumentDeDroit {
  return {
    titre: "Clause de sous-traitance",
    chapeau: "À joindre au contrat de qui héberge Probant, ou porte vos courriels. Faites-la relire.",
    sources: [contratDeSousTraitance],
    parties: [
      { titre: "Qui confie les données", lignes: quiRepond(matiere) },
      {
        titre: "Qui les reçoit",
        lignes: [
          aCompleter("Nom et adresse du sous-traitant"),
          aCompleter("Contact pour les données"),
          aCompleter("Ce qu’il fait : héberger, envoyer les courriels, sauvegarder"),
          aCompleter("Pays où sont les machines"),
          aCompleter("Durée, ou contrat auquel cette clause est jointe"),
        ],
      },
      { titre: "Ce qui est confié", lignes: [lesPersonnes(matiere), ...lesDonnees(matiere)] },
      {
        titre: "Ce que le sous-traitant promet",
        lignes: [
          dire("Instructions", "Il n’agit que sur instruction écrite de l’organisme."),
          dire(
            "Secret",
            `Ceux qui approchent les données sont tenus au secret (${secretDuBilan.ref} ; ${secretProfessionnel.ref}).`,
          ),
          dire("Autres sous-traitants", "Aucun sans l’accord écrit de l’organisme, et aux mêmes conditions."),
          dire("Aide", "Il aide l’organisme à répondre aux personnes, et à prévenir en cas de fuite."),
          dire("Contrôle", "Il donne ce qui prouve qu’il tient ces promesses, et accepte un audit."),
          aCompleter("Délai pour prévenir l’organisme d’une fuite"),
        ],
      },
      {
        titre: "Comment il les protège",
        lignes: [
          ...lesProtections(),
          aCompleter("Où est le trousseau, et qui peut le lire"),
          aCompleter("Mises à jour, surveillance, locaux"),
        ],
      },
      {
        titre: "À la fin",
        lignes: [
          dire("Rendre", "Un export complet de l’organisme, au format ouvert."),
          dire(
            "Effacer",
            "La base, le trousseau, les sauvegardes et l’export, une fois celui-ci importé ailleurs.",
          ),
          aCompleter("Délai, et attestation d’effacement"),
          aCompleter("Signatures"),
        ],
      },
    ],
  };
}
