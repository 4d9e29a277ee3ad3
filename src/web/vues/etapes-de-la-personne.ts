import { questionnaireOuvert } from "../../dossier/questionnaire/ouvert.ts";
import type { Attente, Objet } from "../../dossier/signature/objet.ts";
import { partiesDAccord } from "../../dossier/signature/objets/synthese.ts";
import { attentesDe, desaccordsDe } from "../../dossier/signature/objets.ts";
import type { Etat } from "../../law/etat.ts";
import { payeElleMeme } from "../../law/financeurs.ts";
import type { Jour } from "../../values/jour.ts";
import { QUESTIONNAIRE, SANS_ID } from "../adresses-de-la-personne.ts";
import type { GenreDeStatut } from "../ui/status.tsx";
import { compter } from "../ui/typographie.ts";

export interface EtapeDeLaPersonne {
  titre: string;
  genre: GenreDeStatut;
  /** A word of its own for the status, when « À signer » would not say it. */
  mot?: string;
  href: string | null;
  /** Why not yet, or who is to answer. */
  detail: string | null;
  /** What the button that leads there says. */
  bouton: string;
  /** A session to sign: her counsellor may show a code for it. */
  seance: boolean;
}

/** The act itself, where it is one; a paper is read before anything is answered. */
const BOUTONS: Partial<Record<Objet, string>> = {
  seance: "Signer la séance",
  questionnaire: "Signer vos réponses",
  synthese: "Relire votre synthèse",
  conservation: "Choisir",
  suivi: "Répondre",
};
/** A part of the synthesis is read again and answered, before anything is signed. */
export const motDeLAttente = (objet: Objet): { mot?: string } =>
  objet === "synthese" ? { mot: "À relire" } : {};

/** Several screens to read: nobody is told that it takes a minute. */
const TEXTES_LONGS: readonly Objet[] = ["information", "convention", "contrat"];

const ailleurs = { href: null, bouton: "", seance: false } as const;
const versLaSignature = (a: Attente) => ({
  href: adresse(a),
  bouton: BOUTONS[a.objet] ?? "Lire et répondre",
  seance: a.objet === "seance",
});

interface Etape {
  titre: string;
  objets: readonly Objet[];
  faite: (etat: Etat) => boolean;
  /** Whether this bilan has this step at all. */
  existe?: (etat: Etat) => boolean;
  /** « Possible à la dernière séance. » */
  pasEncore: string;
}

const aSigne = (objet: Objet) => (etat: Etat) => etat.signaturesApposees.some((s) => s.objet === objet);
const signe = (signatures: readonly { par: string }[] | undefined) =>
  signatures?.some((s) => s.par === "beneficiaire") === true;

const ETAPES: readonly Etape[] = [
  {
    titre: "Recevoir les informations",
    objets: ["information"],
    faite: (e) => signe(e.information?.signatures),
    pasEncore: "Votre conseiller vous les remet avant l’inscription.",
  },
  {
    titre: "Consentir au bilan",
    objets: ["consentement", "volontariat"],
    faite: (e) => e.consentement !== null,
    pasEncore: "Possible après l’entretien préalable.",
  },
  {
    titre: "Accepter le devis",
    objets: ["devis"],
    faite: (e) => e.devis.some((d) => d.accepteLe !== null),
    pasEncore: "Votre conseiller le prépare.",
  },
  {
    titre: "Signer le contrat",
    objets: ["contrat"],
    existe: payeElleMeme,
    faite: (e) => signe(e.contrat?.signatures),
    pasEncore: "Votre conseiller le prépare.",
  },
  {
    titre: "Signer la convention",
    objets: ["convention"],
    existe: (e) => e.convention?.forme === "tripartite",
    faite: (e) => signe(e.convention?.signatures),
    pasEncore: "Votre employeur vous la transmet.",
  },
  {
    titre: "Décider du calendrier",
    objets: ["document_suivi", "ajustement"],
    faite: (e) => signe(e.documentsSuivi.at(-1)?.signatures),
    pasEncore: "Possible pendant les premières séances.",
  },
  {
    titre: "Signer vos séances",
    objets: ["seance"],
    faite: (e) =>
      e.seances.some((s) => s.statut === "tenue") && !e.seances.some((s) => s.statut === "prevue"),
    pasEncore: "Possible après chaque séance.",
  },
  {
    titre: "Relire votre synthèse",
    objets: ["synthese", "remise"],
    faite: (e) => e.remise !== null,
    pasEncore: "Possible quand votre conseiller l’a écrite.",
  },
  {
    titre: "Choisir ce que l’on garde",
    objets: ["conservation"],
    faite: (e) => aSigne("conservation")(e) || e.conservations.length > 0,
    pasEncore: "Possible quand la synthèse est écrite.",
  },
  {
    titre: "Répondre pour l’entretien de suivi",
    objets: ["suivi"],
    faite: (e) => e.entretienSuivi !== null && e.entretienSuivi.reponse !== null,
    pasEncore: "Votre conseiller vous le propose à la fin.",
  },
];

