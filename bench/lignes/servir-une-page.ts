import { Hono } from "hono";
import type pg from "pg";
import { faitsDUnBilan } from "../dossier-complet.ts";
import { ecrireUnDossier } from "../dossier-ecrit.ts";
import { chronometrer, entrelacer, mediane, rapport } from "../entrelacer.ts";
import { gabaritNu } from "../gabarit-nu.ts";
import { conclure, type Echelle, type Ligne, type Resultat } from "../ligne.ts";
import { avecServeur, type Lecteur, type MaisonDeMesure } from "../maison-de-mesure.ts";
import { entretenir, peupler } from "../peupler.ts";

/**
 * The page of a dossier and the list of 50, each through the whole application: headers, session, access, reading,
 * judging, rendering. The rival is a route of the same framework that makes one query for the same rows and renders the
 * same bytes of HTML with a template that is markup alone (`gabarit-nu.ts`), on the same pool, without session or
 * row-level security.
 */
export const servirUnePage: Ligne = {
  id: "page",
  mesurer: (echelle) =>
    avecServeur(async (ouvrir) => {
      const mesure = await ouvrir("pages");
      const lecteur = await mesure.fonder();
      const { organismeId } = lecteur.auteur;
      await peupler(mesure.maison, organismeId, echelle === "reelle" ? 1_000 : 60);
      const reference = await ecrireUnDossier(mesure, lecteur);
      await entretenir(mesure.maison.base);
      const dossier = await comparer(echelle, mesure, lecteur, {
        id: "page-dossier",
        what: `The page of a dossier of ${faitsDUnBilan().length} facts`,
        chemin: `/dossiers/${reference}`,
        texte: FAITS,
        valeurs: [organismeId, reference],
      });
      const liste = await comparer(echelle, mesure, lecteur, {
        id: "page-liste",
        what: "The list of 50 dossiers",
        chemin: "/dossiers",
        texte: LISTE,
        valeurs: [organismeId],
      });
      return [dossier, liste];
    }),
};

const FAITS = `select d.reference, d.nom_affiche, d.beneficiaire, f.n, f.type, f.jour, f.texte
  from dossier d join fait f on f.organisme_id = d.organisme_id and f.dossier_id = d.id
  where d.organisme_id = $1 and d.reference = $2 order by f.n`;
const LISTE = `select * from dossier where organisme_id = $1 order by prochaine_echeance, id limit 51`;

type LigneLue = { nom_affiche: string; reference: string };

async function comparer(
  echelle: Echelle,
  { maison }: MaisonDeMesure,
  lecteur: Lecteur,
  page: { id: string; what: string; chemin: string; texte: string; valeurs: string[] },
): Promise<Resultat> {
  const html = await lecteur.lire(page.chemin);
  const nue = routeNue(maison.base.pool, html, page);
  const lireNue = async () => await (await nue.request(page.chemin)).text();
  if ((await lireNue()) !== html) throw new Error(`the bare page of ${page.chemin} is not the same`);
  const [tours, chauffe] = echelle === "reelle" ? [400, 150] : [2, 1];
  const serie = await entrelacer(
    { tours, chauffe },
    () => chronometrer(() => lecteur.lire(page.chemin)),
    () => chronometrer(lireNue),
  );
  const [a, b] = [mediane(serie.ours), mediane(serie.rival)];
  const what = `${page.what}, ${(html.length / 1024).toFixed(0)} KB, against a bare route of one query and one template giving the same bytes (ms; times the speed)`;
  return conclure({ id: page.id, what, ours: a, rival: b, ratio: 1 / rapport(serie), floor: 0.5, aim: 0.8 });
}

/** The bare route: the texts that its query gives stand in the page, the others are the template's. */
function routeNue(
  pool: pg.Pool,
  html: string,
  { chemin, texte, valeurs }: { chemin: string; texte: string; valeurs: string[] },
): Hono {
  const gabarit = gabaritNu(html);
  const app = new Hono();
  app.get(chemin, async (c) => {
    const { rows } = await pool.query<LigneLue>(texte, valeurs);
    const lus = new Map(rows.flatMap((r) => [r.nom_affiche, r.reference]).map((t) => [t, t]));
    return c.html(gabarit((t) => lus.get(t) ?? t));
  });
  return app;
}
