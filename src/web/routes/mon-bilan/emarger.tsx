import type { Context, Hono } from "hono";
import type { Brut, Refus } from "../../../dossier/acte.ts";
import { lireCodeDansMonEspace, signerCodeDansMonEspace } from "../../../usecases/emargement/code-tape.ts";
import type { ASigner } from "../../../usecases/signer/lire-a-signer.ts";
import type { Env } from "../../contexte.ts";
import { champsDeFormulaire } from "../../formulaire.ts";
import { introuvable } from "../../introuvable.tsx";
import { navigateurDe } from "../../navigateur.ts";
import { page } from "../../page.tsx";
import { BackLink } from "../../ui/breadcrumbs.tsx";
import { Button, Buttons } from "../../ui/button.tsx";
import { ChampTexte } from "../../ui/champs/une-ligne.tsx";
import { ErrorSummary, Form } from "../../ui/form.tsx";
import { PageTitle } from "../../ui/layout.tsx";
import { FormulaireDeSignature } from "../../vues/signature.tsx";

const ICI = "/mon-bilan/emarger";
const FAUX =
  "Ce code n’est pas celui de votre séance, ou il est trop ancien. Demandez à votre conseiller d’en montrer un autre.";

function DemanderLeCode({ code = "", faute }: { code?: string; faute?: string }) {
  return (
    <>
      <ErrorSummary fautes={faute === undefined ? [] : [{ nom: "code", message: faute }]} />
      <BackLink libelle="Votre bilan" href="/mon-bilan" />
      <PageTitle titre="Signer avec un code" chapeau="Votre conseiller montre six chiffres sur son écran." />
      <Form action={ICI}>
        <ChampTexte
          nom="code"
          libelle="Le code à six chiffres"
          autocompletion="one-time-code"
          largeur="courte"
          requis
          valeur={code}
          erreur={faute}
        />
        <Buttons>
          <Button large>Continuer</Button>
        </Buttons>
      </Form>
    </>
  );
}

function Signer({ vu, brut, cle, refus }: { vu: ASigner; brut: Brut; cle: string; refus: readonly Refus[] }) {
  return (
    <FormulaireDeSignature
      action={ICI}
      jeton={cle}
      montre={vu.montre}
      nom={brut.nom?.[0] ?? ""}
      coche={brut.atteste?.[0] === "oui"}
      champsCaches={{ code: brut.code?.[0] ?? "" }}
      refus={refus}
      entete={<PageTitle titre={vu.attente.titre} />}
    />
  );
}

/** Signing a session from her own space with the figures that the counsellor shows: the code, then the text. */
export function routesEmargerPersonne(app: Hono<Env>): void {
  app.get(ICI, (c) =>
    c.get("moi").dossier === null
      ? introuvable(c)
      : page(c, { titre: "Signer", children: <DemanderLeCode /> }),
  );

  app.post(ICI, async (c) => {
    const { dossier: reference } = c.get("moi");
    if (reference === null) return introuvable(c);
    const brut = await champsDeFormulaire(c);
    return brut.empreinte === undefined ? demander(c, reference, brut) : signer(c, reference, brut);
  });
}

async function demander(c: Context<Env>, reference: string, brut: Brut, refus: readonly Refus[] = []) {
  const { maison } = c.get("portes");
  const code = brut.code?.[0] ?? "";
  const vu = await lireCodeDansMonEspace(maison, c.get("moi").auteur, reference, code);
  if (vu === undefined) {
    const corps = <DemanderLeCode code={code} faute={FAUX} />;
    return page(c, { titre: "Signer", enErreur: true, children: corps });
  }
  const corps = <Signer vu={vu} brut={brut} cle={maison.nouvelId()} refus={refus} />;
  return page(c, { titre: "Signer", enErreur: refus.length > 0, children: corps });
}

async function signer(c: Context<Env>, reference: string, brut: Brut) {
  const { maison } = c.get("portes");
  const reponse = await signerCodeDansMonEspace(maison, c.get("moi").auteur, reference, {
    code: brut.code?.[0] ?? "",
    nom: brut.nom?.[0] ?? "",
    atteste: brut.atteste?.[0] === "oui",
    empreinte: brut.empreinte?.[0] ?? "",
    cle: brut.jeton?.[0] || maison.nouvelId(),
    appareil: navigateurDe(c),
  });
  if (reponse.issue === "fait") return c.redirect(`/mon-bilan/recus/${reponse.n}`, 303);
  return await demander(
    c,
    reference,
    brut,
    reponse.issue === "refus"
      ? reponse.refus
      : [{ phrase: "Ce texte a changé pendant que vous le lisiez. Rien n’est signé : relisez-le." }],
  );
}
