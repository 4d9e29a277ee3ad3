import type { Refus } from "../../dossier/acte.ts";
import { CHAMPS_DE_L_IDENTITE, identiteCorrigee } from "../../dossier/faits/acces.ts";
import { refus } from "../../dossier/refus.ts";
import { lireAcces } from "../../store/acces/acces.ts";
import { noterChangementDIdentite } from "../../store/dossier/identites.ts";
import { chargerDossier } from "../dossier/charger-dossier.ts";
import { type Conflit, ecrireFaits, type FaitsEcrits } from "../dossier/ecrire-faits.ts";
import type { Identite } from "../dossier/identite.ts";
import { jourDeParis } from "../heure-de-paris.ts";
import type { Auteur, Maison } from "../maison.ts";
import { abandonner, uneSeuleFois } from "../une-seule-fois.ts";

export type CorrectionDIdentite =
  | FaitsEcrits
  | Conflit
  | { issue: "refus"; refus: Refus[] }
  | { issue: "inconnu" };

const ESPACE_OUVERT = refus(
  "courriel",
  "L’espace de cette personne est ouvert à cette adresse.",
  "Cela devient possible quand son espace est fermé. Ouvrez-le ensuite à la nouvelle adresse.",
);
const RIEN_NE_CHANGE = refus(undefined, "Rien n’a changé.");

/**
 * Corrects who the person is. The journal says which parts changed, and by whom; what they said before and after is
 * kept beside it. The address of an open space does not change under it: it decides who receives the link.
 */
export function corrigerIdentite(
  maison: Maison,
  auteur: Auteur,
  {
    reference,
    identite,
    nom,
    cle,
  }: { reference: string; identite: Identite /** Name of who corrects. */; nom: string; cle: string },
): Promise<CorrectionDIdentite> {
  return uneSeuleFois<CorrectionDIdentite>(
    maison,
    auteur,
    [cle, "corrigerIdentite", reference],
    async (tx) => {
      const dossier = await chargerDossier(tx, reference);
      if (dossier === undefined) return abandonner({ issue: "inconnu" } satisfies CorrectionDIdentite);
      const champs = CHAMPS_DE_L_IDENTITE.filter((c) => dossier.identite[c] !== identite[c]);
      const ouvert = (await lireAcces(tx, dossier.id)).some(
        (a) => a.role === "beneficiaire" && a.fin === null,
      );
      const refusee =
        champs.length === 0 ? RIEN_NE_CHANGE : champs.includes("courriel") && ouvert ? ESPACE_OUVERT : null;
      if (refusee !== null)
        return abandonner({ issue: "refus", refus: [refusee] } satisfies CorrectionDIdentite);
      const fait = identiteCorrigee.nouveau(jourDeParis(maison.horloge()), { champs });
      const ecrit = await ecrireFaits(maison, tx, auteur, dossier, [fait], [], { identite });
      const partie = (de: Identite) => Object.fromEntries(champs.map((c) => [c, de[c]]));
      await noterChangementDIdentite(tx, dossier.id, {
        n: ecrit.n,
        quand: maison.horloge(),
        utilisateur: auteur.utilisateur,
        nom,
        avant: partie(dossier.identite),
        apres: partie(identite),
      });
      return ecrit;
    },
  );
}
