import { randomUUID } from "node:crypto";
import { partieDe } from "../dossier/parties-synthese.ts";
import { attentesDe } from "../dossier/signature/objets.ts";
import type { PartieSynthese } from "../law/etat.ts";
import { consulterDossier } from "../usecases/dossier/consulter-dossier.ts";
import type { Auteur, Maison } from "../usecases/maison.ts";
import { apposerSignature } from "../usecases/signer/apposer-signature.ts";
import { exprimerDesaccord } from "../usecases/signer/exprimer-desaccord.ts";
import { lireASigner } from "../usecases/signer/lire-a-signer.ts";
import { envoyerARelire } from "../usecases/synthese/envoyer-a-relire.ts";
import { garderParties } from "../usecases/synthese/garder-parties.ts";
import { formatJourSaisie } from "../values/dates-fr.ts";
import type { Jour } from "../values/jour.ts";

/** What she answers to the parts that wait for her: why she says no to one, and yes to every other. */
export async function relireLaSynthese(
  maison: Maison,
  conseiller: Auteur,
  reference: string,
  { nom, pasDAccord }: { nom: string; pasDAccord: Partial<Record<PartieSynthese, string>> },
): Promise<void> {
  const elle: Auteur = { ...conseiller, role: "beneficiaire", intervenant: "" };
  const { etat, au } = (await consulterDossier(maison, conseiller, reference))!;
  for (const { objet, sur } of attentesDe(etat, "beneficiaire", au)) {
    if (objet !== "synthese") continue;
    const vu = (await lireASigner(maison, elle, { reference, objet, sur }))!;
    const commun = { reference, objet, sur, empreinte: vu.montre.empreinte, cle: randomUUID() };
    const raison = pasDAccord[partieDe(sur).partie];
    const reponse =
      raison === undefined
        ? await apposerSignature(maison, elle, { ...commun, nom, atteste: true, moyen: "compte" })
        : await exprimerDesaccord(maison, elle, { ...commun, raison });
    if (reponse.issue !== "fait") throw new Error(`${nom}, ${sur}: ${JSON.stringify(reponse)}`);
  }
}

/** Her counsellor writes the refused parts again in the room, and sends them: the others keep her answer. */
export async function reprendreLaSynthese(
  maison: Maison,
  conseiller: Auteur,
  reference: string,
  { jour, textes }: { jour: Jour; textes: Partial<Record<PartieSynthese, string>> },
): Promise<void> {
  await garderParties(
    maison,
    conseiller,
    reference,
    Object.entries(textes).map(([question, texte]) => ({
      question: question as PartieSynthese,
      texte,
      vu: 0,
      redaction: null,
      aPartVu: null,
      seule: false,
      fini: true,
    })),
  );
  const brut = { date: [formatJourSaisie(jour)], relue: ["oui"] };
  const envoi = await envoyerARelire(maison, conseiller, { reference, brut, cle: randomUUID() });
  if (envoi.issue !== "fait") throw new Error(`${reference}: ${JSON.stringify(envoi)}`);
}
