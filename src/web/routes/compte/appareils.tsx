import type { Context, Hono } from "hono";
import type { SessionOuverte } from "../../../auth/sessions.ts";
import type { Env } from "../../contexte.ts";
import { champsDeFormulaire } from "../../formulaire.ts";
import { page } from "../../page.tsx";
import { Button, Buttons } from "../../ui/button.tsx";
import { Form } from "../../ui/form.tsx";
import { Block, PageTitle } from "../../ui/layout.tsx";
import { fr } from "../../ui/typographie.ts";
import { familleDAppareil } from "../../vues/famille-appareil.ts";
import { COMPTE, direQuand, RetourAuCompte } from "./commun.tsx";

const ICI = `${COMPTE}/appareils`;

function Appareil({ session: { id, agent, reseau, ouverteLe, celleCi } }: { session: SessionOuverte }) {
  const famille = familleDAppareil(agent);
  return (
    <li>
      <div class="list-body">
        <h3>{fr(celleCi ? `${famille} : celui-ci` : famille)}</h3>
        <p class="minor">
          {fr(`Ouvert le ${direQuand(ouverteLe)}${reseau === "" ? "" : `, depuis le réseau ${reseau}`}`)}
        </p>
      </div>
      {celleCi ? null : (
        <div class="list-end">
          <Form action={ICI} champsCaches={{ session: id }}>
            <Button rang="second" complement={fr(`${famille}, ouvert le ${direQuand(ouverteLe)}`)}>
              Déconnecter
            </Button>
          </Form>
        </div>
      )}
    </li>
  );
}

async function montrer(c: Context<Env>) {
  const { comptes } = c.get("portes");
  const sessions = await comptes.listerSessions(c.req.raw.headers, c.get("moi").utilisateurId);
  const corps = (
    <>
      <RetourAuCompte />
      <PageTitle
        titre="Mes appareils"
        chapeau="Où votre compte est ouvert. Un appareil que vous ne reconnaissez pas : déconnectez-le, puis changez votre phrase de passe."
      />
      <Block id="ouverts" titre="Ouverts maintenant" note={String(sessions.length)}>
        <ul class="list">
          {sessions.map((session) => (
            <Appareil session={session} />
          ))}
        </ul>
      </Block>
      {sessions.length > 1 ? (
        <Form action={ICI} champsCaches={{ session: "autres" }}>
          <Buttons>
            <Button rang="danger">Déconnecter tous les autres</Button>
          </Buttons>
        </Form>
      ) : null}
    </>
  );
  return page(c, {
    titre: "Mes appareils",
    courant: COMPTE,
    etroite: true,
    ...(c.req.query("fait") === "1" ? { flash: { genre: "fait", titre: "C’est déconnecté." } as const } : {}),
    children: corps,
  });
}

export function routesDesAppareils(app: Hono<Env>): void {
  app.get("/compte/appareils", montrer);
  app.post("/compte/appareils", async (c) => {
    const { comptes } = c.get("portes");
    const { utilisateurId } = c.get("moi");
    const session = (await champsDeFormulaire(c)).session?.[0] ?? "";
    if (session === "autres") await comptes.fermerLesAutres(c.req.raw.headers, utilisateurId);
    else await comptes.fermerSession(utilisateurId, session);
    return c.redirect(`${ICI}?fait=1`, 303);
  });
}
