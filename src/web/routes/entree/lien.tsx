import type { Context, Hono } from "hono";
import { appareilDe } from "../../appareil.ts";
import type { Env } from "../../contexte.ts";
import { page } from "../../page.tsx";
import { Button, Buttons, LinkButton } from "../../ui/button.tsx";
import { Form } from "../../ui/form.tsx";
import { PageTitle } from "../../ui/layout.tsx";
import { donnerCookies } from "./arriver.ts";

/** The one answer for a link that is unknown, used or too old. */
export function perime(c: Context<Env>) {
  const corps = (
    <>
      <PageTitle
        titre="Ce lien ne marche plus"
        chapeau="Il a déjà servi, ou il est trop ancien. Recevez-en un autre par courriel."
      />
      <div class="buttons">
        <LinkButton large href="/connexion/lien">
          Recevoir un lien
        </LinkButton>
      </div>
      <p class="mt-4">
        Rien n’arrive à votre adresse&#8239;? Demandez un lien à la personne qui vous a envoyé celui-ci.
      </p>
    </>
  );
  return page(c, { titre: "Lien périmé", etroite: true, children: corps }, 404);
}

/**
 * The door behind a link sent by mail. Reading it uses nothing up, since mail programs open links by themselves: the
 * button does. Whoever is already signed in on this device is signed out of the page first.
 */
export function routesLien(app: Hono<Env>): void {
  app.get("/lien/:jeton", async (c) => {
    const jeton = c.req.param("jeton");
    if (!(await c.get("portes").comptes.lienVivant(jeton))) return perime(c);
    const corps = (
      <>
        <PageTitle titre="Ouvrir votre espace" chapeau="Ce lien marche une seule fois, sur cet appareil." />
        <Form action={`/lien/${jeton}`}>
          <Buttons>
            <Button large>Ouvrir mon espace</Button>
          </Buttons>
        </Form>
      </>
    );
    return page(c, { titre: "Votre espace", etroite: true, children: corps });
  });
  app.post("/lien/:jeton", async (c) => {
    const entree = await c
      .get("portes")
      .comptes.entrerParLien(c.req.param("jeton"), appareilDe(c), c.req.raw.headers);
    if (entree.issue === "refusee" || entree.issue === "trop_d_essais") return perime(c);
    donnerCookies(c, entree.cookies);
    return c.redirect(entree.issue === "ouverte" ? "/" : "/connexion/code?suite=%2F", 303);
  });
}
