import { jour } from "../../../src/values/jour.ts";
import { LinkButton } from "../../../src/web/ui/button.tsx";
import { ConstatList } from "../../../src/web/ui/constat.tsx";
import { Document } from "../../../src/web/ui/document.tsx";
import { CONSTATS, ETAPES, FAITS, HEURES_PAR_PHASE, TRANCHES } from "../../../src/web/ui/galerie/exemple.tsx";
import { HoursBar } from "../../../src/web/ui/hours-bar.tsx";
import { IdentityBar } from "../../../src/web/ui/identity-bar.tsx";
import { Block, Columns } from "../../../src/web/ui/layout.tsx";
import { NextAct } from "../../../src/web/ui/next-act.tsx";
import { Phases } from "../../../src/web/ui/phases.tsx";
import { Status } from "../../../src/web/ui/status.tsx";
import { Timeline } from "../../../src/web/ui/timeline.tsx";
import { cadre, type ModeleProps } from "./cadre.ts";

const LU = jour("2026-11-20");

/** The dossier, the page that matters most. */
export function PageDossier({ ressources }: ModeleProps) {
  const entete = (
    <IdentityBar
      nom="Camille Moreau"
      chapeau="Assistante comptable, vers la gestion de la paie"
      statut={<Status genre="aSigner" mot="1 signature attendue" />}
      ariane={{ liens: [{ libelle: "Dossiers", href: "/dossier" }], ici: "D-2026-0147" }}
      faits={[
        { cle: "Dossier", valeur: <span class="tabular">D-2026-0147</span> },
        { cle: "Conseillère", valeur: "Nadia Benali" },
        { cle: "Financement", valeur: "Compte formation (CPF)" },
        { cle: "Calendrier", valeur: "28 sept. au 30 nov. 2026" },
        { cle: "Qui lit le contenu", valeur: "Camille et vous", secret: true },
      ]}
      onglets={{
        courant: "/dossier",
        liens: ["Le dossier", "Séances", "Travail personnel", "Synthèse", "Argent", "Pièces"].map(
          (libelle, i) => ({ libelle, href: i === 0 ? "/dossier" : `/dossier/${i}` }),
        ),
      }}
    />
  );
  return (
    <Document {...cadre(ressources, "/dossier")} titre="Camille Moreau, D-2026-0147" entete={entete}>
      <p class="print-only">Extrait du 23 novembre 2026 à 14 h 10. Tête du journal : position 48 213.</p>
      <section aria-labelledby="etapes">
        <h2 id="etapes" class="visually-hidden">
          Étapes : avant, les trois phases légales, après
        </h2>
        <Phases etapes={ETAPES} />
        <p class="source mt-4">
          Les trois phases numérotées sont celles du <a href="/loi">Code du travail, R. 6313-4</a>.
        </p>
      </section>
      <Columns
        principal={
          <>
            <NextAct
              id="prochain"
              echeance={jour("2026-11-30")}
              quand="Prochain acte, dans 7 jours"
              titre="Remettre la synthèse à Camille"
              explication="À la dernière séance, au plus tard. Le jour même, ses documents de travail sont détruits. La preuve, elle, reste quatre ans."
              delai={{
                annonce: "Délai légal : au terme du bilan.",
                source: { ref: "Code du travail, R. 6313-7", href: "/loi", luLe: LU },
              }}
              boutons={
                <>
                  <LinkButton href="/synthese">Ouvrir la synthèse</LinkButton>
                  <LinkButton rang="second" href="/remise">
                    Préparer la remise
                  </LinkButton>
                </>
              }
            />
            <Block id="heures" titre="Heures d’accompagnement" className="mt-6">
              <HoursBar
                id="regle"
                tranches={TRANCHES}
                plafond={1440}
                nomDuPlafond="plafond légal"
                phases={HEURES_PAR_PHASE}
              />
            </Block>
            <Block id="constats" titre="Constats" note="6 règles, jugées aujourd’hui" className="constats">
              <ConstatList constats={CONSTATS} />
            </Block>
          </>
        }
        cote={
          <Block id="chronologie" titre="Ce qui s’est passé">
            <Timeline
              faits={FAITS}
              filtre={{
                courant: "tout",
                hrefTout: "/dossier",
                hrefPreuves: "/dossier?faits=preuves",
                total: 20,
                scelles: 19,
              }}
              suite={{ href: "/dossier/faits", nombre: 14 }}
            />
          </Block>
        }
      />
    </Document>
  );
}
