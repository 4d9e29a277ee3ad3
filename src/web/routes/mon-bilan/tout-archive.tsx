import type { Hono } from "hono";
import { lireTout, preparerTout, suivreTout } from "../../../usecases/personne/preparer-tout.ts";
import { noterSaCopie } from "../../../usecases/personne/sa-copie.ts";
import type { Env } from "../../contexte.ts";
import { introuvable } from "../../introuvable.tsx";
import { page } from "../../page.tsx";
import { BackLink } from "../../ui/breadcrumbs.tsx";
import { Button, Buttons, LinkButton } from "../../ui/button.tsx";
import { Form } from "../../ui/form.tsx";
import { PageTitle } from "../../ui/layout.tsx";
import { Notice } from "../../ui/notice.tsx";
import { PAUSE, PreparationEnCours } from "../../vues/preparation.tsx";

const ARCHIVE = "/mon-bilan/tout/archive";
const RETOUR_A_TOUT = { libelle: "Tout télécharger", href: "/mon-bilan/tout" };

/** Asks for her file with every paper; a second time joins the making that runs. */
export function PreparerTout({ libelle, rang }: { libelle: string; rang?: "second" }) {
  return (
    <Form action={ARCHIVE}>
      <Buttons>
        <Button large {...(rang === undefined ? {} : { rang })}>
          {libelle}
        </Button>
      </Buttons>
    </Form>
  );
}

export function PlusProteges() {
  return (
    <Notice genre="secret" titre="Ces fichiers ne sont plus protégés par nous.">
      Sur un appareil partagé, effacez-les après les avoir lus.
    </Notice>
  );
}

function Prete({ href, nom }: { href: string; nom: string }) {
  return (
    <>
      <PageTitle
        titre="Vos papiers sont prêts"
        chapeau="Un fichier ZIP : la page à lire, vos papiers, les preuves."
      />
      <Buttons>
        <LinkButton large href={href} telecharge={nom}>
          Télécharger les papiers
        </LinkButton>
      </Buttons>
      <p class="minor mt-4">Ce fichier reste ici un jour, scellé. Après, préparez-en un autre.</p>
      <div class="mt-4">
        <PlusProteges />
      </div>
    </>
  );
}

/** Her file with every paper: asked, followed while it is made, then offered. `signaler` gets the defect of a making. */
export function routesToutArchive(app: Hono<Env>, signaler: (erreur: Error) => void): void {
  app.post(ARCHIVE, async (c) => {
    const { auteur, dossier: reference } = c.get("moi");
    const { maison, imprimer } = c.get("portes");
    if (reference === null) return introuvable(c);
    const { id } = await preparerTout({ maison, auteur, imprimer }, reference, signaler);
    return c.redirect(`${ARCHIVE}/${id}`, 303);
  });

  app.get("/mon-bilan/tout/archive/:preparation", async (c) => {
    const { auteur, dossier: reference } = c.get("moi");
    const id = c.req.param("preparation");
    const suivie =
      reference === null ? undefined : await suivreTout(c.get("portes").maison, auteur, reference, id);
    if (suivie === undefined) return introuvable(c);
    const href = `${ARCHIVE}/${id}`;
    const seul = c.req.query("suivre") === "seul";
    switch (suivie.etat) {
      case "enCours": {
        const corps = (
          <>
            <BackLink {...RETOUR_A_TOUT} />
            <PageTitle titre="Vos papiers se préparent" chapeau="Vous pouvez fermer cette page et revenir." />
            <PreparationEnCours titre="En cours" libelle="Vos papiers" {...{ ...suivie, href, seul }} />
          </>
        );
        return page(c, {
          titre: "Vos papiers se préparent",
          ...(seul ? { actualiser: PAUSE } : {}),
          children: corps,
        });
      }
      case "echouee": {
        const corps = (
          <>
            <BackLink {...RETOUR_A_TOUT} />
            <PageTitle titre="Vos papiers ne sont pas prêts" />
            <Notice genre="refus" titre="Le fichier n’a pas pu être préparé.">
              {suivie.phrase}
            </Notice>
            <PreparerTout libelle="Recommencer" />
          </>
        );
        return page(c, { titre: "Vos papiers ne sont pas prêts", children: corps }, 503);
      }
      case "prete": {
        const corps = (
          <>
            <BackLink {...RETOUR_A_TOUT} />
            <Prete href={`${href}/fichier`} nom={`${reference}.zip`} />
          </>
        );
        return page(c, { titre: "Vos papiers sont prêts", children: corps });
      }
    }
  });

  app.get("/mon-bilan/tout/archive/:preparation/fichier", async (c) => {
    const { auteur, dossier: reference } = c.get("moi");
    const { maison } = c.get("portes");
    const zip =
      reference === null ? undefined : await lireTout(maison, auteur, reference, c.req.param("preparation"));
    if (zip === undefined) return introuvable(c);
    await noterSaCopie(maison, auteur, reference!, "tout");
    return c.body(new Uint8Array(zip), 200, {
      "content-type": "application/zip",
      "content-disposition": `attachment; filename="${reference}.zip"`,
    });
  });
}
