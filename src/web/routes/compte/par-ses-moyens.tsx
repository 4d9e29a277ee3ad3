import type { MiddlewareHandler } from "hono";
import type { Env } from "../../contexte.ts";
import { page } from "../../page.tsx";
import { Buttons, LinkButton } from "../../ui/button.tsx";
import { PageTitle } from "../../ui/layout.tsx";
import { fr } from "../../ui/typographie.ts";
import { COMPTE, RetourAuCompte } from "./commun.tsx";

/**
 * Refuses what opens the account to a session that a provider opened: whoever keeps the provider would give himself a
 * key that outlives it. One's own passphrase, passkey or link is the proof that is asked.
 */
export const parSesMoyens: MiddlewareHandler<Env> = async (c, suite) => {
  if (!c.get("moi").parReseau) return await suite();
  const nom = c.get("portes").comptes.reseau?.nom ?? "votre réseau";
  const titre = "Entrez d’abord par vos propres moyens";
  const corps = (
    <>
      <RetourAuCompte />
      <PageTitle titre={titre} chapeau={fr(`Vous êtes entré avec ${nom}.`)} />
      <p>
        Ce qui ouvre votre compte se change après une entrée avec votre phrase de passe, une clé d’accès ou un
        lien reçu à votre adresse.
      </p>
      <Buttons>
        <LinkButton href="/connexion/lien">Recevoir un lien</LinkButton>
      </Buttons>
    </>
  );
  return page(c, { titre, courant: COMPTE, etroite: true, children: corps }, 403);
};
