import type { Context, Hono } from "hono";
import { type Champs, lireSaisie, type Refus, type Saisie } from "../../../dossier/acte.ts";
import { champsPlace, TOUT_L_ORGANISME } from "../../../dossier/formulaire-membre.ts";
import { changerMembre } from "../../../usecases/membres/changer-membre.ts";
import { consulterMembres, type MembreLu } from "../../../usecases/membres/consulter-membres.ts";
import { ChampsRendus, RefusRendus, retaper, type Valeurs } from "../../champs-rendus.tsx";
import type { Env } from "../../contexte.ts";
import { champsDeFormulaire } from "../../formulaire.ts";
import { introuvable } from "../../introuvable.tsx";
import { page } from "../../page.tsx";
import { BackLink } from "../../ui/breadcrumbs.tsx";
import { Button, Buttons, LinkButton } from "../../ui/button.tsx";
import { Form } from "../../ui/form.tsx";
import { Actions, KeyList, PageTitle } from "../../ui/layout.tsx";
import { Notice } from "../../ui/notice.tsx";
import { auteurDe, COURANT } from "../organisme/commun.tsx";
import { MEMBRES } from "./liste.tsx";

/** The member that the address names, unless he left or is nobody here. */
export async function membreDe(c: Context<Env>): Promise<MembreLu | undefined> {
  const { membres } = await consulterMembres(c.get("portes").maison, c.get("moi"));
  return membres.find((m) => m.utilisateurId === c.req.param("membre") && m.fin === null);
}

async function champsDe(c: Context<Env>, { sites: tenus }: MembreLu) {
  const { sites } = await consulterMembres(c.get("portes").maison, c.get("moi"));
  return champsPlace(c.get("moi").organisme, sites, tenus ?? []);
}

function valeursDe({ role, intervenant, gere, sites }: MembreLu): Valeurs {
  return { role, intervenant, gere: gere ? "oui" : "", sites: sites ?? [TOUT_L_ORGANISME] };
}

type Vue = { c: Context<Env>; champs: Champs; membre: MembreLu; valeurs: Valeurs; refus: readonly Refus[] };

function Place(p: Vue) {
  return (
    <Form action={`${MEMBRES}/${p.membre.utilisateurId}`} jeton={p.c.get("portes").maison.nouvelId()} garde>
      <ChampsRendus champs={p.champs} valeurs={p.valeurs} refus={p.refus} />
      <Buttons>
        <Button>Enregistrer sa place</Button>
        <LinkButton rang="discret" href={MEMBRES}>
          Revenir sans enregistrer
        </LinkButton>
      </Buttons>
    </Form>
  );
}

async function montrer(
  c: Context<Env>,
  membre: MembreLu,
  valeurs: Valeurs = valeursDe(membre),
  refus: readonly Refus[] = [],
) {
  const champs = await champsDe(c, membre);
  const lui = membre.utilisateurId === c.get("moi").utilisateurId;
  const retrait = membre.depuis === null ? "Reprendre l’invitation" : "Mettre fin à son accès";
  const corps = (
    <>
      <BackLink libelle="Les membres" href={MEMBRES} />
      <RefusRendus refus={refus} />
      <PageTitle titre={membre.nom} />
      <KeyList lignes={[{ cle: "Adresse", valeur: membre.courriel }]} />
      {lui ? (
        <Notice genre="information">
          C’est vous. Personne ne change son propre rôle : demandez-le à une autre personne qui gère
          l’organisme.
        </Notice>
      ) : (
        <Place c={c} champs={champs} membre={membre} valeurs={valeurs} refus={refus} />
      )}
      <Actions
        liens={[
          {
            libelle: `${lui ? "Quitter l’organisme" : retrait}…`,
            href: `${MEMBRES}/${membre.utilisateurId}/retirer`,
          },
        ]}
      />
    </>
  );
  return page(c, {
    titre: membre.nom,
    enErreur: refus.length > 0,
    courant: COURANT,
    etroite: true,
    children: corps,
  });
}

export function routesDUnMembre(app: Hono<Env>): void {
  app.get("/organisme/membres/:membre", async (c) => {
    const membre = await membreDe(c);
    return membre === undefined ? introuvable(c) : montrer(c, membre);
  });
  app.post("/organisme/membres/:membre", async (c) => {
    const membre = await membreDe(c);
    if (membre === undefined) return introuvable(c);
    const { maison } = c.get("portes");
    const champs = await champsDe(c, membre);
    const brut = await champsDeFormulaire(c);
    const lu = lireSaisie(champs, brut);
    if ("refus" in lu) return montrer(c, membre, retaper(champs, brut), lu.refus);
    const reponse = await changerMembre(maison, auteurDe(c), {
      cle: brut.jeton?.[0] || maison.nouvelId(),
      membre: membre.utilisateurId,
      ...(lu.saisie as Saisie<typeof champs>),
    });
    if (reponse.issue === "inconnu") return introuvable(c);
    return reponse.issue === "fait"
      ? c.redirect(`${MEMBRES}?fait=1`, 303)
      : montrer(c, membre, retaper(champs, brut), reponse.refus);
  });
}
