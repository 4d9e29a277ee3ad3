import type { Brut, Refus } from "../../dossier/acte.ts";
import { redigerSynthese } from "../../dossier/actes/rediger-synthese.ts";
import { refus } from "../../dossier/refus.ts";
import type { Etat } from "../../law/etat.ts";
import { effacerVersion } from "../../store/dossier/brouillons.ts";
import { tenirTete } from "../../store/dossier/dossiers.ts";
import { capitale } from "../../values/capitale.ts";
import { scellerTexte } from "../contenus/sceller-texte.ts";
import { deciderEtEcrire, type Reponse } from "../dossier/agir.ts";
import { chargerDossier } from "../dossier/charger-dossier.ts";
import { estSonConseiller } from "../dossier/son-conseiller.ts";
import type { Auteur, Maison } from "../maison.ts";
import { abandonner, uneSeuleFois } from "../une-seule-fois.ts";
import { type PartieEnRedaction, redactionDe } from "./lire-redaction.ts";

export interface EnvoiARelire {
  reference: string;
  /** The fields of the act that are no text: the day of the version, whether it was read for what is personal. */
  brut: Brut;
  cle: string;
}

/**
 * « Envoyer à relire »: what is written becomes one version, and one message asks the person to read it. A part whose
 * text did not change keeps its seal, and so her answer: only what changed is asked again.
 */
export function envoyerARelire(
  maison: Maison,
  auteur: Auteur,
  { reference, brut, cle }: EnvoiARelire,
): Promise<Reponse> {
  return uneSeuleFois<Reponse>(maison, auteur, [cle, "envoyerARelire", reference], async (tx) => {
    // Held until the end: what another page writes meanwhile waits, and begins another draft.
    await tenirTete(tx, reference, "seul");
    const dossier = await chargerDossier(tx, reference);
    if (dossier === undefined || !estSonConseiller(dossier, auteur)) {
      return abandonner({ issue: "inconnu" } satisfies Reponse);
    }
    const { parties, pret } = await redactionDe(maison, tx, dossier);
    const manques = parties.flatMap(refusDeLaPartie);
    if (manques.length === 0 && !pret && !relueDepuis(dossier.etat, brut)) {
      manques.push(refus(undefined, RIEN_DE_NEUF));
    }
    if (manques.length > 0) return abandonner({ issue: "refus", refus: manques } satisfies Reponse);
    const saisie: Record<string, readonly string[]> = { date: brut.date ?? [], relue: brut.relue ?? [] };
    const contenus = [];
    for (const { partie, change, envoye, texte } of parties) {
      const scelle = change ? await scellerTexte(maison, tx, dossier, partie, texte) : null;
      if (scelle !== null) contenus.push(scelle.contenu);
      saisie[partie] = [JSON.stringify(scelle?.reference ?? envoye?.reference)];
    }
    for (const { partie: question, brouillon } of parties) {
      if (brouillon === null) continue;
      const vue = { question, version: brouillon.version, aPart: false };
      await effacerVersion(tx, dossier.id, "synthese", vue);
    }
    return await deciderEtEcrire(maison, tx, auteur, dossier, redigerSynthese, { brut: saisie, contenus });
  });
}

/** Whether the same texts were read since for what is personal: that answer alone makes a version. */
function relueDepuis(etat: Etat, brut: Brut): boolean {
  const dite = brut.relue?.[0];
  if (dite !== "oui" && dite !== "non") return false;
  return etat.syntheses.at(-1)?.sansElementPersonnel !== (dite === "oui");
}

const RIEN_DE_NEUF = "Rien n’a changé depuis la dernière version envoyée.";

function refusDeLaPartie({ partie, nom, etat, brouillon }: PartieEnRedaction): Refus[] {
  if (brouillon?.aPart) {
    return [
      refus(partie, `${capitale(nom)} : il y a deux textes. Gardez ce que vous voulez, puis enregistrez.`),
    ];
  }
  if (etat === "vide") return [refus(partie, `Il manque ${nom}.`)];
  if (etat === "en_cours") {
    return [refus(partie, `${capitale(nom)} : cochez « Cette partie est écrite » quand elle l’est.`)];
  }
  return [];
}
