import { jour } from "../../../values/jour.ts";
import { Button, LinkButton } from "../button.tsx";
import { ConstatList } from "../constat.tsx";
import { DayLeaf } from "../day-leaf.tsx";
import { HoursBar, type Tranche } from "../hours-bar.tsx";
import { Block } from "../layout.tsx";
import { NextAct } from "../next-act.tsx";
import { EmptyState, Notice } from "../notice.tsx";
import { Phases } from "../phases.tsx";
import { Progress } from "../progress.tsx";
import { Command, Fingerprint, Seal } from "../seal.tsx";
import { Timeline } from "../timeline.tsx";
import { fr } from "../typographie.ts";
import { CONSTATS, ETAPES, FAITS, FAUTE, HEURES_PAR_PHASE, TRANCHES } from "./exemple.tsx";
import { Specimen } from "./specimen.tsx";

const HEURES = 60;
const TROP: readonly Tranche[] = [
  { minutes: 24 * HEURES, etat: "signee" },
  { minutes: 2 * HEURES, etat: "prevue" },
];
const EMPREINTE = "3b9e1f07c45d82aa90e17b365f02d8c1e6a4930b7d18fc52ab0964e321f75c9d";

/** What a dossier is made of: the act to come, its phases, hours, verdicts and proofs. */
export function PiecesDuDossier() {
  return (
    <>
      <Block id="avis" titre="Avis">
        <div class="stack">
          <Notice genre="information" titre="Information.">
            L’entretien préalable est gratuit.
          </Notice>
          <Notice genre="alerte" titre="Alerte.">
            {fr("12 h prévues : moins de 13 h. Ce n’est pas un refus.")}
          </Notice>
          <Notice genre="refus" titre="Refus.">
            {fr(
              "La séance ne peut pas être notée : la commande n’est pas acceptée dans EDOF. Elle le devient quand vous inscrivez la date d’acceptation.",
            )}
          </Notice>
          <Notice genre="fait" titre="Fait.">
            {fr("Entrée déclarée, preuve n° 0147-07.")}
          </Notice>
          <Notice genre="secret" titre="Deux choses, deux durées.">
            <p>
              {fr(
                "L’heure, le lieu et les signatures sont une preuve : gardés 4 ans. Vos notes sont un contenu : détruites le 30 novembre.",
              )}
            </p>
          </Notice>
        </div>
      </Block>
      <Block id="prochain" titre="Prochain acte et jours qui comptent">
        <NextAct
          id="prochain-acte"
          niveau={3}
          echeance={jour("2026-11-30")}
          quand="Prochain acte, dans 7 jours"
          titre="Remettre la synthèse à Camille"
          explication="À la dernière séance, au plus tard. Le jour même, ses documents de travail sont détruits. La preuve, elle, reste quatre ans."
          delai={{
            annonce: fr("Délai légal : au terme du bilan."),
            source: { ref: "Code du travail, R. 6313-7", href: "#prochain", luLe: jour("2026-11-20") },
          }}
          boutons={
            <>
              <LinkButton href="#prochain">Ouvrir la synthèse</LinkButton>
              <LinkButton rang="second" href="#prochain">
                Préparer la remise
              </LinkButton>
            </>
          }
        />
        <Specimen titre="Feuille de calendrier, simple puis en laiton">
          <div class="field-row">
            <DayLeaf jour={jour("2026-11-24")} dit />
            <DayLeaf jour={jour("2026-12-01")} compte dit />
          </div>
        </Specimen>
      </Block>
      <Block id="phases" titre="Étapes">
        <Phases etapes={ETAPES} />
      </Block>
      <Block id="heures" titre="Heures d’accompagnement">
        <HoursBar
          id="regle"
          tranches={TRANCHES}
          plafond={24 * HEURES}
          nomDuPlafond="plafond légal"
          phases={HEURES_PAR_PHASE}
        />
        <Specimen titre="Plafond dépassé">
          <HoursBar
            id="regle-trop"
            tranches={TROP}
            plafond={24 * HEURES}
            nomDuPlafond="plafond légal"
            phases={[{ nom: "Investigation", signees: 1440, aSigner: 0, prevues: 120 }]}
          />
        </Specimen>
      </Block>
      <Block id="constats" titre="Constats" note="7 règles, jugées aujourd’hui" className="constats">
        <ConstatList constats={[FAUTE, ...CONSTATS]} />
      </Block>
      <Block id="chronologie" titre="Ce qui s’est passé">
        <Timeline
          faits={FAITS}
          filtre={{
            courant: "tout",
            hrefTout: "#chronologie",
            hrefPreuves: "#preuves",
            total: 20,
            scelles: 19,
          }}
          suite={{ href: "#chronologie", nombre: 14 }}
        />
      </Block>
      <Block id="sceau" titre="Sceau">
        <Seal
          id="sceau-titre"
          titre="Dossier de contrôle scellé"
          texte="58 pièces, la liste des 3 manquantes, aucun contenu confidentiel. Chacun peut le vérifier, sans nous et sans réseau."
          cles={[
            { cle: "Scellé le", valeur: fr("23 novembre 2026 à 14 h 05") },
            { cle: "Empreinte SHA-256", valeur: <Fingerprint hex={EMPREINTE} /> },
            { cle: "Journal", valeur: fr("position 48 213, chaîne intacte depuis le 3 janvier 2026") },
            {
              cle: "Pour vérifier",
              valeur: <Command id="commande" texte="npx probant verifier controle.zip" />,
            },
          ]}
          boutons={
            <>
              <LinkButton href="#sceau">{fr("Télécharger (zip, 3,4 Mo)")}</LinkButton>
              <LinkButton rang="second" href="#sceau">
                Vérifier devant le contrôleur
              </LinkButton>
            </>
          }
        />
      </Block>
      <Block id="avancement" titre="Travail en cours, liste vide">
        <Progress
          id="travail"
          libelle="Dossier de contrôle de Camille Moreau"
          fait={37}
          total={58}
          fini
          href="#avancement"
          etapes={[
            { libelle: "Réunir les preuves", etat: "faite" },
            { libelle: "Composer les pièces", etat: "courante" },
            { libelle: "Sceller", etat: "avenir" },
          ]}
        />
        <Specimen titre="Rien encore">
          <EmptyState titre="Aucun message en attente" action={<Button>Ouvrir un dossier</Button>}>
            {fr("Les réponses de vos bénéficiaires à un rappel (« Je viens », « Déplacer ») arrivent ici.")}
          </EmptyState>
        </Specimen>
      </Block>
    </>
  );
}
