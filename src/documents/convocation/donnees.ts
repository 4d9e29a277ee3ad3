import { formatJourLong } from "../../values/dates-fr.ts";
import { formatDuree, type Minutes } from "../../values/duree.ts";
import { formatHeure, type Heure } from "../../values/heure.ts";
import type { Jour } from "../../values/jour.ts";
import type { Territoire } from "../../values/territoire.ts";
import { enBlocs } from "../blocs.ts";
import { ligne, ligneSi } from "../champs.ts";
import { type Cadre, type Composition, composer } from "../papier.ts";
import { heureDuLieu } from "./heure-du-lieu.ts";

export interface DonneesConvocation extends Cadre {
  readonly destinataire: { readonly nom: string; readonly adresse: readonly string[] };
  readonly jour: Jour;
  readonly debut: Heure;
  readonly duree: Minutes | null;
  readonly ou: { readonly lieu: readonly string[] } | { readonly lien: string };
  /** Where the organisation is: whose hour it is when the place does not tell. */
  readonly territoire: Territoire;
  readonly conseiller: string | null;
  /** Whom to call the day itself. */
  readonly appeler: {
    readonly nom: string | null;
    readonly telephone: string | null;
    readonly courriel: string | null;
  };
  /** How to move or cancel, in the words of the organisation. */
  readonly deplacer: string | null;
  /** What to bring or prepare. */
  readonly aPrevoir: string | null;
  /** The person asked that no paper names the service. */
  readonly discretion: boolean;
}

// Anything that tells why the person comes: the name of the service, or of the system that pays for it.
const REVELATEUR = /bilan|compétence|competence|formation|reconversion/i;

/** The appointment. The discreet one never says what it is for, not even in the file's title or the header. */
export function composerConvocation(d: DonneesConvocation): Composition {
  const corps = {
    destinataire: [d.destinataire.nom, ...d.destinataire.adresse],
    quand: {
      jour: formatJourLong(d.jour),
      heure: `${formatHeure(d.debut)}, ${heureDuLieu("lieu" in d.ou ? d.ou.lieu : null, d.territoire)}`,
    },
    details: [
      ...ligneSi("Durée", d.duree === null ? null : formatDuree(d.duree)),
      "lien" in d.ou ? ligne("Lien", d.ou.lien) : ligne("Lieu", d.ou.lieu.join("\n")),
      ligne("Avec", d.conseiller),
    ],
    appeler: [
      ...ligneSi("Personne", d.appeler.nom),
      ligne("Téléphone", d.appeler.telephone),
      ...ligneSi("Courriel", d.appeler.courriel),
    ],
    deplacer: d.deplacer === null ? null : enBlocs(d.deplacer),
    aPrevoir: d.aPrevoir === null ? null : enBlocs(d.aPrevoir),
  };
  return composer(
    d,
    {
      gabarit: "convocation/convocation.typ",
      intitule: "Votre rendez-vous",
      sousTitre: d.discretion ? null : "Bilan de compétences",
      corps,
      discretion: d.discretion,
    },
    d.discretion ? refuserIndiscretion(d, corps) : [],
  );
}

function refuserIndiscretion(d: DonneesConvocation, corps: object): string[] {
  const { nom, adresse, courriel, logo } = d.organisme;
  const enTete = [nom, ...adresse, courriel ?? "", d.reference, d.temoin ?? "", logo?.alternative ?? ""];
  if (!REVELATEUR.test(JSON.stringify([enTete, corps]))) return [];
  return [
    "Cette personne a demandé la discrétion, et la convocation laisserait deviner pourquoi elle vient (nom du centre, adresse électronique, lieu ou consignes). Donnez-leur une forme neutre.",
  ];
}