const adresse = ({ objet, sur }: Attente) => `/mon-bilan/signer/${objet}/${sur ?? SANS_ID}`;

/** One line for each thing that waits in a step; else one line for the step itself. */
function dire(
  etape: Etape,
  etat: Etat,
  attentes: readonly Attente[],
  refusees: readonly Attente[],
): EtapeDeLaPersonne[] {
  const siennes = (liste: readonly Attente[]) => liste.filter((a) => etape.objets.includes(a.objet));
  const lignes = [
    ...siennes(attentes).map(
      (a): EtapeDeLaPersonne => ({
        titre: a.titre,
        genre: "aSigner",
        ...motDeLAttente(a.objet),
        detail:
          a.detail ?? (TEXTES_LONGS.includes(a.objet) ? "Un texte entier, à lire avant de signer." : null),
        ...versLaSignature(a),
      }),
    ),
    ...siennes(refusees).map(
      (a): EtapeDeLaPersonne => ({
        titre: a.titre,
        genre: "enCours",
        ...versLaSignature(a),
        detail: "Vous n’êtes pas d’accord. Votre conseiller va vous répondre.",
      }),
    ),
  ];
  // What she agreed with stays in view beside what still waits, until the whole is handed over.
  const dAccord: readonly { titre: string; detail: string }[] =
    etape.objets.includes("synthese") && !etape.faite(etat) ? partiesDAccord(etat) : [];
  lignes.push(...dAccord.map((p): EtapeDeLaPersonne => ({ ...p, genre: "termine", ...ailleurs })));
  if (lignes.length > 0) return lignes;
  const { titre } = etape;
  return etape.faite(etat)
    ? [{ titre, genre: "termine", detail: null, ...ailleurs }]
    : [{ titre, genre: "pasPossible", detail: etape.pasEncore, ...ailleurs }];
}

/** The questions that she answers before the first session, then again. */
function questions(
  etat: Etat,
  au: Jour,
  { commencees, total }: { commencees: number; total: number },
): EtapeDeLaPersonne {
  const ouvert = questionnaireOuvert(etat);
  const titre = ouvert === "preliminaire" ? "Reprendre vos réponses" : "Dire ce que vous attendez du bilan";
  const aSigner = attentesDe(etat, "beneficiaire", au).find((a) => a.objet === "questionnaire");
  if (aSigner !== undefined) {
    return { titre: aSigner.titre, genre: "aSigner", detail: aSigner.detail, ...versLaSignature(aSigner) };
  }
  if (ouvert === null) return { titre, genre: "termine", detail: null, ...ailleurs };
  return {
    titre,
    genre: "enCours",
    ...(commencees === 0 ? { mot: "À commencer" } : {}),
    href: QUESTIONNAIRE,
    bouton: commencees === 0 ? "Commencer" : "Continuer",
    seance: false,
    detail:
      commencees === 0
        ? `${total} questions, une par page.`
        : `${compter(commencees, "réponse")} sur ${total}.`,
  };
}

/** What can be done comes first, what is over last: the eye lands on what is left. */
const RANGS: Readonly<Record<string, number>> = { aSigner: 0, enCours: 1, pasPossible: 2, termine: 3 };

/** Her steps, each with one of the five statuses: what waits for her first, then the order of a bilan. */
export function etapesDeLaPersonne(
  etat: Etat,
  au: Jour,
  questionnaire: { commencees: number; total: number },
): EtapeDeLaPersonne[] {
  const attentes = attentesDe(etat, "beneficiaire", au);
  const refusees = desaccordsDe(etat, "beneficiaire", au);
  const suite = ETAPES.filter((e) => e.existe?.(etat) !== false).flatMap((e) =>
    dire(e, etat, attentes, refusees),
  );
  return [questions(etat, au, questionnaire), ...suite].toSorted(
    (a, b) => (RANGS[a.genre] ?? 1) - (RANGS[b.genre] ?? 1),
  );
}
