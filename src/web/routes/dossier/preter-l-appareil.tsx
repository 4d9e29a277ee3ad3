import type { Context } from "hono";
import { nettoyer } from "../../../dossier/champ.ts";
import { adresseDe } from "../../adresse.ts";
import type { Env } from "../../contexte.ts";
import { page } from "../../page.tsx";
import { BackLink } from "../../ui/breadcrumbs.tsx";
import { Button, Buttons } from "../../ui/button.tsx";
import { Form } from "../../ui/form.tsx";
import { PageTitle } from "../../ui/layout.tsx";
import { FAIRE, pageDeRetour } from "../../vues/appareil-prete.tsx";
import { tropDEssais } from "../entree/arriver.ts";

const FAUSSE = {
  nom: "motDePasse",
  message: "Ce n’est pas la phrase de passe de ce compte. L’appareil reste prêté.",
};

const emargement = (chemin: string) => chemin.replace(/sur-place$/, "emargement");

/** Before the device changes hands: what it will open, and how it comes back. */
export function pageAvantDePasser(c: Context<Env>, prenom: string) {
  const titre = `Passer l’appareil à ${prenom}`;
  const corps = (
    <>
      <BackLink libelle="Faire signer la séance" href={emargement(c.req.path)} />
      <PageTitle
        titre={titre}
        chapeau="Il n’ouvrira que cette signature, jusqu’à ce que vous donniez votre phrase de passe."
      />
      <Form action={c.req.path} champsCaches={{ [FAIRE]: "passer" }}>
        <Buttons>
          <Button large>{titre}</Button>
        </Buttons>
      </Form>
    </>
  );
  return page(c, { titre: "Passer l’appareil", etroite: true, children: corps });
}

/** From now on the session opens the signing page alone. */
export async function passer(c: Context<Env>) {
  await c.get("portes").comptes.preterAppareil(c.req.raw.headers, c.req.path);
  return c.redirect(c.req.path, 303);
}

/** The device is taken back by its owner's passphrase, tried as rarely as at the sign-in. */
export async function reprendre(c: Context<Env>, motDePasse: string) {
  const { comptes } = c.get("portes");
  const verifiee = await comptes.verifierPhrase(c.get("moi"), nettoyer(motDePasse), adresseDe(c));
  if (verifiee.issue === "trop_d_essais")
    return pageDeRetour(c, { fautes: [tropDEssais(c, verifiee.secondes)] }, 429);
  if (verifiee.issue === "refusee") return pageDeRetour(c, { fautes: [FAUSSE] }, 422);
  await comptes.reprendreAppareil(c.req.raw.headers);
  return c.redirect(emargement(c.req.path), 303);
}
