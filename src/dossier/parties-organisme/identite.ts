import { formatSiret, parseSiren } from "../../values/siret.ts";
import type { Refus } from "../acte.ts";
import { champTexteLong, facultatif } from "../champ.ts";
import { CHAMPS_ORGANISME, lireNumeros } from "../formulaire-organisme.ts";
import { enLignes, lireLignes } from "./lignes.ts";
import { definePartie } from "./partie.ts";

const { raisonSociale, siret, nda, regionPrefet, regimeTva, territoire } = CHAMPS_ORGANISME;

export const identite = definePartie({
  nom: "identite",
  titre: () => "L’identité de l’organisme",
  chapeau: () => "Les papiers imprimés à partir de maintenant la reprennent.",
  bouton: "Enregistrer l’identité",
  champs: {
    raisonSociale,
    siret,
    nda,
    regionPrefet,
    regimeTva,
    territoire,
    groupe: facultatif(
      champTexteLong({
        libelle: "Sociétés de votre groupe",
        aide: "Leur SIREN, un par ligne. Un employeur ne fait pas le bilan de ses salariés ; pour une société de son groupe, nous avertissons.",
      }),
    ),
  },
  valeurs: (o) => ({
    raisonSociale: o.raisonSociale,
    siret: formatSiret(o.siret),
    nda: o.nda ?? "",
    regionPrefet: o.regionPrefet ?? "",
    regimeTva: o.regimeTva,
    territoire: o.territoire,
    groupe: enLignes(o.groupe),
  }),
  changer: (organisme, _cible, { groupe, ...s }) => {
    const { refus, ...numeros } = lireNumeros(s);
    const sirens = lireLignes(groupe).map((texte) => ({ texte, siren: parseSiren(texte) }));
    const faux = sirens.find(({ siren }) => siren === null);
    const tous: Refus[] = [
      ...refus,
      ...(faux === undefined
        ? []
        : [{ champ: "groupe", phrase: `« ${faux.texte.slice(0, 40)} » n’est pas un SIREN valide.` }]),
    ];
    if (tous.length > 0 || numeros.siret === null) return tous;
    return {
      organisme: {
        ...organisme,
        ...s,
        siret: numeros.siret,
        nda: numeros.nda,
        groupe: [...new Set(sirens.flatMap(({ siren }) => siren ?? []))],
      },
      quoi: "Identité changée",
    };
  },
});
