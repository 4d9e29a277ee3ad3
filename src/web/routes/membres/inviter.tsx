import type { Context, Hono } from "hono";
import { lireSaisie, type Refus, type Saisie } from "../../../dossier/acte.ts";
import { CHAMPS_INVITE, champsPlace } from "../../../dossier/formulaire-membre.ts";
import { consulterMembres } from "../../../usecases/membres/consulter-membres.ts";
import { inviterMembre } from "../../../usecases/membres/inviter-membre.ts";
import { ChampsRendus, type Precisions, RefusRendus, retaper, type Valeurs } from "../../champs-rendus.tsx";
import type { Env } from "../../contexte.ts";
import { champsDeFormulaire } from "../../formulaire.ts";
import { introuvable } from "../../introuvable.tsx";
import { page } from "../../page.tsx";
import { BackLink } from "../../ui/breadcrumbs.tsx";
import { Button, Buttons, LinkButton } from "../../ui/button.tsx";
import { Form } from "../../ui/form.tsx";
import { PageTitle } from "../../ui/layout.tsx";
import { auteurDe, COURANT } from "../organisme/commun.tsx";
import { MEMBRES } from "./liste.tsx";

const PRECISIONS: Precisions = { courriel: { saisie: "email" } };

async function champsDe(c: Context<Env>) {
  const { sites } = await consulterMembres(c.get("portes").maison, c.get("moi"));
  return { ...CHAMPS_INVITE, ...champsPlace(c.get("moi").organisme, sites) };
}

async function montrer(c: Context<Env>, valeurs: Valeurs = {}, refus: readonly Refus[] = []) {
  const champs = await champsDe(c);
  const corps = (
    <>
      <BackLink libelle="Les membres" href={MEMBRES} />
      <RefusRendus refus={refus} />
      <PageTitle
        titre="Inviter un membre"
        chapeau="Un message lui porte un lien qui marche une seule fois, pendant 7 jours. Il choisit lui-même sa phrase de passe."
      />
      <Form action={`${MEMBRES}/nouveau`} jeton={c.get("portes").maison.nouvelId()} garde>
        <ChampsRendus champs={champs} valeurs={valeurs} refus={refus} precisions={PRECISIONS} />
        <Buttons>
          <Button>Envoyer l’invitation</Button>
          <LinkButton rang="discret" href={MEMBRES}>
            Revenir sans inviter
          </LinkButton>
        </Buttons>
      </Form>
    </>
  );
  return page(c, {
    titre: "Inviter un membre",
    enErreur: refus.length > 0,
    courant: COURANT,
    etroite: true,
    children: corps,
  });
}

export function routesDeLInvitation(app: Hono<Env>): void {
  app.get("/organisme/membres/nouveau", (c) => montrer(c));
  app.post("/organisme/membres/nouveau", async (c) => {
    const { maison, comptes } = c.get("portes");
    const champs = await champsDe(c);
    const brut = await champsDeFormulaire(c);
    const lu = lireSaisie(champs, brut);
    if ("refus" in lu) return montrer(c, retaper(champs, brut), lu.refus);
    const cle = brut.jeton?.[0] || maison.nouvelId();
    const saisie = lu.saisie as Saisie<typeof champs>;
    const reponse = await inviterMembre(maison, comptes, auteurDe(c), { cle, ...saisie });
    if (reponse.issue === "inconnu") return introuvable(c);
    return reponse.issue === "fait"
      ? c.redirect(`${MEMBRES}?fait=1`, 303)
      : montrer(c, retaper(champs, brut), reponse.refus);
  });
}
