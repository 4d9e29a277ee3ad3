import type { Refus } from "../../dossier/acte.ts";
import { champContenu, nettoyer } from "../../dossier/champ.ts";
import { lienDeSeanceNote } from "../../dossier/faits/distance.ts";
import { refus } from "../../dossier/refus.ts";
import type { ReferenceContenu } from "../../dossier/schema.ts";
import { scellerSaisie } from "../contenus/sceller-saisie.ts";
import { chargerDossier, cleDuDossier } from "../dossier/charger-dossier.ts";
import { type Conflit, ecrireFaits, type FaitsEcrits } from "../dossier/ecrire-faits.ts";
import { jourDeParis } from "../heure-de-paris.ts";
import type { Auteur, Maison } from "../maison.ts";
import { abandonner, uneSeuleFois } from "../une-seule-fois.ts";
import { coteDe } from "./seance-a-distance.ts";

export type ReponseDeLien = FaitsEcrits | Conflit | { issue: "refus"; refus: Refus[] } | { issue: "inconnu" };

const LONG = 500;
const CHAMP = { lien: champContenu({ libelle: "Lien" }) };

/** An https address as typed, or the sentence that says what is wrong with it. */
function lireLien(saisi: string): string | Refus {
  const texte = nettoyer(saisi);
  if (texte === "") return refus("lien", "Écrivez le lien de la visioconférence.");
  if (texte.length > LONG) return refus("lien", `Ce lien est trop long : ${LONG} caractères au plus.`);
  const url = URL.parse(texte);
  if (url === null || url.protocol !== "https:" || url.hostname === "" || url.username !== "") {
    return refus("lien", "Écrivez un lien qui commence par https://.");
  }
  return url.href;
}

/** Notes where to meet for a session at a distance: sealed before anything is written. The last one counts. */
export function noterLien(
  maison: Maison,
  auteur: Auteur,
  { reference, seance, lien, cle }: { reference: string; seance: string; lien: string; cle: string },
): Promise<ReponseDeLien> {
  return uneSeuleFois<ReponseDeLien>(maison, auteur, [cle, "noterLien", reference, seance], async (tx) => {
    const dossier = await chargerDossier(tx, reference);
    const s = dossier?.etat.seances.find((x) => x.id === seance && x.modalite === "distanciel");
    if (dossier === undefined || s === undefined || coteDe(dossier, auteur) !== "conseiller") {
      return abandonner({ issue: "inconnu" } satisfies ReponseDeLien);
    }
    const lu = lireLien(lien);
    if (typeof lu !== "string") return abandonner({ issue: "refus", refus: [lu] } satisfies ReponseDeLien);
    const cleContenu = await cleDuDossier(maison, tx, dossier.id, "contenu");
    const lieu = { organismeId: auteur.organismeId, dossierId: dossier.id, cleContenu };
    const { brut, contenus } = scellerSaisie(maison, lieu, CHAMP, { lien: [lu] });
    const nomme = JSON.parse(brut.lien![0]!) as ReferenceContenu;
    const fait = lienDeSeanceNote.nouveau(jourDeParis(maison.horloge()), { seance, lien: nomme });
    return await ecrireFaits(maison, tx, auteur, dossier, [fait], contenus);
  });
}
