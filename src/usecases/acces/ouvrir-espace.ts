import type { Comptes } from "../../auth/comptes.ts";
import type { Refus } from "../../dossier/acte.ts";
import { espaceOuvert } from "../../dossier/faits/acces.ts";
import { refus } from "../../dossier/refus.ts";
import { donnerAcces } from "../../store/acces.ts";
import { transactionDeLecture } from "../../store/connexion.ts";
import { chargerDossier } from "../charger-dossier.ts";
import { type Conflit, ecrireFaits, type FaitsEcrits } from "../ecrire-faits.ts";
import { jourDeParis } from "../heure-de-paris.ts";
import { nomComplet } from "../identite.ts";
import type { Auteur, Maison } from "../maison.ts";
import { abandonner, uneSeuleFois } from "../une-seule-fois.ts";

export type OuvertureDEspace =
  | FaitsEcrits
  | Conflit
  | { issue: "refus"; refus: Refus[] }
  | { issue: "inconnu" };

const SANS_ADRESSE = refus(
  undefined,
  "Le dossier ne dit pas l’adresse électronique de la personne : le lien ne peut pas partir.",
  "Cela devient possible quand son adresse est notée.",
);

/**
 * Gives the person her own door to her dossier: her account, the door and the fact that says it. Nobody of the
 * organisation sees the link that opens it: whoever had it could sign for her.
 */
export async function ouvrirEspace(
  maison: Maison,
  comptes: Comptes,
  auteur: Auteur,
  { reference, cle }: { reference: string; cle: string },
): Promise<OuvertureDEspace> {
  const lu = await transactionDeLecture(maison.base, auteur.organismeId, (tx) =>
    chargerDossier(tx, reference),
  );
  if (lu === undefined) return { issue: "inconnu" };
  if (lu.identite.courriel === null) return { issue: "refus", refus: [SANS_ADRESSE] };
  // The account comes first: alone it opens nothing, and the transaction that follows gives it its door.
  const utilisateurId = await comptes.trouverOuCreer({
    nom: nomComplet(lu.identite),
    courriel: lu.identite.courriel,
  });
  return await uneSeuleFois<OuvertureDEspace>(
    maison,
    auteur,
    [cle, "ouvrirEspace", reference],
    async (tx) => {
      const dossier = await chargerDossier(tx, reference);
      if (dossier === undefined) return abandonner({ issue: "inconnu" } satisfies OuvertureDEspace);
      await donnerAcces(tx, { dossierId: dossier.id, utilisateurId, role: "beneficiaire" });
      const fait = espaceOuvert.nouveau(jourDeParis(maison.horloge()), { role: "beneficiaire" });
      return await ecrireFaits(maison, tx, auteur, dossier, [fait]);
    },
  );
}
