import type { Hono } from "hono";
import { exprimerDesaccord } from "../../../usecases/signer/exprimer-desaccord.ts";
import { type ASigner, lireASigner } from "../../../usecases/signer/lire-a-signer.ts";
import { SANS_ID } from "../../adresses-de-la-personne.ts";
import type { Env } from "../../contexte.ts";
import { champsDeFormulaire } from "../../formulaire.ts";
import { introuvable } from "../../introuvable.tsx";
import { page } from "../../page.tsx";
import { BackLink } from "../../ui/breadcrumbs.tsx";
import { Button, Buttons, LinkButton } from "../../ui/button.tsx";
import { ChampContenu } from "../../ui/champs/texte-long.tsx";
import { Form } from "../../ui/form.tsx";
import { PageTitle } from "../../ui/layout.tsx";
import { cibleDeLAdresse, TexteChange } from "../../vues/page-de-signature.tsx";
import { TexteASignerVu } from "../../vues/signature.tsx";
import { adresseDeSignature } from "./adresses.ts";
import { plusRien } from "./signer.tsx";

type Vue = { vu: ASigner; jeton: string; raison?: string; change?: boolean };

function Desaccord({ vu, jeton, raison = "", change = false }: Vue) {
  const { attente, montre } = vu;
  const lire = adresseDeSignature(attente);
  return (
    <>
      <BackLink libelle="Relire" href={lire} />
      {change ? <TexteChange /> : null}
      <PageTitle
        titre={attente.definition.refuser?.libelle ?? ""}
        chapeau="Vous ne signez pas. Votre conseiller le voit et vous répond."
      />
      <Form
        action={`/mon-bilan/desaccord/${attente.objet}/${attente.sur ?? SANS_ID}`}
        jeton={jeton}
        garde
        champsCaches={{ empreinte: montre.empreinte }}
      >
        <ChampContenu
          nom="raison"
          libelle="Dites pourquoi, si vous le voulez"
          aide="Lu par vous et par votre conseiller. Personne d’autre."
          valeur={raison}
        />
        <Buttons>
          <Button large>Envoyer</Button>
          <LinkButton rang="second" large href={lire}>
            Revenir au texte
          </LinkButton>
        </Buttons>
      </Form>
      <TexteASignerVu texte={montre.texte} />
    </>
  );
}

/** Saying no to one text, with the reason or without. */
export function routesDesaccord(app: Hono<Env>): void {
  app.get("/mon-bilan/desaccord/:objet/:sur", async (c) => {
    const { auteur, dossier: reference } = c.get("moi");
    const { maison } = c.get("portes");
    if (reference === null) return introuvable(c);
    const vu = await lireASigner(maison, auteur, { reference, ...cibleDeLAdresse(c) });
    if (vu === undefined || vu.attente.definition.refuser === null) return plusRien(c);
    return page(c, {
      titre: "Dire non",
      children: <Desaccord vu={vu} jeton={maison.nouvelId()} />,
    });
  });

  app.post("/mon-bilan/desaccord/:objet/:sur", async (c) => {
    const { auteur, dossier: reference } = c.get("moi");
    const { maison } = c.get("portes");
    if (reference === null) return introuvable(c);
    const brut = await champsDeFormulaire(c);
    const cible = { reference, ...cibleDeLAdresse(c) };
    const raison = brut.raison?.[0] ?? "";
    const reponse = await exprimerDesaccord(maison, auteur, {
      ...cible,
      raison,
      empreinte: brut.empreinte?.[0] ?? "",
      cle: brut.jeton?.[0] || maison.nouvelId(),
    });
    if (reponse.issue === "fait") return c.redirect(`/mon-bilan/recus/${reponse.n}`, 303);
    const vu = await lireASigner(maison, auteur, cible);
    if (reponse.issue === "rien_a_signer" || vu === undefined) return plusRien(c);
    const corps = <Desaccord vu={vu} jeton={maison.nouvelId()} raison={raison} change />;
    return page(c, { titre: "Dire non", enErreur: true, children: corps }, 409);
  });
}
