import type { Context, Hono } from "hono";
import {
  type Bureau,
  PETIT_NOMBRE,
  type Taux,
  tauxDesBureaux,
} from "../../../usecases/listes/taux-des-bureaux.ts";
import type { Env } from "../../contexte.ts";
import { page } from "../../page.tsx";
import { Block, PageTitle } from "../../ui/layout.tsx";
import { EmptyState, Notice } from "../../ui/notice.tsx";
import { Table } from "../../ui/table.tsx";
import { fr } from "../../ui/typographie.ts";

const POURCENT = new Intl.NumberFormat("fr-FR", { style: "percent", maximumFractionDigits: 0 });
const COLONNES = [
  { libelle: "Bureau" },
  { libelle: "Bilans en cours", nombre: true },
  { libelle: "Sans alerte", nombre: true },
  { libelle: "Échéance passée", nombre: true },
  { libelle: "Finis depuis un an", nombre: true },
  { libelle: "Heures signées sur prévues", nombre: true },
] as const;

function direTaux(taux: Taux | null, bilans: number): string {
  if (taux !== null) return POURCENT.format(taux.part / taux.sur);
  return bilans < PETIT_NOMBRE ? `moins de ${PETIT_NOMBRE}` : "non donné";
}

function ligne(b: Bureau, nom: string): string[] {
  return [
    nom,
    String(b.enCours),
    direTaux(b.sansAlerte, b.enCours),
    direTaux(b.enRetard, b.enCours),
    String(b.finis),
    direTaux(b.heuresSignees, b.finis),
  ].map(fr);
}

/** What whoever follows a network sees: rates by office, and nothing that tells of somebody (conception.md §4). */
async function montrer(c: Context<Env>) {
  const { bureaux, ensemble } = await tauxDesBureaux(c.get("portes").maison, c.get("moi").auteur);
  const lignes = bureaux.map((b) => ligne(b, b.nom ?? "Sans lieu"));
  const corps = (
    <>
      <PageTitle titre="Les bureaux" chapeau="Des taux sur douze mois. Aucun dossier, aucun nom." />
      <Notice genre="information" titre="Ce que vous ne verrez jamais.">
        {fr(
          `Les dossiers, les personnes et leurs contenus. Un taux n’est pas donné pour moins de ${PETIT_NOMBRE} bilans : il parlerait de quelqu’un. « Ensemble » ne le laisse pas non plus deviner.`,
        )}
      </Notice>
      <Block id="taux" titre="Par bureau">
        {bureaux.length === 0 ? (
          <EmptyState titre="Aucun bilan pour le moment">
            Les taux viendront avec les premiers dossiers.
          </EmptyState>
        ) : (
          <Table
            titre="Les taux de chaque bureau"
            titreCache
            cartes
            colonnes={COLONNES}
            lignes={bureaux.length > 1 ? [...lignes, ligne(ensemble, "Ensemble")] : lignes}
          />
        )}
      </Block>
    </>
  );
  return page(c, { titre: "Les bureaux", courant: "/bureaux", children: corps });
}

export function routesBureaux(app: Hono<Env>): void {
  app.get("/bureaux", montrer);
}
