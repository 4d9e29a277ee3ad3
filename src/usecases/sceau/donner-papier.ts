import type { DocumentImprimable } from "../../documents/moteur/document-imprimable.ts";
import type { NatureDePiece } from "../../dossier/classement.ts";
import { transaction, transactionDeLecture } from "../../store/connexion.ts";
import { ecrirePapierScelle, lireExemplaire } from "../../store/dossier/papiers-scelles.ts";
import { noterSaLecture } from "../acces/lectures-de-contenu.ts";
import type { Auteur, Maison } from "../maison.ts";
import { type PapierDemande, preparerPapier } from "../papiers/imprimer-papier.ts";
import { type Scelle, scellerPourLOrganisme } from "./sceller-pour-l-organisme.ts";

interface Imprimerie {
  maison: Maison;
  auteur: Auteur;
  imprimer: (document: DocumentImprimable) => Promise<Uint8Array>;
  /** Handed to somebody outside, in the author's name: his reading has a row of its own. */
  pourUnTiers?: true;
}

/**
 * The bytes of a paper, sealed, as it is handed out; or what it waits for; undefined when this person may not see it.
 * A proof is kept as it leaves, and the same paper asked again is that very file. A content is sealed at each hand-out
 * and never kept. An authority that does not answer blocks nothing: the paper leaves without time-stamp, and says so.
 */
export async function donnerPapier(
  f: Imprimerie,
  reference: string,
  nom: string,
): Promise<{ octets: Uint8Array } | { manque: string } | undefined> {
  const { maison, auteur } = f;
  const demande = await preparerPapier(maison, auteur, reference, nom);
  if (demande === undefined || "manque" in demande) return demande;
  const pdf = await f.imprimer(demande.document);
  const sceller = () =>
    scellerPourLOrganisme(maison, auteur.organismeId, demande.dossier.initial.organisme, pdf);
  if (demande.papier.classe === "contenu") {
    if (f.pourUnTiers !== true) {
      await transaction(maison.base, auteur, (tx) =>
        noterSaLecture(maison, tx, auteur, demande.dossier, demande.papier.titre),
      );
    }
    return { octets: (await sceller()).octets };
  }
  const avant = maison.hasher.sha256(pdf);
  const garde = () =>
    transactionDeLecture(maison.base, auteur, (tx) => lireExemplaire(tx, demande.dossier.id, nom, avant));
  const connu = await garde();
  if (connu !== undefined) return { octets: connu };
  await garder(f, demande, avant, await sceller());
  // Read again: another request may have kept its own first, and one paper leaves in one form.
  const octets = await garde();
  if (octets === undefined) throw new Error("the sealed paper is gone");
  return { octets };
}

async function garder(
  { maison, auteur }: Imprimerie,
  { dossier, papier }: PapierDemande,
  avant: Uint8Array,
  scelle: Scelle,
): Promise<void> {
  await transaction(maison.base, auteur, (tx) =>
    ecrirePapierScelle(
      tx,
      avant,
      {
        papier: papier.nom,
        scellePar: scelle.scellePar,
        certificat: scelle.certificat,
        scelleLe: scelle.scelleLe,
        horodateLe: scelle.horodatage?.le ?? null,
        autorite: scelle.horodatage === null ? null : (maison.horodateur?.autorite ?? null),
        sansHorodatage: scelle.sansHorodatage,
      },
      {
        dossierId: dossier.id,
        id: maison.nouvelId(),
        nature: NATURE_PAPIER_SCELLE,
        classe: "preuve",
        nom: `${dossier.reference}-${papier.nom}.pdf`,
        typeMedia: "application/pdf",
        empreinte: maison.hasher.sha256(scelle.octets),
        octets: scelle.octets,
      },
    ),
  );
}

/** Nature, in the table of pieces, of a paper as it left sealed. */
const NATURE_PAPIER_SCELLE: NatureDePiece = "papier_scelle";
