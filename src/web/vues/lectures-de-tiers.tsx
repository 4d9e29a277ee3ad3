import type { LectureDeContenuLue } from "../../usecases/acces/lectures-de-contenu.ts";
import {
  LECTEURS,
  LECTURES_MONTREES,
  type LectureDeTiersLue,
} from "../../usecases/acces/lectures-de-tiers.ts";
import { Block } from "../ui/layout.tsx";
import { EmptyState } from "../ui/notice.tsx";
import { Table } from "../ui/table.tsx";
import { fr } from "../ui/typographie.ts";
import { direMoment } from "./dire-moment.ts";

/** Who of the organisation opened her sealed texts, and the first moment of each day. */
export function LecturesDuCentre({ lectures }: { lectures: readonly LectureDeContenuLue[] }) {
  return (
    <Block id="lectures-centre" titre="Qui a lu vos textes, au centre">
      {lectures.length === 0 ? (
        <EmptyState titre="Personne ne les a lus">
          Si votre conseiller ouvre vos réponses, ses notes ou votre synthèse, vous le verrez ici.
        </EmptyState>
      ) : (
        <Table
          titre="Qui a lu vos textes, et quel jour"
          titreCache
          cartes
          colonnes={[{ libelle: "Première lecture du jour" }, { libelle: "Qui" }, { libelle: "Quoi" }]}
          lignes={lectures.map((l) => [direMoment(l.quand), l.nom, fr(l.quoi)])}
        />
      )}
      {lectures.length < LECTURES_MONTREES ? null : (
        <p class="minor mt-2">Les {LECTURES_MONTREES} derniers jours de lecture.</p>
      )}
    </Block>
  );
}

/** Who outside the organisation read what, and when. `vide` says what comes here while nothing was read. */
export function LecturesDeTiers({
  lectures,
  vide,
}: {
  lectures: readonly LectureDeTiersLue[];
  vide: string;
}) {
  return (
    <Block id="lectures" titre="Ce qui a été lu">
      {lectures.length === 0 ? (
        <EmptyState titre="Rien n’a été lu">{vide}</EmptyState>
      ) : (
        <Table
          titre="Ce qui a été lu, et par qui"
          titreCache
          cartes
          colonnes={[{ libelle: "Quand" }, { libelle: "Qui" }, { libelle: "Quoi" }]}
          lignes={lectures.map((l) => [direMoment(l.quand), fr(`${l.nom}, ${LECTEURS[l.role]}`), fr(l.quoi)])}
        />
      )}
      {lectures.length < LECTURES_MONTREES ? null : (
        <p class="minor mt-2">Les {LECTURES_MONTREES} dernières lectures.</p>
      )}
    </Block>
  );
}
