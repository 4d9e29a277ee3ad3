import { existsSync } from "node:fs";
import { type CleVivante, ecrireClesVivantes, lireClesVivantes } from "./cles-vivantes.ts";
import { ErreurTrousseau } from "./erreur-trousseau.ts";
import {
  type ContenuTrousseau,
  cheminDesClesVivantes,
  cheminDuRegistre,
  creerTrousseau,
  ecrireTrousseau,
  lireTrousseau,
  marqueDuTrousseau,
  nouvelleExterne,
  type Usage,
} from "./fichier-trousseau.ts";
import { type PartsDOrganismes, partsDOrganismes } from "./part-d-organisme.ts";
import { type CleDePhrase, deriver, nouvelleDerivation } from "./phrase.ts";
import {
  type DestructionAInscrire,
  inscrireAuRegistre,
  lireRegistre,
  type Registre,
} from "./registre-destructions.ts";
import { type Signataires, signatairesDe } from "./signataires.ts";
import { derivationDuTrousseau } from "./trousseau-scelle.ts";

export interface Trousseau extends Signataires, PartsDOrganismes {
  /** The outer key that wraps what is created now for that usage. */
  externe(usage: Usage): { id: string; cle: Buffer };
  /** Throws `ErreurTrousseau` when it was destroyed, or is not here. */
  externeDe(id: string): Buffer;
  /** Ids of the outer keys of that usage, the one in use last. */
  externesDe(usage: Usage): string[];
  /** Whether that outer key was here and was destroyed. */
  estDetruite(id: string): boolean;
  /** Ids of the outer keys of dossiers that were destroyed. */
  externesDetruites(): string[];
  /** Makes the outer key that wraps from now on, and gives its id. The older ones still open. */
  ajouterExterne(usage: Usage): Promise<string>;
  /**
   * Destroys outer keys: nothing that they wrapped opens again, in any copy. What that makes effective enters the
   * register first. Unknown ids are passed over.
   */
  detruireExternes(
    ids: readonly string[],
    le: string,
    destructions: readonly DestructionAInscrire[],
  ): Promise<void>;
  /** The register of destructions. Throws `ErreurTrousseau` when it is missing, cut or altered. */
  registre(): Registre;
  /** Throws `ErreurTrousseau` when what a restored database needs beside the keyring is missing, cut or altered. */
  exigerDeQuoiRestaurer(): void;
  /** Keeps the wrapped keys that live, outside of the database too. */
  garderClesVivantes(lots: AsyncIterable<readonly CleVivante[]>): Promise<void>;
  clesVivantes(): AsyncGenerator<CleVivante>;
  /** Whether a passphrase seals it. */
  estScelle(): boolean;
  /** Seals it with that passphrase from now on, or with none. Other processes that hold it open must start again. */
  sceller(phrase: string | null): Promise<void>;
  /** When its oldest key was made. */
  creeLe(): string;
  /** Secret that signs the cookies of sessions. */
  secretDeSession(): string;
}

/**
 * Opens the keyring file, made at the first start with rights for its owner only. It lies outside PostgreSQL and its
 * backups: that is what makes a destruction final. Another process may change it at any time: it is read again as soon
 * as the file is another one. Whoever changes it holds the lock of the keyring in the database.
 * `phrase`: the key of its passphrase, when one seals it. `attendu`: the database already holds sealed keys, so a missing keyring is a loss, not a first start.
 */
