import { accordsOuverts, type Nommer } from "../../dossier/communications.ts";
import type { Etat } from "../../law/etat.ts";
import { type Tx, transaction } from "../../store/connexion.ts";
import { lireContenu } from "../../store/dossier/contenus.ts";
import { ouvrir } from "../../vault/contenu.ts";
import { noterSaLecture } from "../acces/lectures-de-contenu.ts";
import { chargerDossier, cleDuDossier, type DossierCharge } from "../dossier/charger-dossier.ts";
import { estSonConseiller } from "../dossier/son-conseiller.ts";
import type { Auteur, Maison } from "../maison.ts";

const PERSONNE: Nommer = () => null;
const ilsNomment = (etat: Etat) => accordsOuverts(etat).flatMap(({ lecteur }) => lecteur ?? []);

/**
 * Opens whom the agreements in force name, for those who may know: her counsellor and she herself. Nobody is named to
 * anyone else, nor once the name is destroyed.
 */
export async function lireNomsDesAccords(
  maison: Maison,
  auteur: Auteur,
  { reference, etat }: Pick<DossierCharge, "reference" | "etat">,
): Promise<Nommer> {
  if (ilsNomment(etat).length === 0) return PERSONNE;
  return await transaction(maison.base, auteur, async (tx) => {
    const dossier = await chargerDossier(tx, reference);
    return dossier === undefined ? PERSONNE : await ouvrirNoms(maison, tx, auteur, dossier);
  });
}

/** The same inside a transaction. */
export async function ouvrirNoms(
  maison: Maison,
  tx: Tx,
  auteur: Auteur,
  dossier: DossierCharge,
): Promise<Nommer> {
  if (auteur.role !== "beneficiaire" && !estSonConseiller(dossier, auteur)) return PERSONNE;
  const noms = new Map<string, string>();
  for (const id of ilsNomment(dossier.etat)) {
    const lu = await lireContenu(tx, dossier.id, id);
    if (lu === undefined) continue;
    const cle = await cleDuDossier(maison, tx, dossier.id, "contenu");
    const lieu = { organismeId: tx.organismeId, dossierId: dossier.id, contenuId: id, version: lu.version };
    noms.set(id, ouvrir(cle, lieu, lu.scelle).toString("utf8"));
  }
  if (noms.size > 0) await noterSaLecture(maison, tx, auteur, dossier, "À qui un document peut être montré");
  return (id) => noms.get(id) ?? null;
}
