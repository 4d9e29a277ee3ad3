import { BackLink } from "../../../src/web/ui/breadcrumbs.tsx";
import { Button, Buttons, LinkButton } from "../../../src/web/ui/button.tsx";
import type { Champ } from "../../../src/web/ui/champs/champ.ts";
import { ChampDeSaisie } from "../../../src/web/ui/champs/champ-de-saisie.tsx";
import { ChampSignature } from "../../../src/web/ui/champs/une-ligne.tsx";
import { Document } from "../../../src/web/ui/document.tsx";
import { ErrorSummary, FieldRow, Form } from "../../../src/web/ui/form.tsx";
import { Columns, KeyList, PageTitle, Sheet } from "../../../src/web/ui/layout.tsx";
import { Notice } from "../../../src/web/ui/notice.tsx";
import { SaveState } from "../../../src/web/ui/progress.tsx";
import { cadre, type ModeleProps } from "./cadre.ts";

const CHAMPS: readonly Champ[] = [
  {
    genre: "heure",
    nom: "fin",
    libelle: "Fin",
    requis: true,
    valeur: "8 h 30",
    aide: "Arrondissez au quart d’heure le plus proche.",
    erreur: "Indiquez une heure de fin après 9 h 30",
  },
  {
    genre: "choix",
    nom: "phase",
    libelle: "Phase",
    requis: true,
    enLigne: true,
    aide: "Proposée d’après le calendrier décidé avec Camille.",
    valeur: "conclusion",
    options: [
      { valeur: "preliminaire", libelle: "1. Préliminaire" },
      { valeur: "investigation", libelle: "2. Investigation" },
      { valeur: "conclusion", libelle: "3. Conclusion" },
    ],
  },
  {
    genre: "choix",
    nom: "mode",
    libelle: "Comment la séance s’est tenue",
    requis: true,
    erreur: "Choisissez comment la séance s’est tenue",
    options: [
      { valeur: "presence", libelle: "En présence, 12 rue du Vau Saint-Germain, Rennes" },
      {
        valeur: "distance",
        libelle: "À distance",
        aide: "Une trace est gardée : heure de connexion ou signature sur place.",
      },
    ],
  },
  {
    genre: "choixMultiples",
    nom: "themes",
    libelle: "Ce qui a été travaillé",
    requis: true,
    valeur: ["resultats", "etapes", "cv"],
    erreur: "Retirez « CV et lettres » : ce temps n’est pas du bilan",
    options: [
      { valeur: "resultats", libelle: "Relecture des résultats détaillés" },
      { valeur: "etapes", libelle: "Étapes du projet" },
      { valeur: "formation", libelle: "Recours à la formation" },
      {
        valeur: "cv",
        libelle: "CV et lettres",
        aide: "Possible après le bilan, sur une ligne à part, hors compte formation.",
      },
    ],
  },
  {
    genre: "contenu",
    nom: "notes",
    libelle: "Vos notes",
    valeur:
      "Camille hésite entre deux calendriers de formation. Elle appelle le centre de Saint-Malo avant jeudi.",
  },
];

/** A form in its error state. */
export function PageActe({ ressources }: ModeleProps) {
  return (
    <Document {...cadre(ressources, "/dossier")} titre="Noter la séance 9" enErreur>
      <BackLink libelle="Camille Moreau, D-2026-0147" href="/dossier" />
      <ErrorSummary
        fautes={CHAMPS.flatMap((c) => (c.erreur === undefined ? [] : [{ nom: c.nom, message: c.erreur }]))}
      />
      <PageTitle
        titre="Noter la séance 9"
        chapeau="Vous signez maintenant. Camille reçoit ensuite un lien sur son téléphone."
      />
      <Columns
        repere="Repères"
        principal={
          <Form action="/acte" jeton="modele" garde>
            <FieldRow>
              <ChampDeSaisie
                champ={{ genre: "jour", nom: "date", libelle: "Date", requis: true, valeur: "2026-11-23" }}
              />
              <ChampDeSaisie
                champ={{ genre: "heure", nom: "debut", libelle: "Début", requis: true, valeur: "09:30" }}
              />
            </FieldRow>
            {CHAMPS.map((champ) => (
              <ChampDeSaisie champ={champ} />
            ))}
            <Sheet className="mt-6">
              <h2>Votre signature</h2>
              <ChampSignature
                nom="signature"
                libelle="Écrivez votre prénom et votre nom"
                requis
                valeur="Nadia Benali"
              />
              <ChampDeSaisie
                champ={{
                  genre: "case",
                  nom: "atteste",
                  libelle: "J’atteste avoir tenu cette séance, aux heures indiquées.",
                  requis: true,
                  valeur: true,
                }}
              />
              <Buttons>
                <Button>Signer et prévenir Camille</Button>
                <Button rang="second" nom="plus-tard" valeur="1">
                  Enregistrer sans signer
                </Button>
                <LinkButton rang="discret" href="/dossier">
                  Revenir au dossier
                </LinkButton>
              </Buttons>
            </Sheet>
          </Form>
        }
        cote={
          <>
            <Sheet creux>
              <h2>Prévu</h2>
              <KeyList
                lignes={[
                  { cle: "Séance", valeur: "9 sur 10" },
                  { cle: "Quand", valeur: "lundi 23 novembre, 9 h 30 à 11 h 30" },
                  { cle: "Lieu", valeur: "Rennes" },
                  { cle: "Après elle", valeur: "17 h 30 sur 20 h, si vous notez 2 h" },
                ]}
              />
            </Sheet>
            <Notice genre="secret" titre="Deux choses, deux durées.">
              <p>
                L’heure, le lieu et les signatures sont une preuve : gardés 4 ans. Vos notes sont un contenu :
                détruites le 30 novembre.
              </p>
            </Notice>
            <SaveState etat="garde" heure="14 h 05" />
          </>
        }
      />
    </Document>
  );
}
