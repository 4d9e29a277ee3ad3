import type { Refus } from "../../dossier/acte.ts";
import { retenir } from "../../dossier/decider.ts";
import { questionnaireRempli } from "../../dossier/faits/deroulement.ts";
import { questionnaireOuvert } from "../../dossier/questionnaire/ouvert.ts";
import { type Moment, QUESTIONS, texteDesReponses } from "../../dossier/questionnaire/questions.ts";
import { refus } from "../../dossier/refus.ts";
import { effacerBrouillons } from "../../store/dossier/brouillons.ts";
import { tenirTete } from "../../store/dossier/dossiers.ts";
import { ouvrirBrouillons } from "../brouillons/ouvrir-brouillons.ts";
import { scellerTexte } from "../contenus/sceller-texte.ts";
import { chargerDossier } from "../dossier/charger-dossier.ts";
import { type Conflit, ecrireFaits, type FaitsEcrits } from "../dossier/ecrire-faits.ts";
import { jourDeParis } from "../heure-de-paris.ts";
import type { Auteur, Maison } from "../maison.ts";
import { prevenirConseillers } from "../messages/prevenir-conseillers.ts";
import { abandonner, uneSeuleFois } from "../une-seule-fois.ts";

export type FinDeQuestionnaire =
  | FaitsEcrits
  | Conflit
  | { issue: "refus"; refus: Refus[] }
  | { issue: "ferme" };

/**
 * « J’ai fini »: the answers become one sealed text and the fact says which headings they answer. She signs it next, in
 * a page that gives it back to her whole.
 */
export function finirQuestionnaire(
  maison: Maison,
  auteur: Auteur,
  { reference, moment, cle }: { reference: string; moment: Moment; cle: string },
): Promise<FinDeQuestionnaire> {
  return uneSeuleFois<FinDeQuestionnaire>(
    maison,
    auteur,
    [cle, "finirQuestionnaire", reference, moment],
    async (tx) => {
      // Held until the end: what another page writes meanwhile waits, and is told that it is finished.
      await tenirTete(tx, reference, "seul");
      const dossier = await chargerDossier(tx, reference);
      if (dossier === undefined || questionnaireOuvert(dossier.etat) !== moment) {
        return abandonner({ issue: "ferme" } satisfies FinDeQuestionnaire);
      }
      const brouillons = await ouvrirBrouillons(maison, tx, dossier, moment);
      const aChoisir = QUESTIONS.find((q) => brouillons.get(q.id)?.aPart);
      if (aChoisir !== undefined) {
        const phrase = `« ${aChoisir.question} » a deux textes. Ouvrez-la, gardez ce que vous voulez, puis revenez.`;
        return abandonner({
          issue: "refus",
          refus: [refus(aChoisir.id, phrase)],
        } satisfies FinDeQuestionnaire);
      }
      const reponses = new Map([...brouillons].map(([question, r]) => [question, r.texte]));
      const scelle = await scellerTexte(maison, tx, dossier, "reponses", texteDesReponses(reponses));
      if (scelle === null) {
        const vide = refus(undefined, "Répondez à une question au moins.");
        return abandonner({ issue: "refus", refus: [vide] } satisfies FinDeQuestionnaire);
      }
      const au = jourDeParis(maison.horloge());
      const fait = questionnaireRempli.nouveau(au, {
        moment,
        rubriques: QUESTIONS.filter((q) => (reponses.get(q.id)?.trim() ?? "") !== "").map((q) => q.rubrique),
        reponses: scelle.reference,
      });
      const decision = retenir(dossier, [fait], au, "constat");
      if ("refus" in decision) {
        return abandonner({ issue: "refus", refus: decision.refus } satisfies FinDeQuestionnaire);
      }
      await prevenirConseillers(maison, tx, dossier, au);
      const ecrit = await ecrireFaits(maison, tx, auteur, dossier, decision.faits, [scelle.contenu]);
      await effacerBrouillons(tx, dossier.id, moment);
      return ecrit;
    },
  );
}
