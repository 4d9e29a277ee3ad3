import type { Context, Hono } from "hono";
import { lireParCode, signerParCode } from "../../../usecases/emargement/signer-par-code.ts";
import { heureDeParis, jourDeParis } from "../../../usecases/heure-de-paris.ts";
import type { ASigner } from "../../../usecases/signer/lire-a-signer.ts";
import { formatJourLong } from "../../../values/dates-fr.ts";
import { formatHeure } from "../../../values/heure.ts";
import type { Env } from "../../contexte.ts";
import { champsDeFormulaire } from "../../formulaire.ts";
import { navigateurDe } from "../../navigateur.ts";
import { page } from "../../page.tsx";
import { PageTitle } from "../../ui/layout.tsx";
import { Notice } from "../../ui/notice.tsx";
import { Seal } from "../../ui/seal.tsx";
import { FormulaireDeSignature, type SignatureSaisie } from "../../vues/signature.tsx";

type Vue = SignatureSaisie & { vu: ASigner; action: string; jeton: string };

function Emarger({ vu, ...passage }: Vue) {
  return (
    <FormulaireDeSignature
      {...passage}
      montre={vu.montre}
      entete={
        <PageTitle
          titre="Signer votre séance"
          chapeau="Votre conseiller vous demande de confirmer que cette séance a eu lieu."
        />
      }
    />
  );
}

const rendre = (c: Context<Env>, vue: Vue, statut: 200 | 422 = 200) =>
  page(
    c,
    { titre: "Signer", etroite: true, enErreur: statut === 422, children: <Emarger {...vue} /> },
    statut,
  );

function passe(c: Context<Env>) {
  const corps = (
    <PageTitle
      titre="Ce code ne marche plus"
      chapeau="Il dure dix minutes et ne sert qu’à une séance. Demandez à votre conseiller d’en montrer un autre."
    />
  );
  return page(c, { titre: "Code périmé", etroite: true, children: corps }, 404);
}

/** The page behind the square that the counsellor shows: the person signs on her own phone, with no account. */
export function routesEmarger(app: Hono<Env>): void {
  app.get("/emarger/:jeton", async (c) => {
    const { maison } = c.get("portes");
    const vu = await lireParCode(maison, c.req.param("jeton"));
    if (vu === undefined) return passe(c);
    return rendre(c, { vu, action: c.req.path, jeton: maison.nouvelId() });
  });

  app.post("/emarger/:jeton", async (c) => {
    const { maison } = c.get("portes");
    const jeton = c.req.param("jeton");
    const brut = await champsDeFormulaire(c);
    const [nom, atteste] = [brut.nom?.[0] ?? "", brut.atteste?.[0] === "oui"];
    const moi = c.get("moi") as Env["Variables"]["moi"] | undefined;
    const reponse = await signerParCode(
      maison,
      jeton,
      { nom, atteste, empreinte: brut.empreinte?.[0] ?? "", cle: brut.jeton?.[0] || maison.nouvelId() },
      { appareil: navigateurDe(c), equipe: moi !== undefined && moi.dossier === null },
    );
    if (reponse.issue === "fait") return recu(c);
    const vu = await lireParCode(maison, jeton);
    if (vu === undefined) return passe(c);
    const refus =
      reponse.issue === "refus"
        ? reponse.refus
        : [{ phrase: "Ce texte a changé pendant que vous le lisiez. Rien n’est signé : relisez-le." }];
    return rendre(c, { vu, action: c.req.path, jeton: maison.nouvelId(), nom, coche: atteste, refus }, 422);
  });
}

function recu(c: Context<Env>) {
  const quand = c.get("portes").maison.horloge();
  const corps = (
    <>
      <Seal
        id="recu"
        niveau={1}
        titre="C’est signé"
        texte="Votre signature est scellée."
        cles={[
          {
            cle: "Signé par vous",
            valeur: `${formatJourLong(jourDeParis(quand))} à ${formatHeure(heureDeParis(quand))}`,
          },
        ]}
      />
      <div class="mt-5">
        <Notice genre="information">Le reçu est dans votre espace. Vous pouvez fermer cette page.</Notice>
      </div>
    </>
  );
  return page(c, { titre: "Reçu", etroite: true, children: corps });
}
