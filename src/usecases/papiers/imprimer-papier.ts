import type { DocumentImprimable } from "../../documents/moteur/document-imprimable.ts";
import type { Composition } from "../../documents/papier.ts";
import { documentsQuiRestent } from "../../dossier/destructions.ts";
import { type Tx, transaction } from "../../store/connexion.ts";
import { ouvrirContenus } from "../contenus/contenus-ouverts.ts";
import { chargerDossier, type DossierCharge } from "../dossier/charger-dossier.ts";
import { estSonConseiller } from "../dossier/son-conseiller.ts";
import { jourDeParis } from "../heure-de-paris.ts";
import { inscriptionDuFait, ligneDeTemoin } from "../journal/inscription.ts";
import { signerMaintenant } from "../journal/signer-journal.ts";
import type { Auteur, Maison } from "../maison.ts";
import { PAPIERS, papierDeNom } from "./catalogue.ts";
import { lireNoms } from "./noms.ts";
import type { Papier } from "./papier.ts";

/** A paper as it stands: ready, or what it waits for. */
export type PapierPret = { document: DocumentImprimable } | { manque: string };

/** A paper that somebody asked for, with what it comes from. */
export type PapierDemande = { document: DocumentImprimable; papier: Papier; dossier: DossierCharge };

/** Whether this person may see this paper of this dossier at all. */
function estOuvert(papier: Papier, auteur: Auteur, dossier: DossierCharge): boolean {
  // Her own dossier is the only one that the person can ask for: all of it is hers.
  return papier.classe === "preuve" || auteur.role === "beneficiaire" || estSonConseiller(dossier, auteur);
}

/** The papers that this person may see, each ready or with what it waits for. No sealed text is opened for the list. */
export function listerPapiers(maison: Maison, auteur: Auteur, dossier: DossierCharge) {
  const restent = documentsQuiRestent(dossier.etat);
  const au = jourDeParis(maison.horloge());
  const siens = PAPIERS.filter((p) => estOuvert(p, auteur, dossier) && (p.concerne?.(dossier.etat) ?? true));
  return siens.map((papier) => {
    // Whether a text is there is all that the list asks; what it says is read when the paper is opened.
    const texteDe = () => (papier.document === undefined || restent.has(papier.document) ? "écrit" : null);
    return { papier, ...dire(papier.composer({ dossier, texteDe, temoin: null, au })) };
  });
}

/** One paper, ready to print; undefined for an unknown dossier or paper, or one that this person may not see. */
export async function preparerPapier(
  maison: Maison,
  auteur: Auteur,
  reference: string,
  nom: string,
): Promise<PapierDemande | { manque: string } | undefined> {
  const papier = papierDeNom(nom);
  if (papier === undefined) return undefined;
  return await transaction(maison.base, auteur, async (tx) => {
    const dossier = await chargerDossier(tx, reference);
    if (dossier === undefined || !estOuvert(papier, auteur, dossier)) return undefined;
    const textes = papier.classe === "contenu" ? await ouvrirContenus(maison, tx, dossier) : null;
    const temoin = await temoinDe(maison, tx, papier, dossier);
    const texteDe = (id: string) => textes?.get(id) ?? null;
    const noms = await lireNoms(tx, dossier.id);
    const au = jourDeParis(maison.horloge());
    const pret = dire(papier.composer({ dossier, texteDe, temoin, au, noms }));
    return "manque" in pret ? pret : { ...pret, papier, dossier };
  });
}

/** The journal's line for a paper that carries one; signs the journal first when nothing covers its fact yet. */
export async function temoinDe(
  maison: Maison,
  tx: Tx,
  papier: Papier,
  dossier: DossierCharge,
): Promise<string | null> {
  const n = papier.temoinDe?.(dossier) ?? null;
  if (n === null) return null;
  const lue = await inscriptionDuFait(tx, dossier.id, n);
  return ligneDeTemoin(lue?.checkpoint ?? (await signerMaintenant(maison, tx)));
}

/** A composition as the pages take it; several reasons make one text. */
export function dire(composition: Composition | { manque: string }): PapierPret {
  if ("manque" in composition) return composition;
  return composition.ok ? { document: composition.document } : { manque: composition.refus.join(" ") };
}
