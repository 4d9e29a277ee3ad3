import type { Context, Hono } from "hono";
import type { EntreeParReseau } from "../../../auth/entree-reseau.ts";
import type { Env } from "../../contexte.ts";
import { introuvable } from "../../introuvable.tsx";
import { page } from "../../page.tsx";
import { Button, Buttons } from "../../ui/button.tsx";
import { Form } from "../../ui/form.tsx";
import { PageTitle } from "../../ui/layout.tsx";
import { fr } from "../../ui/typographie.ts";
import { COMPTE, direQuand, RetourAuCompte } from "./commun.tsx";

const ICI = `${COMPTE}/reseau`;

/** « Lié le … », for the page of the account. */
export function etatDuReseau(lieeLe: string | null): string {
  return lieeLe === null
    ? "Pas encore lié : la première entrée par là le fera."
    : `Lié depuis le ${direQuand(lieeLe)}.`;
}

async function montrer(c: Context<Env>, { nom, lieeLe }: EntreeParReseau) {
  const le = await lieeLe(c.get("moi").utilisateurId);
  const titre = fr(`Entrer avec ${nom}`);
  const corps = (
    <>
      <RetourAuCompte />
      <PageTitle titre={titre} chapeau={etatDuReseau(le)} />
      {le === null ? null : (
        <>
          <p>
            {fr(
              `Seule cette personne de ${nom} ouvre votre compte. Retirez ce lien si ${nom} vous a donné un autre compte. Votre prochaine entrée avec ${nom} en fera un nouveau.`,
            )}
          </p>
          <Form action={ICI}>
            <Buttons>
              <Button rang="danger">Retirer le lien</Button>
            </Buttons>
          </Form>
        </>
      )}
    </>
  );
  return page(c, { titre, courant: COMPTE, etroite: true, children: corps });
}

/** What binds this account to the identity provider of the network, and the way to undo it. */
export function routesDuReseau(app: Hono<Env>): void {
  app.get(ICI, async (c) => {
    const { reseau } = c.get("portes").comptes;
    return reseau === null ? introuvable(c) : await montrer(c, reseau);
  });
  app.post(ICI, async (c) => {
    const { reseau } = c.get("portes").comptes;
    if (reseau === null) return introuvable(c);
    await reseau.delier(c.get("moi").utilisateurId);
    return c.redirect(ICI, 303);
  });
}
