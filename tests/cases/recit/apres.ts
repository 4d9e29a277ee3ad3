import { apres, total } from "../calendrier.ts";
import { type Fait, fait } from "../dossier.ts";
import type { Contexte } from "../recit.ts";
import { jourDuSuivi, montantDu } from "./fin.ts";

/** Facts later than this day would be told before they happen. */
const DERNIER_JOUR = "2026-11-20";

/** Certificate, invoice and its payment, the follow-up interview when its day has come. */
export function apresLeBilan(c: Contexte): Fait[] {
  const cpf = c.paiement === "cpf";
  const certifie = c.paiement === "employeur" || c.paiement === "opco";
  const parUnOrganisme = !cpf && c.paiement !== "fonds_propres" && c.paiement !== "employeur";
  const numero = `${c.fin.slice(0, 4)}-${c.reference.replaceAll(/\D/g, "").slice(-3)}`;
  const facture = apres(c.fin, cpf ? 4 : 2, c.territoire);
  const suivi = jourDuSuivi(c);
  return [
    ...(certifie
      ? [fait(apres(c.fin, 1, c.territoire), "certificat_emis", { minutes: total(c.faites) })]
      : []),
    ...(parUnOrganisme ? [fait(c.fin, "financeur_informe", { evenement: "fin" })] : []),
    ...(cpf ? [fait(apres(c.fin, 3, c.territoire), "service_fait_valide")] : []),
    fait(facture, "facture_emise", {
      numero,
      lignes: [{ nature: "accompagnement", minutes: total(c.faites), montant: montantDu(c) }],
    }),
    fait(apres(facture, 12, c.territoire), "facture_payee", { numero }),
    ...(c.arret === undefined && c.suivi !== "refuse" && suivi <= DERNIER_JOUR
      ? [fait(suivi, "suivi_tenu")]
      : []),
  ];
}
