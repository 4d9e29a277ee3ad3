import { formatJour } from "../../values/dates-fr.ts";
import { formatDuree, type Minutes } from "../../values/duree.ts";
import { type Jour, joursEntre } from "../../values/jour.ts";
import { formatMoment, ligne, ligneSi } from "../champs.ts";
import { type Cadre, type Composition, composer } from "../papier.ts";
import type { Signature } from "../signature.ts";
import { typographier } from "../typographie.ts";

/** The four actions of L6313-1. */
export type NatureDAction = "formation" | "bilan" | "vae" | "apprentissage";

export interface DonneesCertificat extends Cadre {
  readonly representant: { readonly nom: string; readonly qualite: string };
  readonly beneficiaire: string;
  /** Only when the person is employed and the employer knows of the bilan. */
  readonly employeur: string | null;
  readonly intitule: string;
  readonly nature: NatureDAction;
  readonly du: Jour;
  readonly au: Jour;
  /** Hours really done, from the signed sessions. */
  readonly realise: Minutes;
  readonly faitA: string | null;
  readonly signature: Signature | null;
}

const NATURES: readonly { readonly nature: NatureDAction; readonly libelle: string }[] = [
  { nature: "formation", libelle: "Action de formation" },
  { nature: "bilan", libelle: "Bilan de compétences" },
  { nature: "vae", libelle: "Action de validation des acquis de l’expérience" },
  { nature: "apprentissage", libelle: "Action de formation par apprentissage" },
];

/** « 15,50 h (15 h 30) »: some OPCOs read decimal hours, people read the other. */
export function formatHeuresRealisees(realise: Minutes): string {
  const centiemes = Math.round((realise * 100) / 60);
  const decimal = `${Math.floor(centiemes / 100)},${String(centiemes % 100).padStart(2, "0")}`;
  return `${decimal}\u00a0heures (${formatDuree(realise)})`;
}

/** The certificat de réalisation, with the fields of the official model only: no result, no content. */
export function composerCertificat(d: DonneesCertificat): Composition {
  const refus = [
    ...(joursEntre(d.du, d.au) < 0
      ? ["Le certificat finit avant d’avoir commencé : vérifiez les deux dates."]
      : []),
    ...(d.realise === 0 ? ["Aucune heure n’a été réalisée : il n’y a rien à certifier."] : []),
  ];
  const corps = {
    soussigne: `Je soussigné(e), ${d.representant.nom}, ${typographier(d.representant.qualite)} de ${d.organisme.nom}, atteste que la personne suivante a suivi l’action décrite dans ce certificat.`,
    parties: [
      ligne("Bénéficiaire", d.beneficiaire),
      ...ligneSi("Salarié de l’entreprise", d.employeur),
      ligne("Intitulé de l’action", typographier(d.intitule)),
    ],
    natures: NATURES.map(({ nature, libelle }) => ({ libelle, coche: nature === d.nature })),
    execution: [
      ligne("Du", formatJour(d.du)),
      ligne("Au", formatJour(d.au)),
      ligne("Durée réalisée", formatHeuresRealisees(d.realise)),
    ],
    fait: [ligne("Fait à", d.faitA), ligne("Le", formatJour(d.etabliLe))],
    signataire: { nom: d.representant.nom, qualite: typographier(d.representant.qualite) },
    signature:
      d.signature === null
        ? null
        : { quand: `Signé le ${formatMoment(d.signature)}`, moyen: d.signature.moyen },
  };
  return composer(
    d,
    {
      gabarit: "certificat/certificat.typ",
      intitule: "Certificat de réalisation",
      sousTitre: "Action concourant au développement des compétences",
      corps,
    },
    refus,
  );
}
