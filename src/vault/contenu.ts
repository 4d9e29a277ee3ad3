import { chiffrer, dechiffrer } from "./chiffre.ts";

export interface LieuDuContenu {
  organismeId: string;
  dossierId: string;
  contenuId: string;
  version: number;
}

const lieu = (l: LieuDuContenu) =>
  `probant/contenu/1\0${l.organismeId}\0${l.dossierId}\0${l.contenuId}\0${l.version}`;

/** Seals a content under its dossier's content key, bound to its place: organisation, dossier, content, version. */
export function sceller(cle: Uint8Array, l: LieuDuContenu, clair: Uint8Array): Buffer {
  return chiffrer(cle, lieu(l), clair);
}

/** Opens it again; throws `ScelleIllisible` anywhere else or with any other key. */
export function ouvrir(cle: Uint8Array, l: LieuDuContenu, scelle: Uint8Array): Buffer {
  return dechiffrer(cle, lieu(l), scelle);
}
