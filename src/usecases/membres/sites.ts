import type { Refus } from "../../dossier/acte.ts";
import type { Site } from "../../dossier/formulaire-membre.ts";
import { transactionDeLecture } from "../../store/connexion.ts";
import {
  ecrireSite,
  lireSiteDuDossier,
  listerSites,
  placerDossier,
  type SiteLu,
} from "../../store/organisme/sites.ts";
import type { Auteur, Maison } from "../maison.ts";
import { abandonner, uneSeuleFois } from "../une-seule-fois.ts";
import { changerLesMembres, type Gerant, type ReponseDeMembre } from "./changer-les-membres.ts";

export type { SiteLu };

/** All the sites of the organisation, the closed ones too. */
export function consulterSites(maison: Maison, auteur: Auteur): Promise<SiteLu[]> {
  return transactionDeLecture(maison.base, auteur, listerSites);
}

/** The sites that this person may put a dossier in. */
export async function sitesOuverts(maison: Maison, auteur: Auteur): Promise<Site[]> {
  const tous = await consulterSites(maison, auteur);
  return tous.filter((s) => s.fermeLe === null && (auteur.sites?.includes(s.id) ?? true));
}

/** Adds, renames, closes or opens again a site; `id` is null for a new one. */
export function changerSite(
  maison: Maison,
  gerant: Gerant,
  { cle, id, nom, ouvert }: { cle: string; id: string | null; nom: string; ouvert: boolean },
): Promise<ReponseDeMembre> {
  return changerLesMembres(maison, gerant, {
    cle,
    sujet: ["site", id ?? ""],
    changer: async (tx) => {
      const sites = await listerSites(tx);
      const connu = sites.find((s) => s.id === id);
      if (id !== null && connu === undefined) return null;
      if (nom.length > 120) return [{ champ: "nom", phrase: "Raccourcissez à 120 caractères." }];
      if (sites.some((s) => s.id !== id && s.nom.toLowerCase() === nom.toLowerCase()))
        return [{ champ: "nom", phrase: `Un lieu s’appelle déjà « ${nom} ».` }];
      await ecrireSite(tx, { id: id ?? maison.nouvelId(), nom, ouvert });
      return { membre: "", quoi: `${connu === undefined ? "Lieu ajouté" : "Lieu changé"} : ${nom}` };
    },
  });
}

/** Where a dossier is held; undefined when there is no such dossier for this person. */
export function siteDuDossier(
  maison: Maison,
  auteur: Auteur,
  reference: string,
): Promise<string | null | undefined> {
  return transactionDeLecture(maison.base, auteur, (tx) => lireSiteDuDossier(tx, reference));
}

export type Deplacement = { issue: "fait" } | { issue: "refus"; refus: Refus[] } | { issue: "inconnu" };

/** Moves a dossier to a site that is open, among those of this person. */
export async function deplacerDossier(
  maison: Maison,
  auteur: Auteur,
  { reference, site, cle }: { reference: string; site: string | null; cle: string },
): Promise<Deplacement> {
  const ouverts = await sitesOuverts(maison, auteur);
  if (site === null ? auteur.sites != null : !ouverts.some((s) => s.id === site))
    return { issue: "refus", refus: [{ champ: "site", phrase: "Choisissez un de vos lieux." }] };
  return await uneSeuleFois<Deplacement>(maison, auteur, [cle, "deplacerDossier", reference], async (tx) =>
    (await placerDossier(tx, reference, site)) ? { issue: "fait" } : abandonner({ issue: "inconnu" }),
  );
}
