import {
  DOCUMENTS_DE_CONTENU,
  PIECES_GARDEES,
  SCELLES_A_COTE,
  TEXTES_SCELLES,
} from "../../../dossier/classement.ts";
import { nomsDesDocuments } from "../../../dossier/options-fin.ts";
import { conservationContenus } from "../../../law/parameters/conservation-contenus.ts";
import { PAPIERS } from "../../../usecases/papiers/catalogue.ts";
import { Block } from "../../ui/layout.tsx";
import { Notice } from "../../ui/notice.tsx";
import { Table } from "../../ui/table.tsx";
import { fr } from "../../ui/typographie.ts";

export const PARTIES_DU_CLASSEMENT = [
  { id: "contenus", titre: "Les contenus" },
  { id: "preuves", titre: "Les preuves" },
  { id: "durees", titre: "Les durées et leurs sources" },
];
const [CONTENUS, PREUVES, DUREES] = PARTIES_DU_CLASSEMENT;

const gardable = conservationContenus.values.at(-1)!;

/** What an agreement may keep of a document; the synthesis has a case of its own in the law. */
const exception = (document: (typeof DOCUMENTS_DE_CONTENU)[number]) =>
  `Oui, ${gardable.value} ans au plus, avec son accord écrit pour un suivi${document === "synthese" ? ", ou si elle a été communiquée à sa demande" : ""}`;

function Contenus() {
  const lignes = DOCUMENTS_DE_CONTENU.flatMap((document) =>
    Object.values(TEXTES_SCELLES)
      .filter((t) => t.document === document)
      .map((t) => [fr(t.libelle), nomsDesDocuments([document]), "Au terme", fr(exception(document))]),
  );
  const papiers = PAPIERS.filter((p) => p.classe === "contenu");
  return (
    <Block id={CONTENUS!.id} titre={CONTENUS!.titre}>
      <p class="mt-2">
        Chaque texte reçoit sa classe avant sa première lettre. Un contenu est scellé&nbsp;: seuls la personne
        et son conseiller le lisent. Il est détruit au terme, sauf ce qu’un accord garde.
      </p>
      <Table
        titre="Les contenus, et ce qu’un accord peut en garder"
        titreCache
        cartes
        colonnes={[
          { libelle: "Quoi" },
          { libelle: "De quel document" },
          { libelle: "Détruit" },
          { libelle: "Peut être gardé" },
        ]}
        lignes={[
          ...lignes,
          ...Object.values(SCELLES_A_COTE).map((l) => [fr(l), "Aucun", "Au terme, ou avant", "Non"]),
          ...papiers.map((p) => [`${p.titre}, en PDF`, "Le même", "Fait à la demande, jamais gardé", "Non"]),
        ]}
      />
    </Block>
  );
}

function Preuves() {
  const papiers = PAPIERS.filter((p) => p.classe === "preuve");
  return (
    <Block id={PREUVES!.id} titre={PREUVES!.titre}>
      <p class="mt-2">
        Une preuve dit qu’une chose a eu lieu, et rien de ce qui a été dit. Elle reste quand les contenus sont
        détruits. Les faits du journal sont des preuves&nbsp;: d’un texte, ils ne portent qu’un engagement.
      </p>
      <Table
        titre="Les preuves"
        titreCache
        cartes
        colonnes={[{ libelle: "Quoi" }, { libelle: "Ce qu’elle dit" }]}
        lignes={[
          ...papiers.map((p) => [p.titre, fr(p.quoi)]),
          ...Object.values(PIECES_GARDEES).map((l) => [fr(l), "Le fichier tel qu’il a été remis ou signé"]),
        ]}
      />
    </Block>
  );
}

/** What is content and what is proof, from the tables that the program itself goes by. */
export function Classement() {
  return (
    <>
      <Contenus />
      <Preuves />
      <Block id={DUREES!.id} titre={DUREES!.titre}>
        <p class="mt-2">
          Les contenus partent au terme, les preuves à la plus longue de leurs durées.{" "}
          <a href="/aide/durees">Chaque durée et sa source</a>
        </p>
        <p class="minor mt-2">Ces tableaux viennent de ceux auxquels le programme obéit.</p>
        <Notice genre="information" titre="Plusieurs durées peuvent courir pour les preuves.">
          La plus longue l’emporte. Un contrôle ouvert les fait rester jusqu’à sa clôture.
        </Notice>
      </Block>
    </>
  );
}
