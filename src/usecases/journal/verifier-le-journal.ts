import { type Tx, transactionDeLecture } from "../../store/connexion.ts";
import { lireCle } from "../../store/dossier/cles.ts";
import { type BilanDuJournal, verifierJournal } from "../../store/journal/verifier-journal.ts";
import { ScelleIllisible } from "../../vault/chiffre.ts";
import { cleDuDossier } from "../dossier/charger-dossier.ts";
import type { Maison } from "../maison.ts";
import { nommerCle } from "./signer-journal.ts";

/** Checks one organisation's whole journal against its tables; each `constat` is something that is not as it must be. */
export async function verifierLeJournal(maison: Maison, organismeId: string): Promise<BilanDuJournal> {
  return await transactionDeLecture(maison.base, organismeId, async (tx) => {
    const fermees: string[] = [];
    const cle = nommerCle(maison, organismeId, maison.trousseau.signataire(organismeId).publique);
    const bilan = await verifierJournal(tx, {
      cle,
      clePreuve: (dossierId) => clePreuve(maison, tx, dossierId, (phrase) => fermees.push(phrase)),
    });
    return { ...bilan, constats: [...bilan.constats, ...fermees] };
  });
}

/** undefined when the key was destroyed at its term; one that does not open is something to tell. */
async function clePreuve(
  maison: Maison,
  tx: Tx,
  dossierId: string,
  signaler: (phrase: string) => void,
): Promise<Uint8Array | undefined> {
  if ((await lireCle(tx, dossierId, "preuve")) === undefined) return undefined;
  try {
    return await cleDuDossier(maison, tx, dossierId, "preuve");
  } catch (erreur) {
    if (!(erreur instanceof ScelleIllisible)) throw erreur;
    signaler(`Dossier ${dossierId} : sa clé de preuve a été modifiée, elle ne s’ouvre plus.`);
    return undefined;
  }
}
