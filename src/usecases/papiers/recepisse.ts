import { composerRecepisse } from "../../documents/recepisse/donnees.ts";
import { definitionDe } from "../../dossier/catalogue.ts";
import { syntheseRemise } from "../../dossier/faits/conclusion.ts";
import { PARTIES } from "../../dossier/parties-synthese.ts";
import { parseBase64 } from "../../evidence/base64.ts";
import { hex } from "../../evidence/bytes.ts";
import type { Etat, Remise } from "../../law/etat.ts";
import { capitale } from "../../values/capitale.ts";
import type { DossierCharge } from "../dossier/charger-dossier.ts";
import { nomComplet } from "../dossier/identite.ts";
import { cadreDe } from "./cadre.ts";
import { faitDeId, faitsDe, nomIntervenant } from "./faits.ts";
import type { Papier } from "./papier.ts";
import { signataireNote } from "./signatures.ts";

const NATURES = { synthese: "synthese", resultats_detailles: "resultats" } as const;

/** Récépissé de remise: its holder keeps the journal's line, and so can tell a history that was written again. */
export const recepisse: Papier = {
  nom: "recepisse-de-remise",
  titre: "Récépissé de remise",
  quoi: "La personne a reçu sa synthèse et ses résultats détaillés.",
  classe: "preuve",
  auControle: true,
  acte: "remettreSynthese",
  temoinDe: (dossier) => faitDeId(dossier, dossier.etat.remise?.fait ?? "")?.n ?? null,
  composer: (matiere) => {
    const { etat, identite } = matiere.dossier;
    const { remise } = etat;
    if (remise === null) return { manque: "La synthèse n’est pas encore remise." };
    const conseiller = quiRemet(etat, remise);
    const fait = faitsDe(matiere.dossier, syntheseRemise).find((f) => f.id === remise.fait);
    const signe = { objet: "remise", sur: remise.fait, signatures: remise.signatures } as const;
    return composerRecepisse({
      ...cadreDe(matiere, remise.date),
      beneficiaire: nomComplet(identite),
      conseiller,
      remis: { jour: remise.date, heure: null },
      mode: null,
      pieces: remise.documents.map((d) => ({
        nature: NATURES[d],
        surPapier: fait?.donnees.surPapier.includes(d) ?? false,
        textes: (fait?.donnees.textes ?? [])
          .filter((t) => t.document === d)
          .map((t) => ({
            nom: nomDuTexte(matiere.dossier, t),
            empreinte: hex(parseBase64(t.engagement)),
          })),
      })),
      signataires: [
        signataireNote(matiere.dossier, signe, "beneficiaire", {
          qualite: "Le bénéficiaire",
          nom: nomComplet(identite),
        }),
      ],
    });
  },
};

/** A part of the synthesis by its name; a result by what it is the result of, which its fact says. */
function nomDuTexte(dossier: DossierCharge, { fait, cle }: { fait: string; cle: string }): string {
  const partie = PARTIES.find((p) => p.partie === cle);
  if (partie !== undefined) return capitale(partie.nom);
  const source = faitDeId(dossier, fait);
  return (source === undefined ? null : definitionDe(source.type).recit(source.donnees)) ?? "Texte";
}

// Handed over at the last appointment: its counsellor, when there is one session that day.
function quiRemet(etat: Etat, remise: Remise): string | null {
  const seance = etat.seances.find((s) => s.statut === "tenue" && s.date === remise.date);
  return nomIntervenant(etat, seance?.intervenant);
}
