import { jour } from "../../../values/jour.ts";
import { BackLink } from "../breadcrumbs.tsx";
import { IdentityBar } from "../identity-bar.tsx";
import { Actions, Block, Columns, DossierTitle, KeyList, PageTitle, Sheet } from "../layout.tsx";
import { SourceLine } from "../legal.tsx";
import { Status } from "../status.tsx";
import { fr } from "../typographie.ts";
import { Specimen } from "./specimen.tsx";

const ARTICLE = { ref: "Code du travail, R. 6313-4", href: "#page", luLe: jour("2026-11-20") };

/** What surrounds the work: where one is, the sheets, the two columns, names and values. */
export function PiecesDeLaPage() {
  return (
    <Block id="page" titre="Page">
      <Specimen titre="D’où l’on vient">
        <BackLink libelle="Mon organisme" href="#page" />
      </Specimen>
      <Specimen titre="Titre sous un autre">
        <PageTitle
          niveau={2}
          titre="Les séances"
          chapeau="Ce qui est prévu, ce qui est fait, ce qui est signé."
        />
      </Specimen>
      <Specimen titre="Un dossier, sans le nom de la personne">
        <p class="as-h1">
          <DossierTitle reference="D-2026-0147" />
        </p>
      </Specimen>
      <Specimen titre="De qui est le dossier, où l’on est, ses pages">
        <IdentityBar
          niveau={3}
          nom="Camille Moreau"
          chapeau="Bilan de compétences, compte formation"
          statut={<Status genre="enCours" />}
          faits={[
            { cle: "Référence", valeur: "D-2026-0147" },
            { cle: "Lit le contenu", valeur: "Camille et Nadia Benali", secret: true },
          ]}
          ariane={{
            liens: [{ libelle: "Dossiers", href: "#page" }],
            ici: "Camille Moreau",
            nom: "Fil de l’exemple",
          }}
          onglets={{
            nom: "Pages de l’exemple",
            courant: "#onglet-2",
            liens: ["Le dossier", "Séances", "Papiers"].map((libelle, i) => ({
              libelle,
              href: `#onglet-${i + 1}`,
            })),
          }}
        />
      </Specimen>
      <Specimen titre="Feuille, creux, et deux colonnes">
        <Columns
          principal={
            <Sheet>
              <p>Une feuille&nbsp;: ce que l’on fait.</p>
              <Actions liens={[{ libelle: "Changer les coordonnées", href: "#page" }]} />
            </Sheet>
          }
          cote={
            <Sheet creux>
              <p class="minor">Un creux&nbsp;: ce que l’on lit seulement.</p>
            </Sheet>
          }
        />
      </Specimen>
      <Specimen titre="Noms et valeurs">
        <KeyList
          lignes={[
            { cle: "Référence", valeur: "D-2026-0147" },
            { cle: "État", valeur: <Status genre="enCours" /> },
            { cle: "Durée", valeur: fr("20 h prévues, 15 h 30 signées") },
          ]}
        />
      </Specimen>
      <Specimen titre="Source d’une règle">
        <SourceLine annonce={fr("Délai légal : au terme du bilan.")} source={ARTICLE} />
      </Specimen>
    </Block>
  );
}
