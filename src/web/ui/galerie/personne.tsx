import { jour } from "../../../values/jour.ts";
import { Buttons, LinkButton } from "../button.tsx";
import { ChampFichier } from "../champs/fichier.tsx";
import { DoNow, SeanceLeaf } from "../do-now.tsx";
import { Form } from "../form.tsx";
import { Block } from "../layout.tsx";
import { Qr } from "../qr.tsx";
import { fr } from "../typographie.ts";
import { Specimen } from "./specimen.tsx";

/** What the person meets on her telephone, and what is shown to her to sign. */
export function PiecesDeLaPersonne() {
  return (
    <Block id="personne" titre="Pour la personne">
      <Specimen titre="À faire maintenant">
        <DoNow
          id="g-a-faire"
          titre="Signer la séance du 23 novembre"
          detail={fr("2 h avec Nadia Benali")}
          href="#personne"
          bouton="Signer la séance"
          autre={{ libelle: "Signer avec un code", href: "#personne" }}
        />
      </Specimen>
      <Specimen titre="Rendez-vous">
        <SeanceLeaf jour={jour("2026-11-30")}>
          <strong>{fr("Lundi 30 novembre, 9 h 30 à 12 h")}</strong>
          <p>Nadia Benali, à Rennes</p>
          <Buttons>
            <LinkButton rang="second" href="#personne">
              Je viens
            </LinkButton>
          </Buttons>
        </SeanceLeaf>
      </Specimen>
      <Specimen titre="Code à photographier">
        <Qr texte="https://bilans.exemple.invalid/emarger/exemple" titre="Code d’exemple" />
        <p class="code-court">{fr("147 205")}</p>
      </Specimen>
      <Specimen titre="Fichier">
        <Form action="#personne">
          <ChampFichier
            nom="g-fichier"
            libelle="La feuille"
            aide={fr("JPEG, PNG ou PDF, 10 Mo au plus.")}
            accepte="image/jpeg,image/png,application/pdf"
            requis
          />
        </Form>
      </Specimen>
    </Block>
  );
}
