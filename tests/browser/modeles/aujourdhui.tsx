import { parseHeure } from "../../../src/values/heure.ts";
import { jour } from "../../../src/values/jour.ts";
import { LinkButton } from "../../../src/web/ui/button.tsx";
import { Day } from "../../../src/web/ui/day.tsx";
import { Document } from "../../../src/web/ui/document.tsx";
import { Block, Columns, PageTitle } from "../../../src/web/ui/layout.tsx";
import { Ledger } from "../../../src/web/ui/ledger.tsx";
import { ActList, NextAct } from "../../../src/web/ui/next-act.tsx";
import { EmptyState } from "../../../src/web/ui/notice.tsx";
import { cadre, type ModeleProps } from "./cadre.ts";

const LU = jour("2026-11-20");

/** The counsellor’s day. */
export function PageAujourdhui({ ressources }: ModeleProps) {
  return (
    <Document {...cadre(ressources, "/aujourdhui")} titre="Aujourd’hui, lundi 23 novembre">
      <PageTitle
        titre="Lundi 23 novembre"
        chapeau="Bonjour Nadia. Trois actes à faire d’abord, deux rendez-vous encore, et rien d’autre qui presse."
      />
      <Columns
        principal={
          <>
            <Block id="dabord" titre="À faire d’abord" note="3 actes">
              <NextAct
                id="entree"
                niveau={3}
                echeance={jour("2026-11-24")}
                quand="Demain soir au plus tard, il reste 1 jour ouvré"
                titre="Déclarer l’entrée de Yanis Lefèvre dans EDOF"
                href="/entree"
                explication="Première séance tenue jeudi 19 novembre. La fiche à recopier est prête."
                delai={{
                  annonce: "3 jours ouvrés :",
                  source: { ref: "aide d’EDOF, entrée en formation", href: "/loi", luLe: LU },
                }}
                boutons={
                  <>
                    <LinkButton href="/entree">Ouvrir la fiche</LinkButton>
                    <LinkButton rang="second" href="/entree/declaree">
                      C’est déclaré
                    </LinkButton>
                  </>
                }
              />
              <div class="mt-4">
                <ActList
                  actes={[
                    {
                      jour: jour("2026-11-23"),
                      titre: "Noter la séance de ce matin avec Camille Moreau",
                      href: "/acte",
                      precision:
                        "9 h 30 à 11 h 30, phase de conclusion. Camille la signera depuis son téléphone.",
                      source: "À noter le jour même, règle D01 de votre référentiel.",
                      fin: (
                        <LinkButton rang="second" href="/acte" complement="la séance de Camille Moreau">
                          Noter
                        </LinkButton>
                      ),
                    },
                    {
                      jour: jour("2026-11-23"),
                      titre: "Répondre aux observations de Camille",
                      href: "/synthese",
                      precision:
                        "Elle propose une autre phrase pour ses aptitudes. Il reste 7 jours avant la remise.",
                      fin: (
                        <LinkButton rang="second" href="/synthese" complement="les observations de Camille">
                          Relire
                        </LinkButton>
                      ),
                    },
                  ]}
                />
              </div>
            </Block>
            <Block id="journee" titre="Votre journée" note="3 h 30 d’accompagnement">
              <Day
                maintenant={parseHeure("14:05")!}
                rendezVous={[
                  {
                    heure: parseHeure("09:30")!,
                    qui: "Camille Moreau",
                    href: "/dossier",
                    quoi: "séance 9 sur 10",
                    precision: "2 h, à Rennes. Tenue, pas encore notée.",
                    passe: true,
                  },
                  {
                    heure: parseHeure("15:00")!,
                    qui: "Hélène Pasquier",
                    href: "/dossier",
                    quoi: "entretien préalable, gratuit",
                    precision:
                      "1 h, en visio. Elle n’est pas encore cliente : aucune commande avant le devis.",
                    boutons: (
                      <>
                        <LinkButton rang="second" href="/visio">
                          Ouvrir la visio
                        </LinkButton>
                        <LinkButton rang="discret" href="/questions">
                          Préparer les 7 questions
                        </LinkButton>
                      </>
                    ),
                  },
                  {
                    heure: parseHeure("17:00")!,
                    qui: "Ousmane Diarra",
                    href: "/dossier",
                    quoi: "séance 4 sur 9",
                    precision:
                      "1 h 30, à Rennes. Il apporte son enquête auprès d’un chef de rayon. Il a confirmé sa venue.",
                  },
                ]}
              />
            </Block>
          </>
        }
        cote={
          <>
            <Block id="argent" titre="Argent">
              <Ledger
                titre="Sommes attendues, en euros"
                quoi="Dossier"
                colonne="Attendu"
                lignes={[
                  { libelle: "Inès Carlier", precision: "service fait validé le 16 nov.", montant: 158_000 },
                  {
                    libelle: "Marc Thibault",
                    precision: "13 h 30 signées sur 18 h, au prorata",
                    montant: 112_500,
                  },
                  {
                    libelle: "Mairie de Bruz",
                    precision: "facture du 2 nov., échéance le 2 déc.",
                    montant: 193_500,
                  },
                ]}
                total={{ libelle: "En chemin", montant: 464_000 }}
              />
              <p class="minor mt-2">Seules les heures signées sont comptées.</p>
            </Block>
            <Block id="messages" titre="Messages">
              <EmptyState titre="Aucun message en attente">
                Les réponses de vos bénéficiaires à un rappel (« Je viens », « Déplacer ») arrivent ici.
              </EmptyState>
            </Block>
          </>
        }
      />
    </Document>
  );
}
