import type { Communication, Etat, Signataire } from "../../../law/etat.ts";
import { capitale } from "../../../values/capitale.ts";
import { formatJourLong } from "../../../values/dates-fr.ts";
import { accordVise } from "../../accord-vise.ts";
import { accordsOuverts, autreNommee, cleDe, resteAMontrer } from "../../communications.ts";
import { etapeDe } from "../../etape.ts";
import { communicationAutorisee, communicationRevoquee } from "../../faits/conclusion.ts";
import { TRANSITIONS } from "../../transitions.ts";
import type { Attente, Matiere, ObjetASigner } from "../objet.ts";

type Cible = Pick<Communication, "document" | "destinataire">;

const DOCUMENTS: Record<Communication["document"], string> = {
  synthese: "votre synthèse",
  resultats_detailles: "vos résultats détaillés",
};
/** To whom, as it is said to her. */
const DESTINATAIRES: Record<Communication["destinataire"], string> = {
  cep: "votre conseiller en évolution professionnelle",
  employeur: "votre employeur",
  opco: "l’opérateur de compétences de votre employeur",
  financeur: "celui qui paie le bilan",
  cdc: "la Caisse des Dépôts",
  france_travail: "France Travail",
  autre: "une autre personne",
};

/** Whom she can choose by herself: « une autre personne » is named first, in what her counsellor writes down. */
const AU_CHOIX = (Object.keys(DESTINATAIRES) as Communication["destinataire"][]).filter((d) => d !== "autre");

const idDe = ({ document, destinataire }: Cible) => `${document}.${destinataire}`;
const aQui = (c: Communication, texteDe?: Matiere["texteDe"]) =>
  c.lecteur === null ? DESTINATAIRES[c.destinataire] : (texteDe?.(c.lecteur) ?? autreNommee(c));
function cibleDe(sur: string | null): Cible {
  const [document, destinataire] = (sur ?? "").split(".");
  return { document, destinataire } as Cible;
}
const memes = (a: Cible, b: Cible) => a.document === b.document && a.destinataire === b.destinataire;

const estPermis = (etat: Etat, acte: string, par: Signataire) =>
  par === "beneficiaire" && TRANSITIONS[acte]!.includes(etapeDe(etat));

/** Each document that is still there × each recipient without an agreement that still holds. */
function aDonner(etat: Etat): Cible[] {
  const ouverts = accordsOuverts(etat).filter((c) => c.communiqueLe === null);
  const documents = Object.keys(DOCUMENTS) as Communication["document"][];
  return documents
    .filter((d) => resteAMontrer(etat, d))
    .flatMap((document) =>
      AU_CHOIX.map((destinataire) => ({ document, destinataire })).filter(
        (c) => !ouverts.some((o) => memes(o, c)),
      ),
    );
}

const attente = (c: Cible): Attente => ({
  objet: "communication",
  sur: idDe(c),
  titre: `Montrer ${DOCUMENTS[c.document]}`,
  detail: `à ${DESTINATAIRES[c.destinataire]}`,
});

/** One page a document, where she chooses to whom; the agreement she signs names one recipient. */
function choixParDocument(cibles: readonly Cible[]): Attente[] {
  return [...new Set(cibles.map((c) => c.document))].map((document) => ({
    objet: "communication",
    sur: document,
    titre: `Montrer ${DOCUMENTS[document]}`,
    detail:
      "Choisissez à qui. Pour une autre personne, donnez son nom à votre conseiller : il note votre accord écrit.",
    choix: cibles
      .filter((c) => c.document === document)
      .map((c) => ({ sur: idDe(c), libelle: capitale(`à ${DESTINATAIRES[c.destinataire]}`), aide: null })),
  }));
}

/** Her written agreement: one document, one recipient, given by herself and taken back at will (L6313-4 al. 3). */
export const communication: ObjetASigner = {
  objet: "communication",
  classe: "preuve",
  signataires: ["beneficiaire"],
  attentes: () => [],
  possibles: (etat, par) =>
    estPermis(etat, "autoriserCommunication", par)
      ? [...choixParDocument(aDonner(etat)), ...aDonner(etat).map(attente)]
      : [],
  quoi: () => "votre accord pour montrer un document",
  texte: ({ etat, personne }, { sur }) => {
    const c = cibleDe(sur);
    return {
      modele: "communication.1",
      titre: "Accord pour montrer un document",
      lignes: [
        { terme: "Personne", dit: personne },
        { terme: "Document", dit: DOCUMENTS[c.document] },
        { terme: "À qui", dit: DESTINATAIRES[c.destinataire] ?? "" },
        { terme: "Montré par", dit: etat.organisme.raisonSociale },
      ],
      paragraphes: [
        "Personne ne peut l’exiger, pas même celui qui paie le bilan.",
        "Vous pouvez retirer cet accord quand vous voulez, sans dire pourquoi.",
      ],
      engagement: "Je veux que ce document soit montré à cette personne, et à elle seule.",
    };
  },
  effets: (_, { sur, choix }, le) =>
    choix === undefined ? [communicationAutorisee.nouveau(le, cibleDe(sur))] : [],
  refuser: null,
};

/** The open agreement that a withdrawal is about. */
const retireDe = (etat: Etat, { sur }: Attente) => accordsOuverts(etat).find((c) => cleDe(c) === sur)!;

export const retraitCommunication: ObjetASigner = {
  objet: "retrait_communication",
  classe: "preuve",
  scelle: (etat, attente) => retireDe(etat, attente).lecteur !== null,
  signataires: ["beneficiaire"],
  nature: "constat",
  attentes: () => [],
  possibles: (etat, par, _, texteDe) =>
    estPermis(etat, "revoquerCommunication", par)
      ? accordsOuverts(etat).map(
          (c): Attente => ({
            objet: "retrait_communication",
            sur: cleDe(c),
            titre: "Retirer votre accord",
            detail: `${DOCUMENTS[c.document]}, à ${aQui(c, texteDe)}`,
          }),
        )
      : [],
  quoi: () => "le retrait de votre accord",
  texte: ({ etat, personne, texteDe }, attente) => {
    const c = retireDe(etat, attente);
    return {
      modele: "retrait_communication.1",
      titre: "Retrait d’un accord",
      lignes: [
        { terme: "Personne", dit: personne },
        { terme: "Document", dit: DOCUMENTS[c.document] },
        { terme: "À qui", dit: aQui(c, texteDe) },
        ...(c.accordLe === null ? [] : [{ terme: "Accord du", dit: formatJourLong(c.accordLe) }]),
      ],
      paragraphes:
        c.communiqueLe === null
          ? ["Ce document n’a pas été montré. Il ne le sera pas."]
          : [`Ce document a déjà été montré le ${formatJourLong(c.communiqueLe)}. Il ne le sera plus.`],
      engagement: "Je retire mon accord.",
    };
  },
  effets: (etat, attente, le) => [communicationRevoquee.nouveau(le, accordVise(retireDe(etat, attente)))],
  refuser: null,
};
