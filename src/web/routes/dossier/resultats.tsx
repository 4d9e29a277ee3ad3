import type { Context, Hono } from "hono";
import type { Refus } from "../../../dossier/acte.ts";
import { ecrireResultats } from "../../../dossier/actes/ecrire-resultats.ts";
import type { DossierConsulte } from "../../../usecases/dossier/consulter-dossier.ts";
import { joindreFichier } from "../../../usecases/resultats/joindre-fichier.ts";
import { fichiersDeResultats, lireFichier } from "../../../usecases/resultats/lire-fichiers.ts";
import { RefusRendus } from "../../champs-rendus.tsx";
import type { Env } from "../../contexte.ts";
import { fichierRecu } from "../../fichier-recu.ts";
import { champsDeFormulaire } from "../../formulaire.ts";
import { introuvable } from "../../introuvable.tsx";
import { page } from "../../page.tsx";
import { BackLink } from "../../ui/breadcrumbs.tsx";
import { Button, Buttons, LinkButton } from "../../ui/button.tsx";
import { ChampFichier } from "../../ui/champs/fichier.tsx";
import { ChampTexte } from "../../ui/champs/une-ligne.tsx";
import { Form } from "../../ui/form.tsx";
import { PageTitle } from "../../ui/layout.tsx";
import { EmptyState, Notice } from "../../ui/notice.tsx";
import { fr } from "../../ui/typographie.ts";
import { FichiersDeResultats, fichierJoint } from "../../vues/fichiers-de-resultats.tsx";
import { lienVersActe } from "../../vues/liens.ts";
import { dossierDeSonConseiller } from "./ouvrir.ts";

type Suite = { intitule?: string; refus?: readonly Refus[]; ecarte?: string };
type Vue = Suite & { dossier: DossierConsulte; jeton: string };

function Resultats({ dossier, jeton, intitule = "", refus = [], ecarte }: Vue) {
  const base = `/dossiers/${dossier.reference}`;
  const erreur = (nom: string) => refus.find((r) => r.champ === nom)?.phrase;
  const [ecrire] = lienVersActe(dossier, "conseiller", ecrireResultats.nom);
  return (
    <>
      <BackLink libelle={`Notes, ${dossier.reference}`} href={`${base}/notes`} />
      <RefusRendus refus={refus} />
      {ecarte === undefined ? null : (
        <Notice genre="refus" titre={fr(ecarte)} annonce>
          Il a été mis de côté, scellé, et rien n’a été joint.
        </Notice>
      )}
      <PageTitle
        titre="Joindre un fichier de résultats"
        chapeau="Une feuille de test, un exercice, un schéma. Il est scellé comme vos textes : la personne et vous seuls l’ouvrirez."
      />
      {ecrire === undefined ? (
        <EmptyState
          titre="Rien ne se joint à cette étape"
          niveau={2}
          action={<LinkButton href={base}>Revenir au dossier</LinkButton>}
        >
          Les résultats se joignent pendant le bilan, avant la remise.
        </EmptyState>
      ) : (
        <Form action={`${base}/resultats`} jeton={jeton} fichiers>
          <ChampTexte
            nom="intitule"
            libelle="De quoi ce sont les résultats"
            aide="Par exemple : questionnaire d’intérêts. Ce titre ne dit rien de ce qui a été trouvé."
            requis
            valeur={intitule}
            erreur={erreur("intitule")}
          />
          <ChampFichier
            nom="fichier"
            libelle="Le fichier"
            aide="JPEG, PNG ou PDF, 10 Mo au plus. Le lieu et l’appareil écrits dans une photo sont effacés."
            accepte="image/jpeg,image/png,application/pdf"
            requis
            erreur={erreur("fichier") ?? (refus.length > 0 ? "Choisissez le fichier de nouveau." : undefined)}
          />
          <Buttons>
            <Button>Joindre le fichier</Button>
            <LinkButton rang="discret" href={ecrire.href}>
              Plutôt écrire les résultats
            </LinkButton>
          </Buttons>
        </Form>
      )}
      <FichiersDeResultats fichiers={fichiersDeResultats(dossier)} base={`${base}/resultats`} />
    </>
  );
}

async function montrer(c: Context<Env>, suite: Suite = {}) {
  const dossier = await dossierDeSonConseiller(c);
  if (dossier === undefined) return introuvable(c);
  const corps = <Resultats dossier={dossier} jeton={c.get("portes").maison.nouvelId()} {...suite} />;
  const titre = `Joindre un fichier de résultats, ${dossier.reference}`;
  return page(c, {
    titre,
    enErreur: (suite.refus ?? []).length > 0 || suite.ecarte !== undefined,
    courant: "/dossiers",
    children: corps,
  });
}

/** Files of detailed results: joined by her counsellor, sealed as content, given back to the two of them. */
export function routesResultats(app: Hono<Env>): void {
  app.get("/dossiers/:reference/resultats", (c) => montrer(c));

  app.post("/dossiers/:reference/resultats", async (c) => {
    const { maison } = c.get("portes");
    const reference = c.req.param("reference");
    const brut = await champsDeFormulaire(c);
    const intitule = brut.intitule?.[0] ?? "";
    const octets = (await fichierRecu(c, "fichier")) ?? new Uint8Array();
    const cle = brut.jeton?.[0] || maison.nouvelId();
    const reponse = await joindreFichier(maison, c.get("moi").auteur, { reference, intitule, octets, cle });
    switch (reponse.issue) {
      case "fait":
        return c.redirect(`/dossiers/${reference}/resultats`, 303);
      case "inconnu":
        return introuvable(c);
      case "ecarte":
        return montrer(c, { intitule, ecarte: reponse.phrase });
      case "conflit":
        return montrer(c, {
          intitule,
          refus: [{ phrase: "Ce dossier vient de changer. Envoyez de nouveau." }],
        });
      case "refus":
        return montrer(c, { intitule, refus: reponse.refus });
    }
  });

  app.get("/dossiers/:reference/resultats/:n", async (c) => {
    const reference = c.req.param("reference");
    const { maison } = c.get("portes");
    const fichier = await lireFichier(maison, c.get("moi").auteur, reference, Number(c.req.param("n")));
    return fichier === undefined ? introuvable(c) : fichierJoint(c, reference, fichier);
  });
}
