import { enBlocs } from "../blocs.ts";
import { formatMomentLong, groupesDEmpreinte, ligne, type Moment } from "../champs.ts";
import { type Cadre, type Composition, composer } from "../papier.ts";

export interface DonneesRecu extends Cadre {
  /** « D-2026-0147-31 »: the dossier and the rank of the fact. */
  numero: string;
  genre: "signature" | "desaccord";
  /** First name and name of who signed. */
  signataire: string;
  /** What was signed, with its article: « la séance du 3 décembre 2026 ». */
  quoi: string;
  le: Moment;
  /** How he was known: « depuis son compte ». */
  moyen: string;
  /** Of the text that was shown: its SHA-256, or the commitment to it when it is sealed; hexadecimal. */
  empreinte: string;
  /** The text is a sealed content. */
  texteScelle: boolean;
  /** What comes next, one sentence. */
  suite: string;
}

/** Receipt of one signature or of one no: its holder is a witness, since it carries the checkpoint. */
export function composerRecu(d: DonneesRecu): Composition {
  const accord = d.genre === "signature";
  return composer(d, {
    gabarit: "recu/recu.typ",
    intitule: accord ? "Reçu de signature" : "Reçu de désaccord",
    sousTitre: "À garder : il dit ce qui a été répondu, et quand",
    corps: {
      parties: [
        ligne("Reçu n°", d.numero),
        ligne(accord ? "Signé" : "Non signé", d.quoi),
        ligne("Par", d.signataire),
        ligne("Le", `${formatMomentLong(d.le)}, heure de Paris`),
        ligne("Comment", d.moyen),
      ],
      empreinte: groupesDEmpreinte(d.empreinte),
      texteScelle: d.texteScelle,
      ensuite: enBlocs(d.suite),
      scelle: d.temoin !== null,
    },
  });
}
