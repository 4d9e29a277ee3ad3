import { z } from "zod";
import { defineFait } from "../fait.ts";
import { ouNul, sCode, sJour, sTexte } from "../schema.ts";

export const controleOuvert = defineFait({
  type: "controle_ouvert.v1",
  libelle: "Lettre de contrôle reçue",
  schema: z.object({
    organe: z.enum(["cdc", "drieets", "opco", "certificateur"]),
    echeance: ouNul(sJour),
    pieces: z.array(sCode),
  }),
  evolve: (etat, d, trace) => ({
    controles: [...etat.controles, { ...trace, ...d, recuLe: trace.date, reponduLe: null, closLe: null }],
  }),
});

const dernierOuvert = (controles: readonly { closLe: unknown }[]) =>
  controles.findLastIndex((c) => c.closLe === null);

export const controleRepondu = defineFait({
  type: "controle_repondu.v1",
  libelle: "Réponse au contrôle envoyée",
  schema: z.object({ preuve: ouNul(sTexte) }),
  evolve: (etat, _, trace) => ({
    controles: etat.controles.map((c, i) =>
      i === dernierOuvert(etat.controles) ? { ...c, reponduLe: trace.date } : c,
    ),
  }),
});

export const controleClos = defineFait({
  type: "controle_clos.v1",
  libelle: "Contrôle clos",
  schema: z.object({}),
  evolve: (etat, _, trace) => ({
    controles: etat.controles.map((c, i) =>
      i === dernierOuvert(etat.controles) ? { ...c, closLe: trace.date } : c,
    ),
  }),
});

/** A paper entered or made: its nature, its class at birth, and the SHA-256 of its bytes. */
export const pieceVersee = defineFait({
  type: "piece_versee.v1",
  libelle: "Pièce versée",
  schema: z.object({
    piece: z.string().max(64),
    nature: sCode,
    classe: z.enum(["preuve", "contenu"]),
    titre: sTexte,
    /** SHA-256, hexadecimal, of a proof; a content is named by its commitment instead. */
    empreinte: z
      .string()
      .regex(/^[0-9a-f]{64}$/, { error: "Une empreinte SHA-256 a 64 chiffres hexadécimaux, en minuscules." }),
  }),
  recit: (d) => d.titre,
  evolve: () => ({}),
});

/** Corrects an earlier fact, named by its id. `remplacement` null cancels it; the original stays readable. */
export const faitCorrige = defineFait({
  type: "fait_corrige.v1",
  libelle: "Fait corrigé",
  schema: z.object({
    corrige: z.string().max(64),
    date: ouNul(sJour),
    remplacement: ouNul(z.record(z.string(), z.unknown())),
    motif: sTexte,
  }),
  recit: (d) => d.motif,
  evolve: () => ({}),
});
