import { devisDeReference } from "../../law/calcul/devis-de-reference.ts";
import type { Etat } from "../../law/etat.ts";
import { valeurAu } from "../../law/parameter.ts";
import { reponseCommande } from "../../law/parameters/reponse-commande.ts";
import { reponseCommandeAdmission } from "../../law/parameters/reponse-commande-admission.ts";
import { versionsCgu } from "../../law/parameters/versions-cgu.ts";
import { formatJourSaisie } from "../../values/dates-fr.ts";
import type { Jour } from "../../values/jour.ts";
import { defineActe, type Refus } from "../acte.ts";
import { champCase, champJour, champTexte, facultatif } from "../champ.ts";
import { derniereValeur } from "../delais.ts";
import { commandePassee } from "../faits/commande.ts";
import { payeParCpf } from "../options-financement.ts";
import { dejaNote, pasAvant, refus, sauf } from "../refus.ts";

const avant = {
  avantLeDevis: champCase({
    libelle: "La demande est vraiment partie avant le devis",
    aide: "À cocher seulement dans ce cas. Le devis doit venir avant la commande : le dossier dira l’écart (règle C08).",
  }),
};

// What happened is noted whatever the law says of it, but a slip of the date is stopped first.
function apresLeDevis(etat: Etat, date: Jour): Refus | null {
  const devis = devisDeReference(etat);
  const ecart =
    pasAvant(date, devis?.date, "le devis") ?? pasAvant(date, devis?.accepteLe, "l’acceptation du devis");
  return ecart === null
    ? null
    : { ...ecart, remede: "Si la demande est vraiment partie avant, cochez la case qui le dit." };
}

export const passerCommande = defineActe({
  nom: "passerCommande",
  titre: "Noter la commande de la personne",
  chapeau: "Sa demande sur Mon Compte Formation, qu’elle envoie elle-même.",
  nature: "constat",
  champs: (etat) => ({
    date: champJour({ libelle: "Date de la demande" }),
    ...((etat.devis.length === 0 ? {} : avant) as typeof avant),
    debutPrevu: facultatif(champJour({ libelle: "Début demandé" })),
    conditionsAdmission: champCase({
      libelle: "La formation a des conditions d’admission",
      aide: `D’après ce que nous savons d’EDOF, vous avez alors ${derniereValeur(reponseCommandeAdmission)} jours ouvrés pour répondre, au lieu de ${derniereValeur(reponseCommande)}.`,
    }),
    cgu: facultatif(
      champTexte({ libelle: "Version des conditions générales acceptée", aide: "Par exemple V15." }),
    ),
  }),
  obstacle: (etat) => {
    if (etat.commande !== null) return dejaNote("Une commande est déjà notée.");
    return payeParCpf(etat)
      ? null
      : refus(
          undefined,
          "Le CPF ne paie pas ce bilan : il n’y a pas de commande à noter.",
          "Cela devient possible quand le financement dit que le CPF paie.",
        );
  },
  valeurs: (_, contexte) => {
    const version = valeurAu(versionsCgu, contexte.au)?.value;
    return { date: formatJourSaisie(contexte.au), cgu: version === undefined ? "" : `V${version}` };
  },
  decider: (etat, { date, avantLeDevis, ...donnees }) =>
    sauf(
      [
        pasAvant(date, etat.demande?.date, "le premier contact"),
        avantLeDevis !== true && apresLeDevis(etat, date),
        pasAvant(donnees.debutPrevu ?? date, date, "la commande", "debutPrevu"),
      ],
      () => [commandePassee.nouveau(date, donnees)],
    ),
});
