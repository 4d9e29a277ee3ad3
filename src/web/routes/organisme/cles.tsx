import type { Context, Hono } from "hono";
import { clesDuJournal } from "../../../usecases/cles/cles-du-journal.ts";
import { tournerSceau } from "../../../usecases/cles/tourner-sceau.ts";
import { tournerSignature } from "../../../usecases/cles/tourner-signature.ts";
import { certificatsDuSceau } from "../../../usecases/sceau/sceau-de-l-organisme.ts";
import type { Env } from "../../contexte.ts";
import { champsDeFormulaire } from "../../formulaire.ts";
import { introuvable } from "../../introuvable.tsx";
import { page } from "../../page.tsx";
import { FaireOuLaisser, Interruption } from "../../ui/confirm.tsx";
import { Form } from "../../ui/form.tsx";
import { Actions, Block, PageTitle } from "../../ui/layout.tsx";
import { Notice } from "../../ui/notice.tsx";
import { ClesDuJournal } from "../../vues/cles-du-journal.tsx";
import { CertificatsDuSceau } from "../../vues/sceau.tsx";
import { COURANT, Retour } from "./commun.tsx";

const ADRESSE = `${COURANT}/cles`;

/** What turning one of the keys takes and leaves, as it is said before. */
const TOURS: Readonly<Record<string, { titre: string; perdu: string[]; garde: string[]; pourquoi: string }>> =
  {
    signature: {
      titre: "Changer la clé qui signe le journal",
      perdu: ["La partie secrète de la clé d’aujourd’hui, détruite : elle ne signera plus rien."],
      garde: [
        "Tout ce qu’elle a signé : dossiers de contrôle, reçus et papiers se vérifient encore.",
        "Le passage d’une clé à l’autre, signé par les deux et inscrit au journal.",
      ],
      pourquoi:
        "L’empreinte change : donnez la nouvelle à ceux qui avaient l’ancienne. Copiez ensuite le dossier des clés, car sa copie d’hier ne signe plus.",
    },
    sceau: {
      titre: "Changer la clé qui scelle les papiers",
      perdu: ["La clé d’aujourd’hui, oubliée : elle ne scellera plus rien."],
      garde: [
        "Les papiers déjà scellés, qui portent leur certificat.",
        "Les anciens certificats, à télécharger.",
      ],
      pourquoi:
        "L’empreinte du certificat change : donnez la nouvelle à ceux qui avaient l’ancienne. Copiez ensuite le dossier des clés.",
    },
  };

async function montrer(c: Context<Env>) {
  const { maison } = c.get("portes");
  const { auteur } = c.get("moi");
  const cles = await clesDuJournal(maison, auteur);
  const certificats = await certificatsDuSceau(maison, auteur);
  const corps = (
    <>
      <Retour />
      <PageTitle
        titre="Les clés de l’organisme"
        chapeau="Ce qu’un contrôleur compare, et depuis quand. Donnez ces empreintes par un autre chemin que vos fichiers."
      />
      <Block id="signature" titre="Ce qui signe le journal et les dossiers de contrôle">
        <ClesDuJournal cles={cles} />
        <Actions liens={[{ libelle: "Changer la clé qui signe le journal", href: `${ADRESSE}/signature` }]} />
      </Block>
      <CertificatsDuSceau certificats={certificats} />
      <Actions liens={[{ libelle: "Changer la clé qui scelle les papiers", href: `${ADRESSE}/sceau` }]} />
      <Actions
        liens={[
          { libelle: "Quand changer une clé, et ce que cela ne fait pas", href: "/aide/sauvegarde-et-cles" },
        ]}
      />
    </>
  );
  const flash =
    c.req.query("fait") === "1" ? ({ genre: "fait", titre: "La clé est changée." } as const) : null;
  return page(c, {
    titre: "Les clés de l’organisme",
    courant: COURANT,
    ...(flash === null ? {} : { flash }),
    children: corps,
  });
}

/** The fingerprint of the key in use: the form sends it back, so that two sendings turn once. */
async function enUsage(c: Context<Env>, cle: string): Promise<string> {
  const { maison } = c.get("portes");
  const { auteur } = c.get("moi");
  const [premiere] =
    cle === "sceau" ? await certificatsDuSceau(maison, auteur) : await clesDuJournal(maison, auteur);
  return premiere!.empreinte;
}

async function demander(c: Context<Env>, { occupe }: { occupe: boolean }) {
  const cle = c.req.param("cle") ?? "";
  const tour = Object.hasOwn(TOURS, cle) ? TOURS[cle] : undefined;
  if (tour === undefined) return introuvable(c);
  const corps = (
    <>
      <Retour />
      {occupe ? (
        <Notice genre="alerte" titre="La clé n’est pas changée.">
          Une autre clé est en train de changer, ou une destruction s’achève. Recommencez dans une minute.
        </Notice>
      ) : null}
      <Interruption
        titre={tour.titre}
        titrePerdu="Disparaît"
        motPerdu="Détruit"
        perdu={tour.perdu}
        titreGarde="Reste"
        garde={tour.garde}
        pourquoi={tour.pourquoi}
      >
        <Form
          action={`${ADRESSE}/${cle}`}
          jeton={c.get("portes").maison.nouvelId()}
          champsCaches={{ vu: await enUsage(c, cle) }}
        >
          <FaireOuLaisser faire={tour.titre} retour={ADRESSE} />
        </Form>
      </Interruption>
    </>
  );
  return page(
    c,
    { titre: tour.titre, enErreur: occupe, courant: COURANT, etroite: true, children: corps },
    occupe ? 409 : 200,
  );
}

/** The keys of the organisation: what a stranger compares, and the way to a new one. */
export function routesDesCles(app: Hono<Env>): void {
  app.get("/organisme/cles", montrer);
  app.get("/organisme/cles/:cle", (c) => demander(c, { occupe: false }));
  app.post("/organisme/cles/:cle", async (c) => {
    const { maison } = c.get("portes");
    const { organismeId } = c.get("moi").auteur;
    const vu = (await champsDeFormulaire(c)).vu?.[0] ?? "";
    const cle = c.req.param("cle");
    if (cle === "sceau") await tournerSceau(maison, organismeId, vu);
    else if (cle !== "signature") return introuvable(c);
    else if (!(await tournerSignature(maison, organismeId, vu))) return demander(c, { occupe: true });
    return c.redirect(`${ADRESSE}?fait=1`, 303);
  });
}
