import { chiffrer, dechiffrer } from "./chiffre.ts";
import type { ClesExternes } from "./cles-externes.ts";
import { ErreurTrousseau } from "./erreur-trousseau.ts";
import { type ContenuTrousseau, type FichierTenu, nouvelleExterne, type Usage } from "./fichier-trousseau.ts";
import type { SceauDeMessages } from "./secret-message.ts";

/** The outer keys in the keyring file: AES-256-GCM of `node:crypto`. */
export function externesDuFichier({
  present,
  changer,
}: FichierTenu): Omit<ClesExternes, "detruireExternes"> & SceauDeMessages {
  const externesDe = (usage: Usage) =>
    present()
      .externes.filter((e) => e.usage === usage)
      .map((e) => e.id);
  const estDetruite = (id: string) => present().detruites.some((d) => d.id === id);
  const externeDe = (id: string): Buffer => {
    const trouvee = present().externes.find((e) => e.id === id);
    if (trouvee !== undefined) return Buffer.from(trouvee.cle, "base64");
    throw new ErreurTrousseau(
      estDetruite(id)
        ? "La clé de ce dossier est détruite : ses contenus ne s’ouvrent plus."
        : "La clé de ce dossier n’est plus dans le trousseau.",
    );
  };
  const fermer = (usage: Usage, lieu: string, clair: Uint8Array) => {
    const cleExterne = externesDe(usage).at(-1);
    if (cleExterne === undefined)
      throw new ErreurTrousseau(`Le trousseau n’a pas de clé pour cet usage : ${usage}.`);
    return { cleExterne, enveloppe: chiffrer(externeDe(cleExterne), lieu, clair) };
  };
  return {
    envelopper: async (usage, lieu, cle) => fermer(usage, lieu, cle),
    developper: async (lieu, { cleExterne, enveloppe }) => dechiffrer(externeDe(cleExterne), lieu, enveloppe),
    fermerSecret: (lieu, clair) => fermer("message", lieu, clair),
    ouvrirSecret: (lieu, { cleExterne, enveloppe }) => dechiffrer(externeDe(cleExterne), lieu, enveloppe),
    externesDe,
    estDetruite,
    ajouterExterne: async (usage) => {
      const nouvelle = nouvelleExterne(usage);
      await changer((c) => ({ ...c, externes: [...c.externes, nouvelle] }));
      return nouvelle.id;
    },
  };
}

/** The keyring without these outer keys, whose names it keeps. */
export function sansExternes(c: ContenuTrousseau, ids: readonly string[], le: string): ContenuTrousseau {
  const finies = c.externes.filter((e) => ids.includes(e.id));
  return {
    ...c,
    externes: c.externes.filter((e) => !ids.includes(e.id)),
    detruites: [...c.detruites, ...finies.map(({ id, usage }) => ({ id, usage, detruiteLe: le }))],
  };
}
