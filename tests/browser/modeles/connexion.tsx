import { Button, Buttons } from "../../../src/web/ui/button.tsx";
import { ChampDeSaisie } from "../../../src/web/ui/champs/champ-de-saisie.tsx";
import { Document } from "../../../src/web/ui/document.tsx";
import { Form } from "../../../src/web/ui/form.tsx";
import { Notice } from "../../../src/web/ui/notice.tsx";
import { Guilloche } from "../../../src/web/ui/seal.tsx";
import type { ModeleProps } from "./cadre.ts";

/** The way in. */
export function PageConnexion({ ressources }: ModeleProps) {
  return (
    <Document
      ressources={ressources}
      titre="Connexion"
      public="beneficiaire"
      lieu="Centre Horizon"
      organisation="Centre Horizon, Rennes."
      journal={{ intact: true, phrase: "Journal intact, vérifié ce matin à 6 h 00" }}
      pied={[{ libelle: "Accessibilité", href: "/accessibilite" }]}
    >
      <section class="sheet seal" aria-labelledby="bonjour">
        <Guilloche />
        <h1 id="bonjour">Bonjour</h1>
        <p class="mt-2">Entrez dans votre espace avec votre courriel et votre mot de passe.</p>
        <Form action="/connexion">
          <ChampDeSaisie
            champ={{
              genre: "texte",
              nom: "courriel",
              libelle: "Votre adresse de courriel",
              requis: true,
              saisie: "email",
              autocompletion: "username",
              valeur: "nadia@centre-horizon.example",
            }}
          />
          <ChampDeSaisie
            champ={{
              genre: "texte",
              nom: "passe",
              libelle: "Votre mot de passe",
              requis: true,
              saisie: "password",
              autocompletion: "current-password",
            }}
          />
          <Buttons>
            <Button>Entrer</Button>
          </Buttons>
        </Form>
        <details class="mt-4">
          <summary>Je n’ai plus mon mot de passe</summary>
          <p class="minor">
            Demandez un lien à la personne qui tient le centre. Le changement est inscrit au journal.
          </p>
        </details>
      </section>
      <div class="mt-5">
        <Notice genre="secret" titre="Ici, rien ne se perd et rien ne se devine.">
          <p>
            Les preuves sont gardées quatre ans. Ce que vous confiez n’est lu que par les personnes nommées
            dans votre dossier.
          </p>
        </Notice>
      </div>
    </Document>
  );
}
