import { composerRecu } from "../../documents/recu/donnees.ts";
import { desaccordExprime, signatureApposee } from "../../dossier/faits/signature.ts";
import { attentesDe, objetDeNom } from "../../dossier/signature/objets.ts";
import { parseBase64 } from "../../evidence/base64.ts";
import { hex } from "../../evidence/bytes.ts";
import type { Signataire } from "../../law/etat.ts";
import { type DossierCharge, limiterA } from "../dossier/charger-dossier.ts";
import { nomComplet } from "../dossier/identite.ts";
import { heureDeParis } from "../heure-de-paris.ts";
import { cadreDe } from "./cadre.ts";
import { faitsDe } from "./faits.ts";
import type { Papier } from "./papier.ts";
import { MOYENS_A_L_ECRAN } from "./signatures.ts";

const RIEN = "Rien d’autre n’attend votre signature pour le moment.";

/** The signature or the no that is the n-th fact. */
function avisDeRang(dossier: DossierCharge, n: number) {
  const [signe, refuse] = [faitsDe(dossier, signatureApposee), faitsDe(dossier, desaccordExprime)];
  const signature = signe.find((f) => f.n === n);
  if (signature !== undefined) {
    const { moyen, objet, sur, par, texte, memeAppareil } = signature.donnees;
    const dit = memeAppareil && moyen !== "appareil_du_conseiller" ? ", sur l’appareil du conseiller" : "";
    const comment = `${MOYENS_A_L_ECRAN[moyen]}${dit}`;
    return { genre: "signature" as const, fait: signature, moyen: comment, objet, sur, par, texte };
  }
  const desaccord = refuse.find((f) => f.n === n);
  if (desaccord === undefined) return undefined;
  return {
    genre: "desaccord" as const,
    fait: desaccord,
    moyen: MOYENS_A_L_ECRAN.compte,
    ...desaccord.donnees,
  };
}

/** What was signed, in the words that the dossier had just before. */
export function quoiDuRecu(dossier: DossierCharge, n: number): string | null {
  const avis = avisDeRang(dossier, n);
  const definition = avis === undefined ? undefined : objetDeNom(avis.objet);
  if (avis === undefined || definition === undefined) return null;
  const { objet, sur } = avis;
  return definition.quoi(limiterA(dossier, n - 1).etat, { objet, sur, titre: "", detail: null });
}

function nomDuSignataire({ identite, etat }: DossierCharge, par: Signataire): string {
  if (par === "beneficiaire") return nomComplet(identite);
  return par === "conseiller"
    ? "Le conseiller"
    : par === "organisme"
      ? etat.organisme.raisonSociale
      : "L’employeur";
}

/** The receipt of the signature, or of the no, that is the n-th fact of the dossier. */
function recuDeRang(n: number): Papier {
  return {
    nom: `recu-${n}`,
    titre: "Reçu",
    quoi: "Ce qui a été signé, quand, et ce qui permet de le vérifier.",
    classe: "preuve",
    auControle: false,
    acte: null,
    temoinDe: () => n,
    composer: (matiere) => {
      const { dossier } = matiere;
      const avis = avisDeRang(dossier, n);
      const quoi = quoiDuRecu(dossier, n);
      if (avis === undefined || quoi === null) return { manque: "Aucune signature ne porte ce numéro." };
      const { texte, fait, par, genre, moyen } = avis;
      const [suivante] = attentesDe(limiterA(dossier, n).etat, par, fait.date);
      return composerRecu({
        ...cadreDe(matiere, fait.date),
        numero: `${dossier.reference}-${n}`,
        genre,
        signataire: nomDuSignataire(dossier, par),
        quoi,
        le: { jour: fait.date, heure: heureDeParis(fait.consigne) },
        moyen,
        empreinte: texte.empreinte ?? hex(parseBase64(texte.contenu?.engagement ?? "")),
        texteScelle: texte.empreinte === null,
        suite: suivante === undefined ? RIEN : `${suivante.titre}.`,
      });
    },
  };
}

const RECU = /^recu-([1-9]\d{0,5})$/;

/** The receipt that such a name asks for; undefined for any other name. */
export function recuDeNom(nom: string): Papier | undefined {
  const n = RECU.exec(nom)?.[1];
  return n === undefined ? undefined : recuDeRang(Number(n));
}
