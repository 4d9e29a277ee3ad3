import type { Tx } from "../../store/connexion.ts";
import { ecrireFichierEcarte } from "../../store/dossier/fichiers-ecartes.ts";
import { sceller } from "../../vault/contenu.ts";
import { cleDuDossier, type DossierCharge } from "../dossier/charger-dossier.ts";
import type { Auteur, Maison } from "../maison.ts";
import type { Examen } from "./examiner.ts";

/** Seals a dangerous file apart, where nobody is given it: what was wrong is kept with it. */
export async function ecarter(
  maison: Maison,
  tx: Tx,
  auteur: Auteur,
  dossier: Pick<DossierCharge, "id">,
  octets: Uint8Array,
  examen: Exclude<Examen, { issue: "sain" }>,
): Promise<{ issue: "ecarte"; phrase: string }> {
  const id = maison.nouvelId();
  const cle = await cleDuDossier(maison, tx, dossier.id, "contenu");
  const lieu = { organismeId: tx.organismeId, dossierId: dossier.id, contenuId: id, version: 1 };
  await ecrireFichierEcarte(tx, {
    dossierId: dossier.id,
    id,
    utilisateur: auteur.utilisateur,
    motif: examen.phrase,
    taille: octets.length,
    empreinte: maison.hasher.sha256(octets),
    scelle: sceller(cle, lieu, octets),
  });
  return { issue: "ecarte", phrase: examen.phrase };
}
