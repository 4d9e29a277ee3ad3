import { formatJourSaisie } from "../../values/dates-fr.ts";
import { defineActe } from "../acte.ts";
import { type ApresSonRefus, champApresSonRefus, contreSonRefus } from "../apres-son-refus.ts";
import { champAttestation, champCase, champJour } from "../champ.ts";
import { consentementRecueilli } from "../faits/accueil.ts";
import { pasAvant, sauf } from "../refus.ts";

const consentement = {
  date: champJour({ libelle: "Date du consentement" }),
  donne: champAttestation({
    libelle: "La personne consent à faire ce bilan.",
    aide: "Sans son accord, il n’y a pas de bilan. Son refus n’est pas une faute.",
    vide: "Cochez la case si la personne consent. Sinon, notez qu’elle ne donne pas suite.",
  }),
  signe: champCase({ libelle: "Elle l’a signé" }),
};
const tuteur = {
  accordTuteur: champCase({
    libelle: "Son tuteur ou son parent est d’accord",
    aide: "La personne est mineure : d’après ce que nous savons de ses conditions, le compte formation demande cet accord.",
  }),
};

export const recueillirConsentement = defineActe({
  nom: "recueillirConsentement",
  titre: "Recueillir le consentement",
  chapeau: "Il est noté au plus tard le jour de la première séance.",
  nature: "constat",
  // The guardian is asked about for a minor only: the field is then absent, and its value with it.
  champs: (etat) =>
    ({
      ...consentement,
      ...(etat.beneficiaire.mineur ? tuteur : {}),
      ...champApresSonRefus(etat, "consentement"),
    }) as typeof consentement & typeof tuteur & ApresSonRefus,
  valeurs: (_, contexte) => ({ date: formatJourSaisie(contexte.au) }),
  decider: (etat, { date, signe, accordTuteur, apresRefus }) =>
    sauf(
      [
        pasAvant(date, etat.demande?.date, "la demande"),
        contreSonRefus(etat, "consentement", date, apresRefus === true),
      ],
      () => [
        consentementRecueilli.nouveau(date, {
          signatures: signe || apresRefus ? [{ par: "beneficiaire", le: date }] : [],
          accordTuteur: accordTuteur ? true : null,
          apresRefus: apresRefus ? true : null,
        }),
      ],
    ),
});
