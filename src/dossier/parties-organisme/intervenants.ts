import type { Intervenant, Organisme } from "../../law/etat.ts";
import { formatJour } from "../../values/dates-fr.ts";
import { type Champ, champJour, champTexte, champTexteLong, facultatif } from "../champ.ts";
import { pasFuture } from "../refus.ts";
import { enLignes, lireLignes } from "./lignes.ts";
import { defineListe, NOUVEAU } from "./partie.ts";

type Domaine = Intervenant["competences"][number]["domaine"];

/** The three competences that a bilan brings together, each a field of proofs. */
export const DOMAINES: Readonly<Record<Domaine, string>> = {
  psychologie_du_travail: "Psychologie du travail",
  orientation: "Orientation professionnelle",
  ressources_humaines: "Ressources humaines",
};
const NOMS = Object.keys(DOMAINES) as Domaine[];

const trouver = (o: Organisme, id: string) => o.intervenants.find((i) => i.id === id);

const preuves = (libelle: string) =>
  facultatif(
    champTexteLong({
      libelle: `${libelle} : ce qui l’atteste`,
      aide: "Une preuve par ligne, par exemple : diplôme et curriculum vitæ. Vide si ce n’est pas son domaine.",
    }),
  );

const CHAMPS = {
  nom: champTexte({ libelle: "Prénom et nom" }),
  psychologie_du_travail: preuves(DOMAINES.psychologie_du_travail),
  orientation: preuves(DOMAINES.orientation),
  ressources_humaines: preuves(DOMAINES.ressources_humaines),
  titrePsychologue: facultatif(
    champTexte({
      libelle: "Titre de psychologue : ce qui l’atteste",
      aide: "Vide si la personne n’a pas ce titre. Il ouvre les tests réservés aux psychologues.",
    }),
  ),
  habilitations: facultatif(
    champTexteLong({ libelle: "Tests pour lesquels elle est habilitée", aide: "Un test par ligne." }),
  ),
  secretSigneLe: facultatif(champJour({ libelle: "Engagement de secret professionnel signé le" })),
};

/** Asked only of whoever left: an empty answer brings her back. */
const PARTI: { partiLe?: Champ<Intervenant["partiLe"]> } = {
  partiLe: facultatif(
    champJour({ libelle: "N’intervient plus depuis le", aide: "Videz ce champ si la personne revient." }),
  ),
};

export const intervenants = defineListe({
  nom: "intervenants",
  titre: (o, cible) =>
    cible === NOUVEAU
      ? "Ajouter un intervenant"
      : `Changer ce qui est dit de ${trouver(o, cible)?.nom ?? ""}`,
  chapeau: () => "Une personne qui mène des entretiens ou fait passer des tests.",
  bouton: "Enregistrer l’intervenant",
  existe: (o, cible) => trouver(o, cible) !== undefined,
  champs: (o, cible): typeof CHAMPS & typeof PARTI =>
    (trouver(o, cible)?.partiLe ?? null) === null ? CHAMPS : { ...CHAMPS, ...PARTI },
  valeurs: (o, cible) => {
    const i = trouver(o, cible);
    if (i === undefined) return {};
    const lignes = (domaine: Domaine) =>
      enLignes(i.competences.filter((c) => c.domaine === domaine).map((c) => c.preuve));
    return {
      nom: i.nom,
      psychologie_du_travail: lignes("psychologie_du_travail"),
      orientation: lignes("orientation"),
      ressources_humaines: lignes("ressources_humaines"),
      titrePsychologue: i.titrePsychologue?.preuve ?? "",
      habilitations: enLignes(i.habilitations),
      secretSigneLe: i.secretSigneLe ?? "",
      partiLe: i.partiLe ?? "",
    };
  },
  changer: (organisme, cible, saisie, { au, nouvelId }) => {
    const partiLe = saisie.partiLe ?? null;
    const refus = [pasFuture(saisie.secretSigneLe, au, "secretSigneLe"), pasFuture(partiLe, au, "partiLe")];
    if (refus.some((r) => r !== null)) return refus.filter((r) => r !== null);
    const ajoute = cible === NOUVEAU;
    const intervenant: Intervenant = {
      id: ajoute ? `i-${nouvelId}` : cible,
      nom: saisie.nom,
      competences: NOMS.flatMap((domaine) =>
        lireLignes(saisie[domaine]).map((preuve) => ({ domaine, preuve })),
      ),
      titrePsychologue: saisie.titrePsychologue === null ? null : { preuve: saisie.titrePsychologue },
      habilitations: lireLignes(saisie.habilitations),
      secretSigneLe: saisie.secretSigneLe,
      partiLe,
    };
    return {
      organisme: {
        ...organisme,
        intervenants: ajoute
          ? [...organisme.intervenants, intervenant]
          : organisme.intervenants.map((i) => (i.id === cible ? intervenant : i)),
      },
      quoi: `Intervenant ${saisie.nom} ${ajoute ? "ajouté" : "changé"}`,
    };
  },
  retrait: (o, cible) => {
    const i = trouver(o, cible);
    return i === undefined || i.partiLe !== null
      ? null
      : {
          titre: `${i.nom} n’intervient plus ?`,
          bouton: "Mettre fin à ses interventions",
          titrePerdu: "Change dès aujourd’hui",
          perdu: ["Les dossiers ouverts à partir de maintenant ne proposeront plus son nom."],
          garde: [
            "Son nom et ses preuves, dans tous les dossiers où la personne est intervenue.",
            "Son nom dans les formulaires des dossiers déjà ouverts, pour dire ce qui a été fait.",
          ],
          pourquoi:
            "Rien n’est effacé : un bilan passé doit pouvoir montrer qui l’a mené. Vous pourrez revenir en arrière.",
        };
  },
  retirer: (organisme, cible, { au }) => ({
    organisme: {
      ...organisme,
      intervenants: organisme.intervenants.map((i) => (i.id === cible ? { ...i, partiLe: au } : i)),
    },
    quoi: `Fin des interventions de ${trouver(organisme, cible)?.nom ?? ""}, le ${formatJour(au)}`,
  }),
});
