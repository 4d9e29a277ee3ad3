import { composerConvention } from "../../documents/convention/donnees.ts";
import type { Signataire as SignataireDuPapier } from "../../documents/signature.ts";
import { signatureApposee } from "../../dossier/faits/signature.ts";
import type { TexteASigner } from "../../dossier/signature/objet.ts";
import { texteDuContrat } from "../../dossier/signature/objets/contrat.ts";
import { partiesDeLaConvention, texteDeLaConvention } from "../../dossier/signature/objets/convention.ts";
import { employeurAuDossier } from "../../law/calcul/employeur.ts";
import type { Etat, Signataire, Signature } from "../../law/etat.ts";
import { financeAvecConvention, payeElleMeme, planOuReclassement } from "../../law/financeurs.ts";
import type { Jour } from "../../values/jour.ts";
import { hasherNode } from "../../verifier/hasher-node.ts";
import { nomComplet } from "../dossier/identite.ts";
import { empreinteDuTexte, etatJusqua } from "../signer/texte-a-signer.ts";
import { cadreDe } from "./cadre.ts";
import { faitDeId, faitsDe } from "./faits.ts";
import { SANS_NOMS } from "./noms.ts";
import type { Matiere, Papier } from "./papier.ts";
import { signataireNote } from "./signatures.ts";

/** What a paper of this kind is made of: the text that is signed, under which fact, and by whom. */
interface Engagement {
  nature: "convention" | "contrat";
  texte: TexteASigner;
  sur: string;
  le: Jour;
  parties: readonly Signataire[];
  signatures: readonly Signature[];
  entreprise: string | null;
}

/** Convention with the employer or a funder: the text that its parties sign, and who signed it. */
export const convention: Papier = {
  nom: "convention",
  titre: "Convention",
  quoi: "Ce que l’organisme, la personne et qui paie ont convenu, et qui a signé.",
  classe: "preuve",
  auControle: true,
  acte: "transmettreConvention",
  concerne: (etat) => etat.convention !== null || planOuReclassement(etat) || financeAvecConvention(etat),
  composer: (matiere) => {
    const { dossier } = matiere;
    const c = dossier.etat.convention;
    if (c === null) return { manque: "Aucune convention n’est encore transmise." };
    return composer(matiere, {
      nature: "convention",
      texte: texteDeLaConvention(etatJusqua(dossier, c.fait), c, nomComplet(dossier.identite)),
      sur: c.fait,
      le: faitDeId(dossier, c.fait)!.date,
      parties: partiesDeLaConvention(dossier.etat, c),
      signatures: c.signatures,
      entreprise: c.entreprise,
    });
  },
};

/** Contract of a person who pays herself (L6353-3). */
export const contrat: Papier = {
  nom: "contrat",
  titre: "Contrat",
  quoi: "Ce que la personne qui paie elle-même a convenu avec l’organisme, et qui a signé.",
  classe: "preuve",
  auControle: true,
  acte: "proposerContrat",
  concerne: (etat) => etat.contratPropose !== null || etat.contrat !== null || payeElleMeme(etat),
  composer: (matiere) => {
    const { dossier } = matiere;
    const { contratPropose: propose, contrat: signe }: Etat = dossier.etat;
    if (propose === null) {
      return {
        manque:
          signe === null
            ? "Aucun contrat n’est encore proposé."
            : "Le contrat est noté signé sur papier : le dossier n’en a pas le texte.",
      };
    }
    return composer(matiere, {
      nature: "contrat",
      texte: texteDuContrat(etatJusqua(dossier, propose.fait), propose, nomComplet(dossier.identite)),
      sur: propose.fait,
      le: propose.date,
      parties: ["beneficiaire", "organisme"],
      signatures: signe?.signatures ?? [],
      entreprise: null,
    });
  },
};

function composer(matiere: Matiere, e: Engagement) {
  const { texte } = e;
  const { empreinte } = empreinteDuTexte(hasherNode, texte);
  return composerConvention({
    ...cadreDe(matiere, e.le),
    titre: texte.titre,
    lignes: texte.lignes,
    parties: texte.sections ?? [],
    paragraphes: texte.paragraphes,
    incomplet: texte.incomplet ?? null,
    empreinte,
    signataires: e.parties.map((par) => signataire(matiere, e, par, empreinte)),
  });
}

/** A funder signs in the same place where the dossier has no employer. */
function pourQui(etat: Etat, entreprise: string | null): string {
  if (!employeurAuDossier(etat)) return "Pour le financeur";
  return entreprise === null ? "Pour l’employeur" : `Pour l’employeur, ${entreprise}`;
}

/** Who signed, when, and the number of his receipt; one who signed other words than these is not said to have signed them. */
function signataire(
  { dossier, noms = SANS_NOMS }: Matiere,
  { nature: objet, sur, signatures, entreprise }: Engagement,
  par: Signataire,
  empreinte: string,
): SignataireDuPapier {
  const { representant } = dossier.etat.organisme;
  const prevu =
    par === "beneficiaire"
      ? { qualite: "La personne", nom: nomComplet(dossier.identite) }
      : par === "employeur"
        ? {
            qualite: pourQui(dossier.etat, entreprise),
            nom: noms.employeur,
          }
        : { qualite: "Pour l’organisme", nom: representant?.nom ?? null };
  const note = signataireNote(dossier, { objet, sur, signatures }, par, prevu);
  const fait = faitsDe(dossier, signatureApposee).find(
    ({ donnees: d }) => d.objet === objet && d.sur === sur && d.par === par,
  );
  if (fait === undefined || note.signature === null) return note;
  const recu = `reçu n° ${dossier.reference}-${fait.n}`;
  const moyen =
    fait.donnees.texte.empreinte === empreinte
      ? `${note.signature.moyen}, ${recu}`
      : `${note.signature.moyen}, sous une autre rédaction que garde le ${recu}`;
  return {
    ...note,
    nom: par === "beneficiaire" ? note.nom : (noms.comptes.get(fait.auteur.utilisateur) ?? note.nom),
    signature: { ...note.signature, moyen },
  };
}
