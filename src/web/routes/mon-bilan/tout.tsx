import type { Hono } from "hono";
import { noterSaCopie } from "../../../usecases/personne/sa-copie.ts";
import { pageDeTout } from "../../../usecases/personne/tout-rassembler.ts";
import type { Env } from "../../contexte.ts";
import { introuvable } from "../../introuvable.tsx";
import { page } from "../../page.tsx";
import { BackLink } from "../../ui/breadcrumbs.tsx";
import { LinkButton } from "../../ui/button.tsx";
import { Block, PageTitle } from "../../ui/layout.tsx";
import { RETOUR } from "./adresses.ts";
import { PlusProteges, PreparerTout, routesToutArchive } from "./tout-archive.tsx";

/** All that is hers, at any time: one page to read without network, or the same with every paper. */
export function routesTout(app: Hono<Env>, signaler: (erreur: Error) => void): void {
  app.get("/mon-bilan/tout", (c) => {
    if (c.get("moi").dossier === null) return introuvable(c);
    const corps = (
      <>
        <BackLink {...RETOUR} />
        <PageTitle
          titre="Tout télécharger"
          chapeau="Vos réponses, votre synthèse, vos reçus et ce qui s’est passé. C’est à vous."
        />
        <Block id="page" titre="Une page à lire">
          <p class="mt-2">
            Un seul fichier. Il s’ouvre sans réseau, sur un téléphone comme sur un ordinateur.
          </p>
          <div class="buttons">
            <LinkButton large href="/mon-bilan/tout/page" telecharge>
              Télécharger la page
            </LinkButton>
          </div>
        </Block>
        <Block id="archive" titre="La même, avec tous vos papiers">
          <p class="mt-2">Un fichier ZIP&nbsp;: la page, vos papiers et vos reçus en PDF, les preuves.</p>
          <p class="minor">
            Il se prépare en quelques secondes&nbsp;: une page dit où il en est, puis vous le donne.
          </p>
          <PreparerTout rang="second" libelle="Préparer les papiers" />
        </Block>
        <div class="mt-4">
          <PlusProteges />
        </div>
      </>
    );
    return page(c, { titre: "Tout télécharger", children: corps });
  });

  app.get("/mon-bilan/tout/page", async (c) => {
    const { auteur, dossier: reference } = c.get("moi");
    const html = reference === null ? undefined : await pageDeTout(c.get("portes").maison, auteur, reference);
    if (html === undefined) return introuvable(c);
    await noterSaCopie(c.get("portes").maison, auteur, reference!, "tout");
    return c.body(html, 200, {
      "content-type": "text/html; charset=utf-8",
      "content-disposition": `attachment; filename="${reference}.html"`,
    });
  });
  routesToutArchive(app, signaler);
}
