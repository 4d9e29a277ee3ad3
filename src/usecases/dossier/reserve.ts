import type { Refus } from "../../dossier/acte.ts";
import { contenusNommes } from "../../dossier/contenus-nommes.ts";
import type { Fait, FaitNouveau } from "../../dossier/fait.ts";
import { faitCorrige } from "../../dossier/faits/controle.ts";
import { refus } from "../../dossier/refus.ts";
import type { Etat } from "../../law/etat.ts";
import type { Auteur } from "../maison.ts";
import type { DossierCharge } from "./charger-dossier.ts";
import { estSonConseiller, sesIntervenants } from "./son-conseiller.ts";

/** Acts that take away what only her counsellor and she may read, or write over it. */
const A_ELLE_SEULE = new Set([
  "detruireContenus",
  "retirerConservation",
  "autoriserConservation",
  "redigerSynthese",
]);

const PAS_LE_SIEN = refus(
  undefined,
  "Ces contenus ne sont pas les vôtres : vous ne conduisez pas ce bilan.",
  "Cela devient possible pour qui a tenu l’entretien ou une séance, et pour qui gère l’organisme.",
);
const UN_DE_PLUS = refus(
  undefined,
  "Vous ne pouvez pas ajouter un intervenant à ce bilan : il lirait ce que la personne a confié.",
  "Cela devient possible pour qui conduit déjà ce bilan, et pour qui gère l’organisme.",
);
const PLUS_PERSONNE = refus(
  undefined,
  "Plus personne ne conduirait ce bilan : un autre prendrait la place, et lirait ce que la personne a confié.",
  "Cela devient possible pour qui conduit déjà ce bilan, et pour qui gère l’organisme.",
);

const porteUnTexte = ({ donnees }: Pick<Fait, "donnees">) => contenusNommes(donnees).length > 0;

/** Whether these facts say of one that holds a text of hers that it did not take place: nobody is shown it any more. */
function ecarteUnTexte(dossier: Pick<DossierCharge, "faits">, faits: readonly FaitNouveau[]): boolean {
  return faits.some((f) => {
    if (f.type !== faitCorrige.type) return false;
    const { corrige, remplacement } = f.donnees as { corrige: string; remplacement: unknown };
    return remplacement === null && dossier.faits.some((x) => x.id === corrige && porteUnTexte(x));
  });
}

/**
 * What the dossier keeps to those who conduct it (L6313-4), whatever the act: who is not one of them neither adds an
 * intervenant, who would read the contents, nor takes the last one away, nor destroys or cancels what was written. Whoever manages the organisation may, as when a
 * counsellor has left. `apres`: the state that the decided facts give. null when nothing is against it.
 */
export function refusDeLaReserve(
  dossier: Pick<DossierCharge, "etat" | "faits">,
  apres: Pick<Etat, "entretien" | "seances">,
  { acte, faits }: { acte: string; faits: readonly FaitNouveau[] },
  auteur: Auteur,
): Refus | null {
  if (auteur.gere === true || estSonConseiller(dossier, auteur)) return null;
  const avant = new Set(sesIntervenants(dossier.etat));
  // Before the first meeting nobody conducts it yet: whoever holds the interview does from then on.
  if (avant.size === 0) return null;
  if (A_ELLE_SEULE.has(acte) || ecarteUnTexte(dossier, faits)) return PAS_LE_SIEN;
  const restent = sesIntervenants(apres);
  if (restent.length === 0 && dossier.faits.some(porteUnTexte)) return PLUS_PERSONNE;
  return restent.every((i) => avant.has(i)) ? null : UN_DE_PLUS;
}
