import { epreuveDuLogo } from "../../documents/epreuve-logo/epreuve.ts";
import type { DocumentImprimable } from "../../documents/moteur/document-imprimable.ts";
import { ErreurImpression } from "../../documents/moteur/erreur-impression.ts";
import type { Refus } from "../../dossier/acte.ts";
import { formatDuLogo } from "../../dossier/parties-organisme/logo.ts";
import type { LogoOrganisme } from "../../law/etat.ts";
import { jourDeParis } from "../heure-de-paris.ts";
import type { Auteur, Maison } from "../maison.ts";
import { changerOrganisme, type DemandeDeChangement, type ReponseDOrganisme } from "./changer-organisme.ts";

const PAS_IMPRIMABLE: Refus = {
  champ: "fichier",
  phrase: "Cette image ne peut pas être imprimée : elle est abîmée, ou elle va chercher une autre image.",
  remede: "Enregistrez-la de nouveau en PNG depuis un logiciel de dessin, puis choisissez-la.",
};

export interface LogoEnvoye {
  /** Bytes of the file; null to keep the image and change what is said of it. */
  octets: Uint8Array | null;
  alternative: string;
}

/**
 * Puts a logo on the papers, once it was really printed: a damaged image would stop every paper of the organisation.
 */
export async function changerLogo(
  maison: Maison,
  imprimer: (document: DocumentImprimable) => Promise<Uint8Array>,
  auteur: Auteur & { nom: string },
  { octets, alternative }: LogoEnvoye,
  { cle, vu }: Pick<DemandeDeChangement, "cle" | "vu">,
): Promise<ReponseDOrganisme> {
  const lu = octets === null ? null : await lireLogo(maison, imprimer, octets, alternative);
  if (lu !== null && "phrase" in lu) return { issue: "refus", refus: [lu] };
  return await changerOrganisme(maison, auteur, {
    sujet: ["logo"],
    cle,
    vu,
    changer: (organisme) => {
      const image = lu ?? organisme.logo;
      if (image === null) return [{ champ: "fichier", phrase: "Choisissez une image." }];
      const quoi = organisme.logo === null ? "Logo ajouté" : "Logo changé";
      return { organisme: { ...organisme, logo: { ...image, alternative } }, quoi };
    },
  });
}

/** Takes the logo away: papers show the name alone. */
export function retirerLogo(
  maison: Maison,
  auteur: Auteur & { nom: string },
  { cle, vu }: Pick<DemandeDeChangement, "cle" | "vu">,
): Promise<ReponseDOrganisme> {
  return changerOrganisme(maison, auteur, {
    sujet: ["logo", "retirer"],
    cle,
    vu,
    changer: (organisme) =>
      organisme.logo === null ? null : { organisme: { ...organisme, logo: null }, quoi: "Logo retiré" },
  });
}

async function lireLogo(
  maison: Maison,
  imprimer: (document: DocumentImprimable) => Promise<Uint8Array>,
  octets: Uint8Array,
  alternative: string,
): Promise<LogoOrganisme | Refus> {
  const format = formatDuLogo(octets, enTexte(octets));
  if (typeof format !== "string") return format;
  try {
    await imprimer(epreuveDuLogo({ format, octets, alternative }, jourDeParis(maison.horloge())));
  } catch (erreur) {
    if (erreur instanceof ErreurImpression) return PAS_IMPRIMABLE;
    throw erreur;
  }
  return { format, base64: Buffer.from(octets).toString("base64"), alternative };
}

function enTexte(octets: Uint8Array): string | null {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(octets);
  } catch {
    return null;
  }
}
