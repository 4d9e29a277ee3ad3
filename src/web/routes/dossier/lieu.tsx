import type { Context, Hono } from "hono";
import type { Refus } from "../../../dossier/acte.ts";
import { champDuLieu } from "../../../dossier/formulaire-lieu.ts";
import type { Site } from "../../../dossier/formulaire-membre.ts";
import { deplacerDossier, siteDuDossier, sitesOuverts } from "../../../usecases/membres/sites.ts";
import { ChampsRendus, RefusRendus } from "../../champs-rendus.tsx";
import type { Env } from "../../contexte.ts";
import { champsDeFormulaire } from "../../formulaire.ts";
import { introuvable } from "../../introuvable.tsx";
import { page } from "../../page.tsx";
import { BackLink } from "../../ui/breadcrumbs.tsx";
import { Button, Buttons } from "../../ui/button.tsx";
import { Form } from "../../ui/form.tsx";
import { PageTitle } from "../../ui/layout.tsx";

/** The site of the dossier that the address names, and those to choose from; undefined when there is nothing to choose. */
async function lire(c: Context<Env>): Promise<{ site: string | null; sites: Site[] } | undefined> {
  const { auteur } = c.get("moi");
  const { maison } = c.get("portes");
  const site = await siteDuDossier(maison, auteur, c.req.param("reference") ?? "");
  const sites = await sitesOuverts(maison, auteur);
  return site === undefined || sites.length === 0 ? undefined : { site, sites };
}

function montrer(c: Context<Env>, sites: readonly Site[], site: string, refus: readonly Refus[] = []) {
  const reference = c.req.param("reference") ?? "";
  const tenu = c.get("moi").auteur.sites != null;
  const corps = (
    <>
      <BackLink libelle={`Dossier ${reference}`} href={`/dossiers/${reference}`} />
      <RefusRendus refus={refus} />
      <PageTitle
        titre="Le lieu de ce dossier"
        chapeau="Les membres tenus à d’autres lieux ne voient pas ce dossier."
      />
      <Form action={`/dossiers/${reference}/lieu`} jeton={c.get("portes").maison.nouvelId()}>
        <ChampsRendus champs={{ site: champDuLieu(sites, tenu) }} valeurs={{ site }} refus={refus} />
        <Buttons>
          <Button>Enregistrer le lieu</Button>
        </Buttons>
      </Form>
    </>
  );
  return page(c, {
    titre: `Lieu, ${reference}`,
    enErreur: refus.length > 0,
    courant: "/dossiers",
    etroite: true,
    children: corps,
  });
}

/** Where a dossier is held, for whoever may act on it. */
export function routesDuLieu(app: Hono<Env>): void {
  app.get("/dossiers/:reference/lieu", async (c) => {
    const lu = await lire(c);
    return lu === undefined ? introuvable(c) : montrer(c, lu.sites, lu.site ?? "");
  });
  app.post("/dossiers/:reference/lieu", async (c) => {
    const lu = await lire(c);
    if (lu === undefined) return introuvable(c);
    const { maison } = c.get("portes");
    const brut = await champsDeFormulaire(c);
    const choisi = brut.site?.[0] ?? "";
    const reference = c.req.param("reference");
    const reponse = await deplacerDossier(maison, c.get("moi").auteur, {
      reference,
      site: choisi === "" ? null : choisi,
      cle: brut.jeton?.[0] || maison.nouvelId(),
    });
    if (reponse.issue === "inconnu") return introuvable(c);
    return reponse.issue === "fait"
      ? c.redirect(`/dossiers/${reference}`, 303)
      : montrer(c, lu.sites, choisi, reponse.refus);
  });
}
