import type { Context } from "hono";
import type { Env } from "./contexte.ts";
import { page } from "./page.tsx";
import { LinkButton } from "./ui/button.tsx";
import { PageTitle } from "./ui/layout.tsx";

/** The same answer for what does not exist and for what is somebody else's. */
export function introuvable(c: Context<Env>) {
  const corps = (
    <>
      <PageTitle
        titre="Cette page n’existe pas"
        chapeau="Ou elle ne vous est pas ouverte. L’adresse a peut-être été coupée."
      />
      <div class="buttons">
        <LinkButton href="/">Revenir à l’accueil</LinkButton>
      </div>
    </>
  );
  return page(c, { titre: "Page introuvable", etroite: true, children: corps }, 404);
}

/** A defect of ours: the page says it, names nothing, and gives the way back. */
export function enPanne(c: Context<Env>, reference: string) {
  const corps = (
    <>
      <PageTitle
        titre="Quelque chose s’est mal passé"
        chapeau="Rien n’a été enregistré. Revenez en arrière et recommencez."
      />
      <p class="mt-4">
        Si cela se répète, donnez cette référence à la personne qui tient l’installation&nbsp;:{" "}
        <code>{reference}</code>
      </p>
    </>
  );
  return page(c, { titre: "Une panne", etroite: true, children: corps }, 500);
}

/** A form that another site sent in our visitor's name. */
export function venuDAilleurs(c: Context<Env>) {
  const corps = (
    <PageTitle
      titre="Cet envoi vient d’un autre site"
      chapeau="Il a été refusé et rien n’a été enregistré. Ouvrez la page ici, puis recommencez."
    />
  );
  return page(c, { titre: "Envoi refusé", etroite: true, children: corps }, 403);
}

/** A body that is no form of ours. */
export function illisible(c: Context<Env>) {
  const corps = (
    <PageTitle
      titre="Cet envoi ne se lit pas"
      chapeau="Rien n’a été enregistré. Revenez en arrière, puis envoyez la page de nouveau."
    />
  );
  return page(c, { titre: "Envoi illisible", etroite: true, children: corps }, 400);
}

/** The machine cannot serve for now: disk full, database restarting. Asking again later is enough. */
export function horsService(c: Context<Env>, phrase: string) {
  c.header("retry-after", "10");
  const corps = <PageTitle titre="Un moment" chapeau={phrase} />;
  return page(c, { titre: "Service interrompu", etroite: true, children: corps }, 503);
}