export async function ouvrirTrousseau(
  chemin: string,
  attendu = false,
  phrase?: CleDePhrase,
): Promise<Trousseau> {
  if (!existsSync(chemin)) {
    if (attendu) {
      throw new ErreurTrousseau(
        `Le trousseau de clés ${chemin} manque : sans lui, rien de ce qui est scellé ne s’ouvre. Remettez-le en place.`,
      );
    }
    await creerTrousseau(chemin);
  }
  const cheminRegistre = cheminDuRegistre(chemin);
  let marque = marqueDuTrousseau(chemin);
  let cle = phrase;
  let contenu = lireTrousseau(chemin, cle);
  const present = (): ContenuTrousseau => {
    const vue = marqueDuTrousseau(chemin);
    if (vue !== marque) {
      contenu = lireTrousseau(chemin, cle);
      marque = vue;
    }
    return contenu;
  };
  const estScelle = () => derivationDuTrousseau(chemin) !== null;
  const changer = (changement: (c: ContenuTrousseau) => ContenuTrousseau) =>
    ecrireTrousseau(chemin, changement(lireTrousseau(chemin, cle)), estScelle() ? cle : undefined);
  const externeDe = (id: string): Buffer => {
    const { externes, detruites } = present();
    const trouvee = externes.find((e) => e.id === id);
    if (trouvee !== undefined) return Buffer.from(trouvee.cle, "base64");
    throw new ErreurTrousseau(
      detruites.some((d) => d.id === id)
        ? "La clé de ce dossier est détruite : ses contenus ne s’ouvrent plus."
        : "La clé de ce dossier n’est plus dans le trousseau.",
    );
  };
  const externesDe = (usage: Usage) =>
    present()
      .externes.filter((e) => e.usage === usage)
      .map((e) => e.id);
  const externesDetruites = () =>
    present()
      .detruites.filter((d) => d.usage === "contenu" || d.usage === "preuve")
      .map((d) => d.id);
  return {
    externe: (usage) => {
      const id = externesDe(usage).at(-1);
      if (id === undefined)
        throw new ErreurTrousseau(`Le trousseau n’a pas de clé pour cet usage : ${usage}.`);
      return { id, cle: externeDe(id) };
    },
    externeDe,
    externesDe,
    estDetruite: (id) => present().detruites.some((d) => d.id === id),
    externesDetruites,
    ajouterExterne: async (usage) => {
      const nouvelle = nouvelleExterne(usage);
      await changer((c) => ({ ...c, externes: [...c.externes, nouvelle] }));
      return nouvelle.id;
    },
    detruireExternes: async (ids, le, destructions) => {
      const avant = lireRegistre(cheminRegistre, present().registre);
      const registre = await inscrireAuRegistre(cheminRegistre, avant, destructions);
      await changer((c) => {
        const finies = c.externes.filter((e) => ids.includes(e.id));
        return {
          ...c,
          externes: c.externes.filter((e) => !ids.includes(e.id)),
          detruites: [...c.detruites, ...finies.map(({ id, usage }) => ({ id, usage, detruiteLe: le }))],
          registre,
        };
      });
    },
    registre: () => lireRegistre(cheminRegistre, present().registre),
    exigerDeQuoiRestaurer: () => {
      lireRegistre(cheminRegistre, present().registre);
      // Before the first turn no key was ever wrapped anew: those of the database are the living ones.
      const vivantes = cheminDesClesVivantes(chemin);
      if (externesDetruites().length > 0 && !existsSync(vivantes)) {
        throw new ErreurTrousseau(
          `Le fichier des clés vivantes ${vivantes} manque : sans lui, les contenus restaurés ne s’ouvriraient plus. Remettez-le en place, à côté du trousseau.`,
        );
      }
    },
    garderClesVivantes: (lots) => ecrireClesVivantes(cheminDesClesVivantes(chemin), lots),
    clesVivantes: () => lireClesVivantes(cheminDesClesVivantes(chemin)),
    estScelle,
    sceller: async (nouvelle) => {
      const tout = lireTrousseau(chemin, cle);
      cle = nouvelle === null ? undefined : await deriver(nouvelle, nouvelleDerivation());
      await ecrireTrousseau(chemin, tout, cle);
    },
    ...signatairesDe({ present, changer }),
    ...partsDOrganismes({ present, changer }),
    creeLe: () => present().externes.reduce((a, { creeLe: b }) => (b < a ? b : a), "9999"),
    secretDeSession: () => present().session,
  };
}
