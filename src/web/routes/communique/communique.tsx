import type { Context, Hono } from "hono";
import {
  type DocumentMontre,
  lireCommunication,
  ouvrirCommunication,
  prendreDocument,
} from "../../../usecases/communication/lire-document.ts";
import { jourDeParis } from "../../../usecases/heure-de-paris.ts";
import { formatJourLong } from "../../../values/dates-fr.ts";
import type { Instant } from "../../../values/instant.ts";
import type { Env } from "../../contexte.ts";
import { page } from "../../page.tsx";
import { Button, Buttons, LinkButton } from "../../ui/button.tsx";
import { Form } from "../../ui/form.tsx";
import { PageTitle } from "../../ui/layout.tsx";
import { Notice } from "../../ui/notice.tsx";

const TITRES: Readonly<Record<DocumentMontre["document"], string>> = {
  synthese: "La synthèse",
  resultats_detailles: "Les résultats détaillés",
};

/** The one answer for a link that is unknown, too old, ended by its sender, or whose agreement or document is gone. */
function arrete(c: Context<Env>) {
  const corps = (
    <PageTitle
      titre="Ce lien ne montre plus rien"
      chapeau="Il est trop ancien, l’accord de la personne a été retiré, ou le document a été détruit à la fin du bilan. Demandez à qui vous l’a envoyé."
    />
  );
  return page(c, { titre: "Lien arrêté", etroite: true, children: corps }, 404);
}

function PourVousSeul({ expireLe }: { expireLe: string }) {
  return (
    <Notice genre="secret" titre="Pour vous seul.">
      La personne a donné son accord écrit pour vous, et pour ce document. Ne le transmettez à personne. Le
      lien marche jusqu’au {formatJourLong(jourDeParis(expireLe as Instant))}, ou moins si elle retire son
      accord.
    </Notice>
  );
}

function Fermee({ vu, jeton, encore }: { vu: DocumentMontre; jeton: string; encore: boolean }) {
  return (
    <>
      <PageTitle titre="Un document vous est transmis" chapeau={`Par ${vu.organisme}.`} />
      {encore ? (
        <Notice genre="alerte" titre="Ouvrez-le de nouveau." annonce>
          Quelqu’un écrivait dans ce dossier au même moment. Rien n’est perdu.
        </Notice>
      ) : null}
      <PourVousSeul expireLe={vu.expireLe} />
      <Form action={`/communique/${jeton}`}>
        <Buttons>
          <Button large>Ouvrir le document</Button>
        </Buttons>
      </Form>
      <p class="minor">Votre ouverture est notée. La personne la voit.</p>
    </>
  );
}

function Ouverte({ vu, jeton }: { vu: DocumentMontre; jeton: string }) {
  return (
    <>
      <PageTitle
        titre={TITRES[vu.document]}
        chapeau={`De ${vu.personne ?? ""}, transmis par ${vu.organisme}.`}
      />
      <PourVousSeul expireLe={vu.expireLe} />
      <div class="buttons">
        <LinkButton large href={`/communique/${jeton}/document.pdf`}>
          Prendre le document (PDF)
        </LinkButton>
      </div>
    </>
  );
}

function montrer(c: Context<Env>, vu: DocumentMontre | undefined, encore = false) {
  if (vu === undefined) return arrete(c);
  const jeton = c.req.param("jeton") ?? "";
  const corps =
    vu.personne === null ? (
      <Fermee vu={vu} jeton={jeton} encore={encore} />
    ) : (
      <Ouverte vu={vu} jeton={jeton} />
    );
  return page(c, { titre: "Document transmis", etroite: true, children: corps }, encore ? 409 : 200);
}

/**
 * The page behind the link to one document: that document and nothing else, for whoever has the link. Looking at the
 * page opens nothing, since mail programs follow links by themselves: the button does.
 */
export function routesCommunique(app: Hono<Env>): void {
  app.get("/communique/:jeton", async (c) =>
    montrer(c, await lireCommunication(c.get("portes").maison, c.req.param("jeton"))),
  );

  app.post("/communique/:jeton", async (c) => {
    const { maison } = c.get("portes");
    const jeton = c.req.param("jeton");
    const reponse = await ouvrirCommunication(maison, jeton);
    if (reponse === undefined) return arrete(c);
    if (reponse === "ouverte") return c.redirect(`/communique/${jeton}`, 303);
    return montrer(c, await lireCommunication(maison, jeton), true);
  });

  app.get("/communique/:jeton/document.pdf", async (c) => {
    const { maison, imprimer } = c.get("portes");
    const pris = await prendreDocument(maison, imprimer, c.req.param("jeton"));
    if (pris === undefined) return arrete(c);
    return c.body(new Uint8Array(pris.octets), 200, {
      "content-type": "application/pdf",
      "content-disposition": `inline; filename="${pris.nom}"`,
    });
  });
}
