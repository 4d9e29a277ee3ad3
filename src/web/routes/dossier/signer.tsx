import type { Context, Hono } from "hono";
import { apposerSignature } from "../../../usecases/signer/apposer-signature.ts";
import { lireASigner } from "../../../usecases/signer/lire-a-signer.ts";
import type { Qui } from "../../../usecases/signer/signataire.ts";
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
import { dossierDeLAdresse } from "./ouvrir.ts";

const communDe = (reference: string) => ({
  base: `/dossiers/${reference}`,
  retour: { libelle: `Dossier ${reference}`, href: `/dossiers/${reference}` },
});

function quiSigne(c: Context<Env>): Qui {
  const { auteur, gere, nom } = c.get("moi");
  return { ...auteur, gere, nom };
}

async function montrer(c: Context<Env>, vue: VueDeSignature | null, statut: 200 | 404 | 409 | 422) {
  const dossier = await dossierDeLAdresse(c);
  if (dossier === undefined) return introuvable(c);
  const enErreur = statut === 409 || statut === 422;
  const corps =
    vue === null ? (
      <PlusRienASigner retour={communDe(dossier.reference).retour} />
    ) : (
      <PageDeSignature {...vue} />
    );
  const titre = `Signer, ${dossier.reference}`;
  return page(c, { titre, courant: "/dossiers", etroite: true, enErreur, children: corps }, statut);
}

/** What somebody of the organisation signs from his own account: the counsellor his part, the manager the organisation's. */
export function routesSignerDossier(app: Hono<Env>): void {
  app.get("/dossiers/:reference/signer/:objet/:sur", async (c) => {
    const { maison } = c.get("portes");
    const { reference } = c.req.param();
    const vu = await lireASigner(maison, quiSigne(c), { reference, ...cibleDeLAdresse(c) });
    if (vu === undefined) return montrer(c, null, 404);
    return montrer(c, { ...communDe(reference), vu, jeton: maison.nouvelId() }, 200);
  });

  app.post("/dossiers/:reference/signer/:objet/:sur", async (c) => {
    const { maison } = c.get("portes");
    const { reference } = c.req.param();
    const brut = await champsDeFormulaire(c);
    const cible = { reference, ...cibleDeLAdresse(c) };
    const saisie = saisieDeSignature(brut);
    const reponse = await apposerSignature(maison, quiSigne(c), {
      ...cible,
      ...saisie,
      moyen: "compte",
      cle: brut.jeton?.[0] || maison.nouvelId(),
    });
    if (reponse.issue === "fait") return c.redirect(`/dossiers/${reference}?fait=${reponse.n}`, 303);
    const vu = await lireASigner(maison, quiSigne(c), cible);
    if (reponse.issue === "rien_a_signer" || vu === undefined) return montrer(c, null, 404);
    const refusee = reponse.issue === "refus";
    const suite = refusee ? { refus: reponse.refus } : { change: true };
    const vue = { ...communDe(reference), vu, jeton: maison.nouvelId(), saisie, ...suite };
    return montrer(c, vue, refusee ? 422 : 409);
  });
}
