import type { Context, Hono } from "hono";
import { raw } from "hono/html";
import { jourDeParis } from "../../../usecases/heure-de-paris.ts";
import type { Env } from "../../contexte.ts";
import { introuvable } from "../../introuvable.tsx";
import { page } from "../../page.tsx";
import { CorpsGalerie } from "../../ui/galerie.tsx";
import { Block, PageTitle } from "../../ui/layout.tsx";
import { fr } from "../../ui/typographie.ts";
import { PageAide } from "./cadre.tsx";
import { Classement, PARTIES_DU_CLASSEMENT } from "./classement.tsx";
import { Durees, PARTIES_DES_DUREES } from "./durees.tsx";
import { filtreDesRegles, partiesDesRegles, ReglesEnVigueur } from "./regles.tsx";
import { PARTIES_DES_ROLES, Roles } from "./roles.tsx";
import { type Aide, GENEREES, lireAide, type Rubrique } from "./rubriques.ts";
import { PARTIES_DES_TIERS, Tiers } from "./tiers.tsx";

function Index({ rubriques }: { rubriques: readonly Rubrique[] }) {
  return (
    <>
      <PageTitle
        titre="Aide"
        chapeau="Des pages courtes, pour faire un bilan, le prouver et garder son secret."
      />
      <div class="mt-6">
        {rubriques.map((r, i) => (
          <Block id={`rubrique-${i + 1}`} titre={r.titre}>
            <ul class="list help-index">
              {r.pages.map((p) => (
                <li>
                  <div class="list-body">
                    <h3>
                      <a href={`/aide/${p.nom}`}>{p.titre}</a>
                    </h3>
                    <p>{fr(p.chapeau)}</p>
                  </div>
                </li>
              ))}
            </ul>
          </Block>
        ))}
      </div>
    </>
  );
}

function Composants() {
  return (
    <>
      <PageTitle titre={GENEREES.composants.titre} chapeau={GENEREES.composants.chapeau} />
      <CorpsGalerie />
    </>
  );
}

/** The page of that name: written, generated, or none. */
function corpsDe(c: Context<Env>, nom: string, { rubriques, ecrites }: Aide) {
  const ecrite = ecrites.get(nom);
  if (ecrite !== undefined) {
    return {
      titre: ecrite.titre,
      children: (
        <PageAide nom={nom} {...ecrite} rubriques={rubriques}>
          <div class="prose">{raw(ecrite.corps)}</div>
        </PageAide>
      ),
    };
  }
  if (nom === "composants") return { titre: GENEREES.composants.titre, children: <Composants /> };
  if (nom === "regles") {
    const au = jourDeParis(c.get("portes").maison.horloge());
    const filtre = filtreDesRegles(c);
    return {
      titre: GENEREES.regles.titre,
      children: (
        <PageAide nom={nom} {...GENEREES.regles} parties={partiesDesRegles(filtre, au)} rubriques={rubriques}>
          <ReglesEnVigueur filtre={filtre} au={au} />
        </PageAide>
      ),
    };
  }
  if (nom === "roles") {
    return {
      titre: GENEREES.roles.titre,
      children: (
        <PageAide nom={nom} {...GENEREES.roles} parties={PARTIES_DES_ROLES} rubriques={rubriques}>
          <Roles />
        </PageAide>
      ),
    };
  }
  if (nom === "employeur-auditeur-autres") {
    const generee = GENEREES[nom];
    return {
      titre: generee.titre,
      children: (
        <PageAide nom={nom} {...generee} parties={PARTIES_DES_TIERS} rubriques={rubriques}>
          <Tiers />
        </PageAide>
      ),
    };
  }
  if (nom === "durees") {
    const generee = GENEREES[nom];
    return {
      titre: generee.titre,
      children: (
        <PageAide nom={nom} {...generee} parties={PARTIES_DES_DUREES} rubriques={rubriques}>
          <Durees />
        </PageAide>
      ),
    };
  }
  if (nom === "preuve-ou-contenu") {
    const generee = GENEREES[nom];
    return {
      titre: generee.titre,
      children: (
        <PageAide nom={nom} {...generee} parties={PARTIES_DU_CLASSEMENT} rubriques={rubriques}>
          <Classement />
        </PageAide>
      ),
    };
  }
  return undefined;
}

/** The help, open to everybody: it holds nothing of any dossier. */
export function routesAide(app: Hono<Env>): void {
  const aide = lireAide();
  app.get("/aide", (c) => page(c, { titre: "Aide", children: <Index rubriques={aide.rubriques} /> }));
  app.get("/aide/:page", (c) => {
    const corps = corpsDe(c, c.req.param("page"), aide);
    return corps === undefined ? introuvable(c) : page(c, corps);
  });
}
