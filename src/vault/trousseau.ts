import { existsSync } from "node:fs";
import type { ClesExternes } from "./cles-externes.ts";
import { type CleVivante, ecrireClesVivantes, lireClesVivantes } from "./cles-vivantes.ts";
import { ErreurTrousseau } from "./erreur-trousseau.ts";
import { externesDuFichier, sansExternes } from "./externes-du-fichier.ts";
import {
  type ContenuTrousseau,
  cheminDesClesVivantes,
  cheminDuRegistre,
  creerTrousseau,
  ecrireTrousseau,
  lireTrousseau,
  marqueDuTrousseau,
} from "./fichier-trousseau.ts";
import { type PartsDOrganismes, partsDOrganismes } from "./part-d-organisme.ts";
import { type CleDePhrase, deriver, nouvelleDerivation } from "./phrase.ts";
import {
  type DestructionAInscrire,
  inscrireAuRegistre,
  lireRegistre,
  type Registre,
} from "./registre-destructions.ts";
import type { SceauDeMessages } from "./secret-message.ts";
import { type Signataires, signatairesDe } from "./signataires.ts";
import { derivationDuTrousseau } from "./trousseau-scelle.ts";

export interface Trousseau extends ClesExternes, SceauDeMessages, Signataires, PartsDOrganismes {
  /** Ids of the outer keys of dossiers that were destroyed. */
  externesDetruites(): string[];
  /**
   * Destroys outer keys: nothing that they wrapped opens again, in any copy. What that makes effective enters the
   * register first. Unknown ids are passed over.
   */
  detruireExternes(
    ids: readonly string[],
    le: string,
    destructions?: readonly DestructionAInscrire[],
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
  const externesDetruites = () =>
    present()
      .detruites.filter((d) => d.usage === "contenu" || d.usage === "preuve")
      .map((d) => d.id);
  return {
    ...externesDuFichier({ present, changer }),
    externesDetruites,
    detruireExternes: async (ids, le, destructions = []) => {
      const avant = lireRegistre(cheminRegistre, present().registre);
      const registre = await inscrireAuRegistre(cheminRegistre, avant, destructions);
      await changer((c) => ({ ...sansExternes(c, ids, le), registre }));
    },
    registre: () => {
      const { taille, empreinte } = present().registre;
      const { lignes } = lireRegistre(cheminRegistre, { taille, empreinte });
      // Written before its outer key was destroyed, a line beyond says what is not effective yet.
      return { lignes: lignes.slice(0, taille), taille, empreinte };
    },
    exigerDeQuoiRestaurer: () => {
      const { taille } = lireRegistre(cheminRegistre, present().registre);
      // Before the first turn no key was ever wrapped anew: those of the database are the living ones.
      const vivantes = cheminDesClesVivantes(chemin);
      if (taille + externesDetruites().length > 0 && !existsSync(vivantes)) {
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
