import { type Couleur, parseCouleur } from "../../../values/contraste.ts";
import { Button, ButtonNotYet, Buttons, LinkButton } from "../button.tsx";
import { ColorPreview } from "../color-preview.tsx";
import { Block } from "../layout.tsx";
import { type Forme, Mark, MOTS_DES_MARQUES } from "../mark.tsx";
import { Status, Verdict } from "../status.tsx";
import { fr } from "../typographie.ts";
import { Specimen } from "./specimen.tsx";

const COULEURS: readonly [string, string][] = [
  ["paper", "Papier"],
  ["sheet", "Feuille"],
  ["well", "Creux"],
  ["ink", "Encre"],
  ["ink-soft", "Encre douce"],
  ["rule", "Filet"],
  ["edge", "Bord"],
  ["brand", "Marque"],
  ["veil", "Voile"],
  ["band", "Bandeau"],
  ["brass", "Laiton"],
  ["brass-bright", "Laiton vif"],
  ["conforme", "Conforme"],
  ["alert", "Alerte"],
  ["error", "Faute"],
  ["todo", "À faire"],
];

const D_UN_ORGANISME: Couleur = parseCouleur("#1d5c3a")!;

/** Colours, letters, marks, statuses and buttons. */
export function Signes() {
  return (
    <>
      <Block id="couleurs" titre="Couleurs">
        <ul class="swatches">
          {COULEURS.map(([jeton, nom]) => (
            <li>
              <svg aria-hidden="true">
                <rect class={`swatch-${jeton}`} width="100%" height="100%" />
              </svg>
              {nom}
              <br />
              <code class="minor">--{jeton}</code>
            </li>
          ))}
        </ul>
        <Specimen titre="La couleur d’un organisme, là où elle sert">
          <ColorPreview couleur={D_UN_ORGANISME} nom="Centre Horizon" />
        </Specimen>
      </Block>
      <Block id="lettres" titre="Lettres">
        <p class="as-h1">Titre de page</p>
        <p class="lede">Chapeau&nbsp;: ce qui compte, en une phrase.</p>
        <h3 class="mt-4">Titre de groupe</h3>
        <p class="mt-2">
          Texte&nbsp;: ce qui n’est pas écrit est réputé ne pas exister. <a href="#lettres">Un lien</a>, un{" "}
          <strong>mot fort</strong>, <q>une parole rapportée</q>, un <mark>passage à relire</mark>.
        </p>
        <p class="minor">Second&nbsp;: une date, une source, une précision.</p>
        <p class="tabular">{fr("0O 1lI, 15 h 30, 1 580,00 €, n° 12, 48 213, Łukasz Čapek")}</p>
      </Block>
      <Block id="marques" titre="Marques de preuve et de constat">
        <ul class="legend">
          {(Object.keys(MOTS_DES_MARQUES) as Forme[]).map((forme) => (
            <li>
              <Mark forme={forme} />
              {MOTS_DES_MARQUES[forme]}
            </li>
          ))}
        </ul>
      </Block>
      <Block id="etats" titre="États et verdicts">
        <Specimen titre="Les cinq états d’une tâche">
          <ul class="legend">
            {(["enCours", "aSigner", "probleme", "termine", "pasPossible"] as const).map((genre) => (
              <li>
                <Status genre={genre} />
              </li>
            ))}
          </ul>
        </Specimen>
        <Specimen titre="Les verdicts, dans un tableau">
          <ul class="legend">
            {(["conforme", "faire", "attente", "alerte", "faute", "manque"] as const).map((genre) => (
              <li>
                <Verdict genre={genre} />
              </li>
            ))}
          </ul>
        </Specimen>
      </Block>
      <Block id="boutons" titre="Boutons">
        <Buttons>
          <Button>Signer la séance</Button>
          <Button rang="second">Enregistrer sans signer</Button>
          <Button rang="danger">Détruire le contenu</Button>
          <Button rang="discret">Revenir</Button>
          <LinkButton rang="second" href="#boutons">
            Un lien qui mène ailleurs
          </LinkButton>
          <span class="button button--secondary demo-focus">Au clavier</span>
        </Buttons>
        <Buttons>
          <ButtonNotYet
            id="pas-encore"
            libelle="Remettre la synthèse"
            raison="Possible quand les trois parties sont relues, à la dernière séance."
          />
        </Buttons>
      </Block>
    </>
  );
}
