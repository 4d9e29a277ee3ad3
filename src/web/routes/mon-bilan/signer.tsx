import type { Context, Hono } from "hono";
import type { Refus } from "../../../dossier/acte.ts";
import { apposerSignature } from "../../../usecases/signer/apposer-signature.ts";
import { type ASigner, lireASigner } from "../../../usecases/signer/lire-a-signer.ts";
import type { Env } from "../../contexte.ts";
import { champsDeFormulaire } from "../../formulaire.ts";
import { introuvable } from "../../introuvable.tsx";
import { page } from "../../page.tsx";
import { BackLink } from "../../ui/breadcrumbs.tsx";
import { PageTitle } from "../../ui/layout.tsx";
import { Notice } from "../../ui/notice.tsx";
import { FormulaireDeSignature, TexteASignerVu } from "../../vues/signature.tsx";
import { SANS_ID } from "./adresses.ts";

type Vue = {
  vu: ASigner;
  jeton: string;
  nom?: string;
  coche?: boolean;
  refus?: readonly Refus[];
  change?: boolean;
};

function Signer({ vu, jeton, nom = "", coche = false, refus = [], change = false }: Vue) {
  const { attente, montre } = vu;
  return (
    <>
      <BackLink libelle="Votre bilan" href="/mon-bilan" />
      {change ? (
        <Notice genre="alerte" titre="Ce texte a changé pendant que vous le lisiez." annonce>
          Rien n’est signé. Lisez-le de nouveau ci-dessous.
        </Notice>
      ) : null}
      <FormulaireDeSignature
        action={`/mon-bilan/signer/${attente.objet}/${attente.sur ?? SANS_ID}`}
        jeton={jeton}
        empreinte={montre.empreinte}
        engagement={montre.texte.engagement}
        nom={nom}
        coche={coche}
        refus={refus}
        entete={
          <>
            <PageTitle titre={attente.titre} />
            <TexteASignerVu texte={montre.texte} />
          </>
        }
      />
    </>
  );
}

const PLUS_RIEN = "Ce papier n’attend plus votre signature. Il est signé, ou il a été remplacé.";

function cibleDe(c: Context<Env>) {
  const [objet = "", sur = ""] = [c.req.param("objet"), c.req.param("sur")];
  return { objet, sur: sur === SANS_ID ? null : sur };
}

/** Reading one text and signing it: one thing a page, the text shown to the letter, a receipt at the end. */
export function routesSigner(app: Hono<Env>): void {
  app.get("/mon-bilan/signer/:objet/:sur", async (c) => {
    const { auteur, dossier: reference } = c.get("moi");
    const { maison } = c.get("portes");
    if (reference === null) return introuvable(c);
    const vu = await lireASigner(maison, auteur, { reference, ...cibleDe(c) });
    if (vu === undefined) return plusRien(c);
    return page(c, { titre: "Signer", children: <Signer vu={vu} jeton={maison.nouvelId()} /> });
  });

  app.post("/mon-bilan/signer/:objet/:sur", async (c) => {
    const { auteur, dossier: reference } = c.get("moi");
    const { maison } = c.get("portes");
    if (reference === null) return introuvable(c);
    const brut = await champsDeFormulaire(c);
    const cible = { reference, ...cibleDe(c) };
    const reponse = await apposerSignature(maison, auteur, {
      ...cible,
      nom: brut.nom?.[0] ?? "",
      atteste: brut.atteste?.[0] === "oui",
      empreinte: brut.empreinte?.[0] ?? "",
      moyen: "compte",
      cle: brut.jeton?.[0] || maison.nouvelId(),
    });
    if (reponse.issue === "fait") return c.redirect(`/mon-bilan/recus/${reponse.n}`, 303);
    const vu = await lireASigner(maison, auteur, cible);
    if (reponse.issue === "rien_a_signer" || vu === undefined) return plusRien(c);
    const vue: Vue = {
      vu,
      jeton: maison.nouvelId(),
      nom: brut.nom?.[0] ?? "",
      coche: brut.atteste?.[0] === "oui",
      ...(reponse.issue === "refus" ? { refus: reponse.refus } : { change: true }),
    };
    return page(
      c,
      { titre: "Signer", enErreur: true, children: <Signer {...vue} /> },
      reponse.issue === "refus" ? 422 : 409,
    );
  });
}

function plusRien(c: Context<Env>) {
  const corps = (
    <>
      <BackLink libelle="Votre bilan" href="/mon-bilan" />
      <PageTitle titre="Rien à signer ici" chapeau={PLUS_RIEN} />
    </>
  );
  return page(c, { titre: "Rien à signer", children: corps }, 404);
}
