import type { Hono } from "hono";
import { archiveDeTout, pageDeTout } from "../../../usecases/personne/tout-rassembler.ts";
import type { Env } from "../../contexte.ts";
import { introuvable } from "../../introuvable.tsx";
import { page } from "../../page.tsx";
import { BackLink } from "../../ui/breadcrumbs.tsx";
import { LinkButton } from "../../ui/button.tsx";
import { Block, PageTitle } from "../../ui/layout.tsx";
import { Notice } from "../../ui/notice.tsx";
import { RETOUR } from "./adresses.ts";

/** All that is hers, at any time: one page to read without network, or the same with every paper. */
export function routesTout(app: Hono<Env>): void {
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
          <p class="mt-2">Un fichier ZIP : la page, vos papiers et vos reçus en PDF, les preuves.</p>
          <p class="minor">Les papiers se font à ce moment-là : attendez quelques secondes.</p>
          <div class="buttons">
            <LinkButton rang="second" large href="/mon-bilan/tout/archive" telecharge>
              Télécharger les papiers
            </LinkButton>
          </div>
        </Block>
        <div class="mt-4">
          <Notice genre="secret" titre="Ces fichiers ne sont plus protégés par nous.">
            Sur un appareil partagé, effacez-les après les avoir lus.
          </Notice>
        </div>
      </>
    );
    return page(c, { titre: "Tout télécharger", children: corps });
  });

  app.get("/mon-bilan/tout/page", async (c) => {
    const { auteur, dossier: reference } = c.get("moi");
    const html = reference === null ? undefined : await pageDeTout(c.get("portes").maison, auteur, reference);
    if (html === undefined) return introuvable(c);
    return c.body(html, 200, {
      "content-type": "text/html; charset=utf-8",
      "content-disposition": `attachment; filename="${reference}.html"`,
    });
  });

  app.get("/mon-bilan/tout/archive", async (c) => {
    const { auteur, dossier: reference } = c.get("moi");
    const { maison, imprimer } = c.get("portes");
    const zip = reference === null ? undefined : await archiveDeTout({ maison, auteur, imprimer }, reference);
    if (zip === undefined) return introuvable(c);
    return c.body(new Uint8Array(zip), 200, {
      "content-type": "application/zip",
      "content-disposition": `attachment; filename="${reference}.zip"`,
    });
  });
}
