import type { Certificat, Organisme } from "../../law/etat.ts";
import { formatJour } from "../../values/dates-fr.ts";
import type { Refus } from "../acte.ts";
import { champChoixMultiples, champJour, champTexte } from "../champ.ts";
import { defineListe, NOUVEAU } from "./partie.ts";

export const CATEGORIES = [
  { valeur: "bilan", libelle: "Bilans de compétences" },
  { valeur: "formation", libelle: "Actions de formation" },
  { valeur: "vae", libelle: "Validation des acquis de l’expérience" },
  { valeur: "apprentissage", libelle: "Apprentissage" },
] as const;

/** A number may be kept when a certificate is renewed: its first day tells the two apart. */
export const cleDuCertificat = (c: Certificat) => `${c.numero}~${c.du}`;

const trouver = (o: Organisme, cle: string) => o.certificats.find((c) => cleDuCertificat(c) === cle);

export const certificats = defineListe({
  nom: "certificats",
  titre: (o, cible) =>
    cible === NOUVEAU
      ? "Ajouter un certificat Qualiopi"
      : `Corriger le certificat ${trouver(o, cible)?.numero ?? ""}`,
  chapeau: () => "Gardez aussi les anciens : un dossier est jugé sur le certificat de ses dates.",
  bouton: "Enregistrer le certificat",
  existe: (o, cible) => trouver(o, cible) !== undefined,
  champs: {
    numero: champTexte({ libelle: "Numéro du certificat" }),
    du: champJour({ libelle: "Valable du" }),
    au: champJour({ libelle: "Valable au", aide: "Le dernier jour, compris." }),
    categories: champChoixMultiples({
      libelle: "Catégories d’actions",
      options: CATEGORIES,
      min: 1,
      vide: "Cochez au moins une catégorie d’actions.",
    }),
  },
  valeurs: (o, cible) => {
    const c = trouver(o, cible);
    return c === undefined
      ? { categories: ["bilan"] }
      : { numero: c.numero, du: c.du, au: c.au, categories: c.categories };
  },
  changer: (organisme, cible, saisie) => {
    const refus: Refus[] = [];
    if (saisie.au <= saisie.du)
      refus.push({ champ: "au", phrase: "Le certificat doit finir après avoir commencé." });
    const cle = cleDuCertificat(saisie);
    if (cle !== cible && trouver(organisme, cle) !== undefined)
      refus.push({
        champ: "numero",
        phrase: "Ce certificat est déjà dans la liste, avec la même première date.",
      });
    if (refus.length > 0) return refus;
    const ajoute = cible === NOUVEAU;
    const suite = ajoute
      ? [...organisme.certificats, saisie]
      : organisme.certificats.map((c) => (cleDuCertificat(c) === cible ? saisie : c));
    return {
      organisme: { ...organisme, certificats: suite.toSorted((a, b) => (a.du < b.du ? -1 : 1)) },
      quoi: `Certificat ${saisie.numero} ${ajoute ? "ajouté" : "corrigé"}`,
    };
  },
  retrait: (o, cible) => {
    const c = trouver(o, cible);
    return c === undefined
      ? null
      : {
          titre: `Retirer le certificat ${c.numero} ?`,
          bouton: "Retirer le certificat",
          titrePerdu: "Change",
          perdu: [
            `Aucun dossier ne pourra plus s’appuyer sur ce certificat, valable du ${formatJour(c.du)} au ${formatJour(c.au)}.`,
            "Des constats peuvent apparaître dans les dossiers de cette période.",
          ],
          garde: ["Les dossiers et leurs preuves.", "La trace de ce retrait, avec votre nom."],
          pourquoi:
            "Ne retirez qu’un certificat écrit par erreur. Un certificat échu reste ici : il prouve les bilans de ses dates.",
        };
  },
  retirer: (organisme, cible) => ({
    organisme: {
      ...organisme,
      certificats: organisme.certificats.filter((c) => cleDuCertificat(c) !== cible),
    },
    quoi: `Certificat ${trouver(organisme, cible)?.numero ?? ""} retiré`,
  }),
});
