import type { Refus } from "../../../dossier/acte.ts";
import type { EtatDePartie } from "../../../dossier/avancement-synthese.ts";
import type { PartieEnRedaction } from "../../../usecases/synthese/lire-redaction.ts";
import { formatJourLong } from "../../../values/dates-fr.ts";
import type { Jour } from "../../../values/jour.ts";
import { direEnregistre } from "../../brouillon.ts";
import { ChampCase } from "../../ui/champs/choix.tsx";
import { ChampContenu } from "../../ui/champs/texte-long.tsx";
import { Notice } from "../../ui/notice.tsx";
import { type GenreDeStatut, Status } from "../../ui/status.tsx";
import { fr } from "../../ui/typographie.ts";
import { AutreTexte, TexteAPart } from "../../vues/deux-textes.tsx";
import { Texte } from "../../vues/texte.tsx";

/** How the state of a part is said. */
export const ETATS_DE_PARTIE: Readonly<Record<EtatDePartie, { genre: GenreDeStatut; mot: string }>> = {
  vide: { genre: "pasPossible", mot: "Vide" },
  en_cours: { genre: "enCours", mot: "En cours" },
  ecrite: { genre: "termine", mot: "Écrite, à envoyer" },
  a_relire: { genre: "aSigner", mot: "À relire par la personne" },
  d_accord: { genre: "termine", mot: "D’accord" },
  pas_d_accord: { genre: "probleme", mot: "Pas d’accord" },
};

const AIDES: Readonly<Record<PartieEnRedaction["partie"], { titre: string; aide: string }>> = {
  circonstances: {
    titre: "1. Les circonstances du bilan",
    aide: "Pourquoi et dans quel cadre il a été fait.",
  },
  competences: {
    titre: "2. Les compétences et les aptitudes",
    aide: "Au regard des perspectives envisagées.",
  },
  projet: {
    titre: "3. Le projet professionnel",
    aide: "Et la formation s’il y en a une, avec les principales étapes prévues.",
  },
};

const LU_PAR_VOUS_SEUL = "Lu par vous seul tant que vous ne l’envoyez pas.";
const ENVOYE = "Envoyé une fois : ce que vous y changez est lu par vous seul jusqu’au prochain envoi.";

/** What was typed and is not kept yet, and the newer text that another page kept meanwhile. */
export interface SaisieDePartie {
  texte: string;
  fini: boolean;
  gardee?: string;
}

function SesMots({ partie, prenom }: { partie: PartieEnRedaction; prenom: string }) {
  const { desaccord, raison, observation } = partie;
  return (
    <>
      {desaccord === null || partie.etat === "d_accord" ? null : (
        <div class="mt-2">
          <Notice genre="alerte" titre={`${prenom} n’est pas d’accord, ${formatJourLong(desaccord.date)}.`}>
            {raison === null ? "Sans dire pourquoi." : <Texte texte={raison} />}
          </Notice>
        </div>
      )}
      {observation === null ? null : (
        <div class="mt-2">
          <Notice genre="information" titre={`${prenom} ajoute :`}>
            <Texte texte={observation} />
          </Notice>
        </div>
      )}
    </>
  );
}

/** One part: its state, her words, the text, and whether it is written. */
export function PartieDeLaSynthese(p: {
  partie: PartieEnRedaction;
  prenom: string;
  saisie: SaisieDePartie | undefined;
  refus: readonly Refus[];
  au: Jour;
}) {
  const { partie, prenom, saisie, au } = p;
  const { partie: nom, brouillon } = partie;
  const { titre, aide } = AIDES[nom];
  const texte = saisie?.texte ?? partie.texte;
  return (
    <section class="mt-6" aria-labelledby={`partie-${nom}`} data-zone>
      <h2 id={`partie-${nom}`}>{titre}</h2>
      <p class="mt-2" data-etat>
        <Status {...ETATS_DE_PARTIE[partie.etat]} />
      </p>
      <SesMots partie={partie} prenom={prenom} />
      {saisie?.gardee === undefined ? null : (
        <>
          <Notice genre="alerte" titre="Une autre page a enregistré un texte plus récent.">
            Rien n’est perdu. Le voici, au-dessus du vôtre. Gardez ce que vous voulez, puis enregistrez.
          </Notice>
          <AutreTexte id={`gardee-${nom}`} titre="Le texte enregistré" texte={saisie.gardee} />
        </>
      )}
      {brouillon?.aPart == null || saisie?.gardee !== undefined ? null : (
        <Notice genre="alerte" titre="Cette partie a deux textes.">
          Elle a été écrite depuis deux pages ou deux appareils. Rien n’est effacé. Gardez ce que vous voulez,
          puis enregistrez.
        </Notice>
      )}
      <TexteAPart id={`a-part-${nom}`} aPart={brouillon?.aPart ?? null} texte={texte} au={au} />
      <input type="hidden" name={`version.${nom}`} value={String(brouillon?.version ?? 0)} />
      <input type="hidden" name={`envoye.${nom}`} value={partie.envoye?.reference.id ?? ""} />
      {brouillon?.aPart == null ? null : (
        <input type="hidden" name={`aPart.${nom}`} value={String(brouillon.aPart.version)} />
      )}
      <ChampContenu
        nom={nom}
        libelle={`${saisie?.gardee === undefined ? "Le texte" : "Le vôtre"} : ${partie.nom}`}
        aide={`${aide} ${partie.envoye === null ? LU_PAR_VOUS_SEUL : ENVOYE}`}
        lignes={10}
        requis
        valeur={texte}
        erreur={p.refus.find((r) => r.champ === nom)?.phrase}
      />
      <p class="minor" role="status" data-brouillon-dit>
        {brouillon === null || saisie !== undefined
          ? null
          : fr(`Vous reprenez votre brouillon. ${direEnregistre(brouillon.le, au)}`)}
      </p>
      <ChampCase
        nom={`fini.${nom}`}
        libelle={`Cette partie est écrite : ${partie.nom}`}
        valeur={saisie?.fini ?? partie.fini}
        requis
      />
    </section>
  );
}
