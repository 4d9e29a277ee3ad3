import type { Context, Hono } from "hono";
import { lireSaisie, type Refus } from "../../../dossier/acte.ts";
import { champCase, champTexte } from "../../../dossier/champ.ts";
import { changerSite, consulterSites } from "../../../usecases/membres/sites.ts";
import { ChampsRendus, RefusRendus, retaper, type Valeurs } from "../../champs-rendus.tsx";
import type { Env } from "../../contexte.ts";
import { champsDeFormulaire } from "../../formulaire.ts";
import { introuvable } from "../../introuvable.tsx";
import { page } from "../../page.tsx";
import { BackLink } from "../../ui/breadcrumbs.tsx";
import { Button, Buttons, LinkButton } from "../../ui/button.tsx";
import { Form } from "../../ui/form.tsx";
import { PageTitle } from "../../ui/layout.tsx";
import { EmptyState } from "../../ui/notice.tsx";
import { fr } from "../../ui/typographie.ts";
import { auteurDe, COURANT } from "../organisme/commun.tsx";

const LIEUX = `${COURANT}/lieux`;
const NOUVEAU = "nouveau";
const CHAMPS = {
  nom: champTexte({ libelle: "Nom du lieu", aide: "Par exemple : Rennes, centre." }),
  ouvert: champCase({ libelle: "Ce lieu est ouvert", aide: "Fermé, il ne se choisit plus." }),
};

async function lister(c: Context<Env>) {
  const sites = await consulterSites(c.get("portes").maison, c.get("moi").auteur);
  const ajouter = <LinkButton href={`${LIEUX}/${NOUVEAU}`}>Ajouter un lieu</LinkButton>;
  const corps = (
    <>
      <BackLink libelle="Les membres" href={`${COURANT}/membres`} />
      <PageTitle
        titre="Les lieux"
        chapeau="Où votre organisme reçoit. Un dossier peut avoir un lieu, et un membre y être tenu."
      />
      {sites.length === 0 ? (
        <EmptyState titre="Aucun lieu" niveau={2} action={ajouter}>
          Sans lieu, chaque membre voit les dossiers de tout l’organisme.
        </EmptyState>
      ) : (
        <>
          <ul class="list">
            {sites.map((s) => (
              <li>
                <div class="list-body">
                  <h2>{fr(s.nom)}</h2>
                  {s.fermeLe === null ? null : <p class="minor">Fermé</p>}
                </div>
                <div class="list-end">
                  <LinkButton rang="second" href={`${LIEUX}/${s.id}`} complement={s.nom}>
                    Changer
                  </LinkButton>
                </div>
              </li>
            ))}
          </ul>
          <div class="buttons">{ajouter}</div>
        </>
      )}
    </>
  );
  return page(c, { titre: "Les lieux", courant: COURANT, children: corps });
}

async function valeursDe(c: Context<Env>, lieu: string): Promise<Valeurs | undefined> {
  if (lieu === NOUVEAU) return { ouvert: "oui" };
  const sites = await consulterSites(c.get("portes").maison, c.get("moi").auteur);
  const site = sites.find((s) => s.id === lieu);
  return site === undefined ? undefined : { nom: site.nom, ouvert: site.fermeLe === null ? "oui" : "" };
}

function montrer(c: Context<Env>, lieu: string, valeurs: Valeurs, refus: readonly Refus[] = []) {
  const titre = lieu === NOUVEAU ? "Ajouter un lieu" : "Changer un lieu";
  const corps = (
    <>
      <BackLink libelle="Les lieux" href={LIEUX} />
      <RefusRendus refus={refus} />
      <PageTitle titre={titre} />
      <Form action={`${LIEUX}/${lieu}`} jeton={c.get("portes").maison.nouvelId()}>
        <ChampsRendus champs={CHAMPS} valeurs={valeurs} refus={refus} />
        <Buttons>
          <Button>Enregistrer le lieu</Button>
        </Buttons>
      </Form>
    </>
  );
  return page(c, { titre, enErreur: refus.length > 0, courant: COURANT, etroite: true, children: corps });
}

/** « Les lieux » of an organisation, and the form of one. */
export function routesLieux(app: Hono<Env>): void {
  app.get("/organisme/lieux", lister);
  app.get("/organisme/lieux/:lieu", async (c) => {
    const valeurs = await valeursDe(c, c.req.param("lieu"));
    return valeurs === undefined ? introuvable(c) : montrer(c, c.req.param("lieu"), valeurs);
  });
  app.post("/organisme/lieux/:lieu", async (c) => {
    const lieu = c.req.param("lieu");
    if ((await valeursDe(c, lieu)) === undefined) return introuvable(c);
    const { maison } = c.get("portes");
    const brut = await champsDeFormulaire(c);
    const lu = lireSaisie(CHAMPS, brut);
    if ("refus" in lu) return montrer(c, lieu, retaper(CHAMPS, brut), lu.refus);
    const reponse = await changerSite(maison, auteurDe(c), {
      cle: brut.jeton?.[0] || maison.nouvelId(),
      id: lieu === NOUVEAU ? null : lieu,
      nom: lu.saisie.nom as string,
      ouvert: lu.saisie.ouvert as boolean,
    });
    if (reponse.issue === "inconnu") return introuvable(c);
    return reponse.issue === "fait"
      ? c.redirect(LIEUX, 303)
      : montrer(c, lieu, retaper(CHAMPS, brut), reponse.refus);
  });
}
