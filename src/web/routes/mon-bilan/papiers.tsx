import type { Hono } from "hono";
import { listerPapiers } from "../../../usecases/papiers/imprimer-papier.ts";
import { estAElle } from "../../../usecases/personne/ce-qui-est-a-elle.ts";
import { noterSaCopie } from "../../../usecases/personne/sa-copie.ts";
import { fichiersDeResultats, lireFichier } from "../../../usecases/resultats/lire-fichiers.ts";
import { donnerPapier } from "../../../usecases/sceau/donner-papier.ts";
import type { Env } from "../../contexte.ts";
import { enteteDePapier } from "../../fichier-de-papier.ts";
import { introuvable } from "../../introuvable.tsx";
import { page } from "../../page.tsx";
import { BackLink } from "../../ui/breadcrumbs.tsx";
import { LinkButton } from "../../ui/button.tsx";
import { PageTitle } from "../../ui/layout.tsx";
import { Mark } from "../../ui/mark.tsx";
import { EmptyState } from "../../ui/notice.tsx";
import { fr } from "../../ui/typographie.ts";
import { FichiersDeResultats, fichierJoint } from "../../vues/fichiers-de-resultats.tsx";
import { RETOUR } from "./adresses.ts";
import { Factures } from "./factures.tsx";
import { monDossier } from "./mon-dossier.ts";

/** The words of the trade, said plainly to her. */
const TITRES_POUR_ELLE: Readonly<Record<string, string>> = {
  "feuille-d-emargement": "Vos signatures de présence",
};

/** Her papers, the synthesis among them: she is its only recipient. */
export function routesPapiersPersonne(app: Hono<Env>): void {
  app.get("/mon-bilan/papiers", async (c) => {
    const dossier = await monDossier(c);
    if (dossier === undefined) return introuvable(c);
    const lignes = listerPapiers(c.get("portes").maison, c.get("moi").auteur, dossier).filter((l) =>
      estAElle(l.papier.nom),
    );
    const prets = lignes.filter((l) => "document" in l);
    const corps = (
      <>
        <BackLink {...RETOUR} />
        <PageTitle titre="Mes papiers" chapeau="Chacun s’ouvre en PDF. Gardez-les chez vous." />
        {prets.length === 0 ? (
          <EmptyState titre="Aucun papier pour le moment" niveau={2}>
            Vos papiers viendront ici dès qu’ils seront faits.
          </EmptyState>
        ) : (
          <ul class="list list--links mt-4">
            {prets.map(({ papier }) => (
              <li>
                <div class="list-body">
                  <a href={`/mon-bilan/papiers/${papier.nom}`}>
                    {TITRES_POUR_ELLE[papier.nom] ?? papier.titre} (PDF)
                  </a>
                  {papier.classe === "contenu" ? (
                    <>
                      {" "}
                      <Mark forme="secret" mot="Rien que pour vous" taille="petite" />
                    </>
                  ) : null}
                  <p class="minor">
                    {fr(papier.quoi.replace(/^Pour la personne seule/, "Rien que pour vous"))}
                  </p>
                </div>
              </li>
            ))}
          </ul>
        )}
        <FichiersDeResultats fichiers={fichiersDeResultats(dossier)} base="/mon-bilan/resultats" />
        <Factures factures={dossier.etat.factures} />
        <div class="buttons mt-6">
          <LinkButton rang="second" large href="/mon-bilan/tout">
            Télécharger tout ce qui est à vous
          </LinkButton>
        </div>
      </>
    );
    return page(c, { titre: "Mes papiers", courant: "/mon-bilan/papiers", children: corps });
  });

  app.get("/mon-bilan/resultats/:n", async (c) => {
    const { auteur, dossier: reference } = c.get("moi");
    if (reference === null) return introuvable(c);
    const fichier = await lireFichier(c.get("portes").maison, auteur, reference, Number(c.req.param("n")));
    return fichier === undefined ? introuvable(c) : fichierJoint(c, reference, fichier);
  });

  app.get("/mon-bilan/papiers/:papier", async (c) => {
    const { auteur, dossier: reference } = c.get("moi");
    const { maison, imprimer } = c.get("portes");
    const nom = c.req.param("papier");
    if (reference === null || !estAElle(nom)) return introuvable(c);
    const donne = await donnerPapier({ maison, auteur, imprimer }, reference, nom);
    if (donne === undefined || "manque" in donne) return introuvable(c);
    if (nom === "synthese") await noterSaCopie(maison, auteur, reference, "synthese");
    // The name of the file says which paper it is, and nothing of who: it stays in her downloads.
    return c.body(new Uint8Array(donne.octets), 200, enteteDePapier(nom, reference));
  });
}
