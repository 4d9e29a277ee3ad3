import type { Hono } from "hono";
import { desaccordExprime } from "../../../dossier/faits/signature.ts";
import type { DossierConsulte } from "../../../usecases/dossier/consulter-dossier.ts";
import { heureDeParis } from "../../../usecases/heure-de-paris.ts";
import { quoiDuRecu } from "../../../usecases/papiers/recu.ts";
import { sesAvis } from "../../../usecases/personne/ce-qui-est-a-elle.ts";
import { donnerPapier } from "../../../usecases/sceau/donner-papier.ts";
import { capitale } from "../../../values/capitale.ts";
import { formatJourLong } from "../../../values/dates-fr.ts";
import { formatHeure } from "../../../values/heure.ts";
import type { Env } from "../../contexte.ts";
import { fichierDePapier } from "../../fichier-de-papier.ts";
import { introuvable } from "../../introuvable.tsx";
import { page } from "../../page.tsx";
import { BackLink } from "../../ui/breadcrumbs.tsx";
import { PageTitle } from "../../ui/layout.tsx";
import { EmptyState } from "../../ui/notice.tsx";
import { Status } from "../../ui/status.tsx";
import { fr } from "../../ui/typographie.ts";
import { RETOUR } from "./adresses.ts";
import { monDossier } from "./mon-dossier.ts";

/** What she signed, in words: « La séance du lundi 28 septembre 2026 ». */
export function titreDeLAvis(dossier: DossierConsulte, n: number): string {
  return capitale(quoiDuRecu(dossier, n) ?? "un papier");
}

/** All her receipts, and each as a PDF to keep. */
export function routesRecus(app: Hono<Env>): void {
  app.get("/mon-bilan/recus", async (c) => {
    const dossier = await monDossier(c);
    if (dossier === undefined) return introuvable(c);
    const avis = sesAvis(dossier);
    const corps = (
      <>
        <BackLink {...RETOUR} />
        <PageTitle titre="Mes reçus" chapeau="Un reçu prouve ce que vous avez répondu, et quand." />
        {avis.length === 0 ? (
          <EmptyState titre="Aucun reçu pour le moment" niveau={2}>
            Chaque fois que vous signez, le reçu vient ici et par courriel.
          </EmptyState>
        ) : (
          <ul class="list list--links mt-4">
            {avis.map((f) => (
              <li>
                <div class="list-body">
                  <a href={`/mon-bilan/recus/${f.n}`}>{fr(titreDeLAvis(dossier, f.n))}</a>
                  <p class="minor">
                    {formatJourLong(f.date)} à {formatHeure(heureDeParis(f.consigne))},{" "}
                    <span class="nowrap">{fr(`n° ${dossier.reference}-${f.n}`)}</span>
                  </p>
                </div>
                {f.type === desaccordExprime.type ? (
                  <Status genre="enCours" mot="Pas d’accord" />
                ) : (
                  <Status genre="termine" mot="Signé" />
                )}
              </li>
            ))}
          </ul>
        )}
      </>
    );
    return page(c, { titre: "Mes reçus", courant: "/mon-bilan/recus", children: corps });
  });

  app.get("/mon-bilan/recus/:n/pdf", async (c) => {
    const dossier = await monDossier(c);
    const n = Number(c.req.param("n"));
    if (dossier === undefined || !sesAvis(dossier).some((f) => f.n === n)) return introuvable(c);
    const { maison, imprimer } = c.get("portes");
    const auteur = c.get("moi").auteur;
    const donne = await donnerPapier({ maison, auteur, imprimer }, dossier.reference, `recu-${n}`);
    if (donne === undefined || "manque" in donne) return introuvable(c);
    return c.body(new Uint8Array(donne.octets), 200, {
      "content-type": "application/pdf",
      "content-disposition": `attachment; filename="${fichierDePapier(`recu-${n}`, dossier.reference)}"`,
    });
  });
}
