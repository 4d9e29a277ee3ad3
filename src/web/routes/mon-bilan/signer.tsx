import type { Context, Hono } from "hono";
import { apposerSignature } from "../../../usecases/signer/apposer-signature.ts";
import { lireASigner } from "../../../usecases/signer/lire-a-signer.ts";
import type { Env } from "../../contexte.ts";
import { champsDeFormulaire } from "../../formulaire.ts";
import { introuvable } from "../../introuvable.tsx";
import { page } from "../../page.tsx";
import {
  cibleDeLAdresse,
  PageDeSignature,
  PlusRienASigner,
  saisieDeSignature,
  type VueDeSignature,
} from "../../vues/page-de-signature.tsx";
import { AVEC_UN_CODE, RETOUR } from "./adresses.ts";

const commun = (objet: string) => ({
  base: "/mon-bilan",
  retour: RETOUR,
  desaccord: true,
  autre: objet === "seance" ? AVEC_UN_CODE : undefined,
});

/** Reading one text and signing it: one thing a page, the text shown to the letter, a receipt at the end. */
export function routesSigner(app: Hono<Env>): void {
  app.get("/mon-bilan/signer/:objet/:sur", async (c) => {
    const { auteur, dossier: reference } = c.get("moi");
    const { maison } = c.get("portes");
    if (reference === null) return introuvable(c);
    const vu = await lireASigner(maison, auteur, { reference, ...cibleDeLAdresse(c) });
    if (vu === undefined) return plusRien(c);
    return page(c, {
      titre: "Signer",
      children: <PageDeSignature {...commun(vu.attente.objet)} vu={vu} jeton={maison.nouvelId()} />,
    });
  });

  app.post("/mon-bilan/signer/:objet/:sur", async (c) => {
    const { auteur, dossier: reference } = c.get("moi");
    const { maison } = c.get("portes");
    if (reference === null) return introuvable(c);
    const brut = await champsDeFormulaire(c);
    const cible = { reference, ...cibleDeLAdresse(c) };
    const saisie = saisieDeSignature(brut);
    const reponse = await apposerSignature(maison, auteur, {
      ...cible,
      ...saisie,
      moyen: "compte",
      cle: brut.jeton?.[0] || maison.nouvelId(),
    });
    if (reponse.issue === "fait") return c.redirect(`/mon-bilan/recus/${reponse.n}`, 303);
    const vu = await lireASigner(maison, auteur, cible);
    if (reponse.issue === "rien_a_signer" || vu === undefined) return plusRien(c);
    const vue: VueDeSignature = {
      ...commun(vu.attente.objet),
      vu,
      jeton: maison.nouvelId(),
      saisie,
      ...(reponse.issue === "refus" ? { refus: reponse.refus } : { change: true }),
    };
    return page(
      c,
      { titre: "Signer", enErreur: true, children: <PageDeSignature {...vue} /> },
      reponse.issue === "refus" ? 422 : 409,
    );
  });
}

export function plusRien(c: Context<Env>) {
  return page(c, { titre: "Rien à signer", children: <PlusRienASigner retour={RETOUR} /> }, 404);
}
