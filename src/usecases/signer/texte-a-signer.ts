import { etatDe } from "../../dossier/evolve.ts";
import { faitCorrige } from "../../dossier/faits/controle.ts";
import {
  type Attente,
  estScelle,
  type ObjetASigner,
  type TexteASigner,
} from "../../dossier/signature/objet.ts";
import { texteCanonique } from "../../dossier/signature/texte-canonique.ts";
import { hex, utf8 } from "../../evidence/bytes.ts";
import type { Hasher } from "../../evidence/hasher.ts";
import type { Etat } from "../../law/etat.ts";
import type { Tx } from "../../store/connexion.ts";
import type { Jour } from "../../values/jour.ts";
import { ouvrirContenus } from "../contenus/contenus-ouverts.ts";
import type { DossierCharge } from "../dossier/charger-dossier.ts";
import { nomComplet } from "../dossier/identite.ts";
import type { Maison } from "../maison.ts";

/** A text as it is shown and as it is kept. `empreinte`: SHA-256 of `octets`, hexadecimal. */
export interface TexteMontre {
  texte: TexteASigner;
  octets: Uint8Array;
  empreinte: string;
}

/** Writes the text that a signatory is shown; a sealed content is opened only for what is a content itself. */
export async function texteMontre(
  maison: Maison,
  tx: Tx,
  dossier: DossierCharge,
  attente: Attente & { definition: ObjetASigner },
  au: Jour,
): Promise<TexteMontre> {
  const { definition } = attente;
  const textes = estScelle(dossier.etat, attente) ? await ouvrirContenus(maison, tx, dossier) : null;
  const texte = definition.texte(
    {
      etat: dossier.etat,
      alors: (fait) => etatJusqua(dossier, fait),
      personne: nomComplet(dossier.identite),
      texteDe: (id) => textes?.get(id) ?? null,
      contenusDe: (fait) => contenusDuFait(dossier, fait),
    },
    attente,
    au,
  );
  return { texte, ...empreinteDuTexte(maison.hasher, texte) };
}

/** The bytes of a text to the letter, and their fingerprint: what a signature is held against. */
export function empreinteDuTexte(hasher: Hasher, texte: TexteASigner): Omit<TexteMontre, "texte"> {
  const octets = utf8(texteCanonique(texte));
  return { octets, empreinte: hex(hasher.sha256(octets)) };
}

/** The state just after one fact, as it is read today: a correction that came later still corrects what came before. */
export function etatJusqua({ initial, faits }: Pick<DossierCharge, "initial" | "faits">, id: string): Etat {
  const rang = faits.findIndex((f) => f.id === id);
  return etatDe(
    initial,
    faits.filter((f, i) => i <= rang || f.type === faitCorrige.type),
  );
}

/** Ids of the sealed contents that a fact names, by field. */
function contenusDuFait({ faits }: DossierCharge, id: string): Record<string, string> {
  const donnees = faits.find((f) => f.id === id)?.donnees ?? {};
  return Object.fromEntries(
    Object.entries(donnees).flatMap(([champ, v]) =>
      typeof v === "object" && v !== null && "engagement" in v && "id" in v ? [[champ, String(v.id)]] : [],
    ),
  );
}
