import type { Acte, Brut, Champs, Refus } from "../../dossier/acte.ts";
import { nettoyer } from "../../dossier/champ.ts";
import { apresFaits, decider } from "../../dossier/decider.ts";
import type { Tx } from "../../store/connexion.ts";
import { refusDuNomDejaAccorde } from "../communication/nom-deja-accorde.ts";
import { type ContenuScelle, scellerSaisie } from "../contenus/sceller-saisie.ts";
import { heureDeParis, jourDeParis } from "../heure-de-paris.ts";
import type { Auteur, Maison } from "../maison.ts";
import { demandeParCourriel } from "../signer/demande-par-courriel.ts";
import { refusDuNomTape } from "../signer/nom-tape.ts";
import { abandonner, uneSeuleFois } from "../une-seule-fois.ts";
import { chargerDossier, cleDuDossier, type DossierCharge } from "./charger-dossier.ts";
import { type Conflit, ecrireFaits, type FaitsEcrits } from "./ecrire-faits.ts";
import { refusDuMemeIntervenant } from "./memes-heures.ts";
import { refusDeLaReserve } from "./reserve.ts";

export interface Demande {
  reference: string;
  acte: Acte;
  brut: Brut;
  /** One-time key of the form: sending it twice has one effect. */
  cle: string;
  /** Number of facts the person saw; undefined from a script, which takes the dossier as it is. */
  vu?: number;
}

export type Reponse = FaitsEcrits | { issue: "refus"; refus: Refus[] } | Conflit | { issue: "inconnu" };

/**
 * Does one act on one dossier: load, seal, decide, and write facts, contents, journal head, list row and answer in one
 * transaction. Nothing is written unless everything is.
 */
export function agir(maison: Maison, auteur: Auteur, demande: Demande): Promise<Reponse> {
  return uneSeuleFois<Reponse>(
    maison,
    auteur,
    [demande.cle, demande.acte.nom, demande.reference],
    async (tx) => {
      const dossier = await chargerDossier(tx, demande.reference);
      if (dossier === undefined) return abandonner({ issue: "inconnu" } satisfies Reponse);
      refuserPerime(dossier, demande.vu);
      const { acte, brut } = demande;
      const champs = acte.champs(dossier.etat, contexteDe(maison, auteur, dossier));
      const scelle = await scellerLaSaisie(maison, tx, dossier.id, champs, brut);
      return await deciderEtEcrire(maison, tx, auteur, dossier, acte, scelle);
    },
  );
}

function refuserPerime(dossier: DossierCharge, vu: number | undefined): void {
  const trouve = dossier.tete.taille;
  if (vu === undefined || vu === trouve) return;
  abandonner({ issue: "conflit", vu, trouve, faits: dossier.faits.slice(vu) } satisfies Conflit);
}

const contexteDe = (maison: Maison, auteur: Auteur, { faits }: DossierCharge) => ({
  au: jourDeParis(maison.horloge()),
  heure: heureDeParis(maison.horloge()),
  role: auteur.role,
  intervenant: auteur.intervenant,
  faits,
});

/** What was typed with its texts sealed already: the rest of an act, inside its transaction. */
export async function deciderEtEcrire(
  maison: Maison,
  tx: Tx,
  auteur: Auteur,
  dossier: DossierCharge,
  acte: Acte,
  scelle: { brut: Brut; contenus: readonly ContenuScelle[] },
): Promise<Reponse> {
  const contexte = contexteDe(maison, auteur, dossier);
  const decision = decider(acte, dossier, scelle.brut, contexte);
  if ("refus" in decision) abandonner({ issue: "refus", refus: decision.refus } satisfies Reponse);
  const autreNom = refusDuNomTape(decision.signe, dossier);
  if (autreNom !== null) abandonner({ issue: "refus", refus: [autreNom] } satisfies Reponse);
  const apres = apresFaits(dossier.initial, dossier.faits, decision.faits, contexte.au);
  const reserve = refusDeLaReserve(dossier, apres, { acte: acte.nom, faits: decision.faits }, auteur);
  if (reserve !== null) abandonner({ issue: "refus", refus: [reserve] } satisfies Reponse);
  const ailleurs = await refusDuMemeIntervenant(tx, dossier, apres, scelle.brut);
  if (ailleurs !== null) abandonner({ issue: "refus", refus: [ailleurs] } satisfies Reponse);
  const deja = await refusDuNomDejaAccorde(maison, tx, auteur, dossier, { ...scelle, ...decision });
  if (deja !== null) abandonner({ issue: "refus", refus: [deja] } satisfies Reponse);
  await demandeParCourriel(maison, tx, dossier, decision.faits, contexte.au);
  return await ecrireFaits(maison, tx, auteur, dossier, decision.faits, scelle.contenus);
}

/** A form without a text to seal asks for no key, nor does one left empty: the key may be gone with the contents. */
async function scellerLaSaisie(maison: Maison, tx: Tx, dossierId: string, champs: Champs, brut: Brut) {
  const aSceller = Object.entries(champs).some(
    ([nom, c]) => c.genre === "contenu" && nettoyer(brut[nom]?.[0] ?? "") !== "",
  );
  if (!aSceller) return { brut, contenus: [] };
  const cleContenu = await cleDuDossier(maison, tx, dossierId, "contenu");
  return scellerSaisie(maison, { organismeId: tx.organismeId, dossierId, cleContenu }, champs, brut);
}
