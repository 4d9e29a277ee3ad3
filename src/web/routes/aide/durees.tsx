import { HORIZON } from "../../../dossier/durees/prevoir.ts";
import { DUREES, type Duree } from "../../../dossier/durees/table.ts";
import { LIBELLES_CONFIANCE, type Source } from "../../../law/sources.ts";
import { formatJour } from "../../../values/dates-fr.ts";
import { Block } from "../../ui/layout.tsx";
import { Notice } from "../../ui/notice.tsx";
import { Table } from "../../ui/table.tsx";
import { fr } from "../../ui/typographie.ts";

export const PARTIES_DES_DUREES = [
  { id: "dites", titre: "Ce que les textes disent" },
  { id: "choisies", titre: "Ce que l’organisme choisit" },
  { id: "garde-fous", titre: "Avant d’effacer" },
];
const [DITES, CHOISIES, GARDE_FOUS] = PARTIES_DES_DUREES;

const lue = ({ ref, luLe, confiance }: Source) =>
  `${ref}, ${LIBELLES_CONFIANCE[confiance]}${confiance === "memoire" ? "" : ` le ${formatJour(luLe)}`}`;

const depuis = (d: Duree) =>
  d.depuis === "" ? "" : `, depuis : ${d.depuis[0]!.toLowerCase()}${d.depuis.slice(1)}`;

function TableDesDurees({ titre, durees }: { titre: string; durees: readonly Duree[] }) {
  return (
    <Table
      titre={titre}
      titreCache
      cartes
      colonnes={[
        { libelle: "Quoi" },
        { libelle: "Combien de temps" },
        { libelle: "Ensuite" },
        { libelle: "Source" },
      ]}
      lignes={durees.map((d) => [
        fr(d.quoi),
        fr(`${d.duree}${depuis(d)}.`),
        fr(`${d.ensuite}${d.annonce === null ? "" : ` Annoncé ${d.annonce} jours avant, au moins.`}`),
        fr(`${d.sources.map(lue).join(" ; ")}.`),
      ])}
    />
  );
}

/** The table of retention, from the one that the clock itself goes by. */
export function Durees() {
  const toutes: readonly Duree[] = Object.values(DUREES);
  return (
    <>
      <Block id={DITES!.id} titre={DITES!.titre}>
        <TableDesDurees titre="Durées dites par un texte" durees={toutes.filter((d) => !d.auChoix)} />
        <p class="minor mt-2">Ce tableau est celui auquel le programme obéit.</p>
      </Block>
      <Block id={CHOISIES!.id} titre={CHOISIES!.titre}>
        <p class="mt-2">
          Pour celles-ci, aucun texte n’a été lu. L’application prévient. Elle efface seulement si l’organisme
          le décide, dans «&nbsp;Les {HORIZON} prochains jours&nbsp;».
        </p>
        <TableDesDurees titre="Durées laissées au choix" durees={toutes.filter((d) => d.auChoix)} />
      </Block>
      <Block id={GARDE_FOUS!.id} titre={GARDE_FOUS!.titre}>
        <ul class="plain-links">
          <li>Rien n’est effacé sans avoir été annoncé à qui gère l’organisme.</li>
          <li>Après trois jours d’arrêt, ou un saut de l’horloge, chaque annonce recommence.</li>
          <li>Si l’horloge recule, tout s’arrête jusqu’à ce qu’une personne dise que l’heure est juste.</li>
          <li>Un contrôle ouvert ou un gel garde les preuves. Les contenus partent à leur terme.</li>
        </ul>
        <Notice genre="information" titre="Vos papiers et vos fichiers restent à votre charge.">
          L’application efface ce qu’elle tient. Vos cahiers, vos tests sur papier et vos copies, non.
        </Notice>
      </Block>
    </>
  );
}
