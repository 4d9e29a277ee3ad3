import type { Champ } from "../champs/champ.ts";
import { ChampDeSaisie } from "../champs/champ-de-saisie.tsx";
import { ChampCouleur } from "../champs/couleur.tsx";
import { ChampSignature } from "../champs/une-ligne.tsx";
import { ConfirmList, FaireOuLaisser, Interruption } from "../confirm.tsx";
import { ErrorSummary, FieldGroup, FieldRow, Form } from "../form.tsx";
import { Block } from "../layout.tsx";
import { SaveState } from "../progress.tsx";
import { fr } from "../typographie.ts";
import { Specimen } from "./specimen.tsx";

const PHASES = [
  { valeur: "preliminaire", libelle: "1. Préliminaire" },
  { valeur: "investigation", libelle: "2. Investigation" },
  { valeur: "conclusion", libelle: "3. Conclusion" },
];

const CHAMPS: readonly Champ[] = [
  { genre: "jour", nom: "g-jour", libelle: "Date", requis: true, valeur: "2026-11-23" },
  { genre: "heure", nom: "g-heure", libelle: "Début", requis: true, valeur: "09:30" },
  { genre: "duree", nom: "g-duree", libelle: "Durée", requis: true, valeur: 120 },
  {
    genre: "montant",
    nom: "g-montant",
    libelle: "Prix",
    requis: true,
    valeur: 158_000,
    aide: "TVA comprise",
  },
  { genre: "nombre", nom: "g-nombre", libelle: "Séances", requis: true, valeur: 10, aide: "De 3 à 24" },
];

const ERREURS: readonly Champ[] = [
  {
    genre: "heure",
    nom: "e-fin",
    libelle: "Fin",
    requis: true,
    valeur: fr("8 h 30"),
    erreur: fr("Indiquez une heure de fin après 9 h 30"),
  },
  {
    genre: "choix",
    nom: "e-mode",
    libelle: "Comment la séance s’est tenue",
    requis: true,
    erreur: "Choisissez comment la séance s’est tenue",
    options: [
      { valeur: "presence", libelle: "En présence, 12 rue du Vau Saint-Germain, Rennes" },
      {
        valeur: "distance",
        libelle: "À distance",
        aide: fr("Une trace est gardée : heure de connexion ou signature sur place."),
      },
    ],
  },
  {
    genre: "case",
    nom: "e-atteste",
    libelle: "J’atteste avoir tenu cette séance, aux heures indiquées.",
    requis: true,
    erreur: "Cochez la phrase pour signer",
  },
];

/** Every field in its states, then the pages that surround a form. */
export function Formulaires() {
  return (
    <>
      <Block id="champs" titre="Champs">
        <Form action="#champs" jeton="galerie">
          <FieldRow>
            {CHAMPS.map((champ) => (
              <ChampDeSaisie champ={champ} />
            ))}
          </FieldRow>
          <FieldRow>
            <ChampDeSaisie champ={{ genre: "texte", nom: "g-vide", libelle: "Texte vide" }} />
            <ChampDeSaisie
              champ={{
                genre: "texte",
                nom: "g-lecture",
                libelle: "Lecture seule",
                requis: true,
                valeur: "D-2026-0147",
                lectureSeule: true,
              }}
            />
            <ChampDeSaisie
              champ={{
                genre: "selection",
                nom: "g-selection",
                libelle: "Financement",
                requis: true,
                valeur: "cpf",
                options: [
                  { valeur: "cpf", libelle: "Compte formation" },
                  { valeur: "employeur", libelle: "Employeur" },
                ],
              }}
            />
          </FieldRow>
          <ChampDeSaisie
            champ={{
              genre: "choix",
              nom: "g-phase",
              libelle: "Phase",
              requis: true,
              enLigne: true,
              aide: "Proposée d’après le calendrier décidé avec Camille.",
              valeur: "conclusion",
              options: PHASES,
            }}
          />
          <ChampDeSaisie
            champ={{
              genre: "choixMultiples",
              nom: "g-themes",
              libelle: "Ce qui a été travaillé",
              valeur: ["resultats"],
              options: [
                { valeur: "resultats", libelle: "Relecture des résultats détaillés" },
                { valeur: "etapes", libelle: "Étapes du projet" },
                {
                  valeur: "cv",
                  libelle: "CV et lettres",
                  aide: "Possible après le bilan, sur une ligne à part, hors compte formation.",
                },
              ],
            }}
          />
          <ChampDeSaisie
            champ={{
              genre: "contenu",
              nom: "g-notes",
              libelle: "Vos notes",
              valeur: "Camille hésite entre deux calendriers de formation.",
            }}
          />
          <ChampDeSaisie
            champ={{ genre: "texteLong", nom: "g-motif", libelle: "Motif du report", requis: true }}
          />
          <ChampSignature
            nom="g-signature"
            libelle="Écrivez votre prénom et votre nom"
            requis
            valeur="Nadia Benali"
          />
          <FieldGroup titre="Des champs qui vont ensemble">
            <ChampCouleur nom="g-couleur" libelle="Couleur de l’organisme" requis valeur="#1d5c3a" />
          </FieldGroup>
        </Form>
      </Block>
      <Block id="fautes" titre="Champs en erreur">
        <ErrorSummary focus={false} fautes={ERREURS.map((c) => ({ nom: c.nom, message: c.erreur ?? "" }))} />
        {ERREURS.map((champ) => (
          <ChampDeSaisie champ={champ} />
        ))}
      </Block>
      <Block id="relecture" titre="Avant d’envoyer">
        <Specimen titre="Relire ses réponses">
          <ConfirmList
            lignes={[
              { cle: "Date", valeur: "lundi 23 novembre 2026", modifier: "#champ-g-jour" },
              { cle: "Heures", valeur: fr("9 h 30 à 11 h 30"), modifier: "#champ-g-heure" },
              { cle: "Phase", valeur: "3. Conclusion", modifier: "#champ-g-phase" },
            ]}
          />
        </Specimen>
        <Specimen titre="S’arrêter avant ce qui ne se défait pas">
          <Interruption
            niveau={3}
            titre={fr("Détruire les documents de travail de Camille ?")}
            perdu={["14 réponses et notes", "3 résultats de questionnaires"]}
            titreGarde="Restera 4 ans"
            garde={["20 preuves scellées", "l’empreinte de la synthèse"]}
            pourquoi={fr(
              "La loi le demande dès la fin du bilan : R. 6313-7. Personne ne pourra revenir en arrière, nous non plus.",
            )}
          >
            <FaireOuLaisser faire="Détruire le contenu" retour="#relecture" />
          </Interruption>
        </Specimen>
        <Specimen titre="Où en est l’enregistrement">
          <SaveState etat="enregistre" heure={fr("14 h 02")} />
          <SaveState etat="garde" heure={fr("14 h 05")} />
          <SaveState etat="enCours" />
          <SaveState etat="echec" />
        </Specimen>
      </Block>
    </>
  );
}
