import type { Context, Hono } from "hono";
import type { Role } from "../../../dossier/acte.ts";
import { analyse } from "../../../dossier/obligations/analyse-d-impact.ts";
import {
  type DocumentDeDroit,
  type MatiereDeDroit,
  restentAEcrire,
} from "../../../dossier/obligations/document.ts";
import { registre } from "../../../dossier/obligations/registre.ts";
import { sousTraitance } from "../../../dossier/obligations/sous-traitance.ts";
import { LIBELLES_CONFIANCE } from "../../../law/sources.ts";
import { droitDAcces } from "../../../law/textes/donnees.ts";
import { consulterOrganisme } from "../../../usecases/organisme/changer-organisme.ts";
import { NOMS_DE_L_IDENTITE } from "../../../usecases/personne/identite-et-echanges.ts";
import { accorder } from "../../../values/accorder.ts";
import { formatJour } from "../../../values/dates-fr.ts";
import type { Env } from "../../contexte.ts";
import { page } from "../../page.tsx";
import { BackLink } from "../../ui/breadcrumbs.tsx";
import { Block, KeyList, PageTitle } from "../../ui/layout.tsx";
import { Notice } from "../../ui/notice.tsx";
import { fr } from "../../ui/typographie.ts";
import { ceQueVoit, TITRES_DES_ROLES } from "../../vues/qui-voit.ts";
import { COURANT, Retour } from "./commun.tsx";

const ADRESSE = `${COURANT}/donnees`;

const DOCUMENTS = {
  registre,
  "analyse-impact": analyse,
  "sous-traitance": sousTraitance,
} as const satisfies Record<string, (matiere: MatiereDeDroit) => DocumentDeDroit>;

async function matiereDe(c: Context<Env>): Promise<MatiereDeDroit & { au: string }> {
  const { organisme, au } = await consulterOrganisme(c.get("portes").maison, c.get("moi").auteur);
  const roles = Object.entries(TITRES_DES_ROLES) as [Role, string][];
  return {
    organisme,
    au: formatJour(au),
    roles: roles.map(([role, qui]) => ({ qui, voit: ceQueVoit(role, true) })),
    identite: Object.values(NOMS_DE_L_IDENTITE),
  };
}

const sourcesDe = ({ sources }: Pick<DocumentDeDroit, "sources">) =>
  fr(sources.map((s) => `${s.ref}, ${LIBELLES_CONFIANCE[s.confiance]}`).join(" ; "));

const resteDe = (d: DocumentDeDroit) =>
  `${accorder(restentAEcrire(d), "ligne", "lignes")} à compléter par vous`;

async function liste(c: Context<Env>) {
  const matiere = await matiereDe(c);
  const corps = (
    <>
      <Retour />
      <PageTitle
        titre="Vos obligations de données"
        chapeau="Des documents écrits depuis les tables auxquelles le programme obéit. Ce que vous seuls savez y est laissé à compléter."
      />
      <ul class="list">
        {Object.entries(DOCUMENTS).map(([nom, composer]) => {
          const d = composer(matiere);
          return (
            <li>
              <div class="list-body">
                <h2>{d.titre}</h2>
                <p>{fr(d.chapeau)}</p>
                <p class="minor">
                  {fr(`${resteDe(d)}. `)}
                  {sourcesDe(d)}
                </p>
              </div>
              <div class="list-end">
                <a href={`${ADRESSE}/${nom}`}>
                  Ouvrir<span class="visually-hidden">{fr(` : ${d.titre}`)}</span>
                </a>
              </div>
            </li>
          );
        })}
        <li>
          <div class="list-body">
            <h2>Le dossier d’accès d’une personne</h2>
            <p>
              Elle le prend seule, dans son espace&nbsp;: «&nbsp;Tout télécharger&nbsp;». Il porte son
              identité, les faits, ses textes, ses reçus, ses courriels et qui l’a lue.
            </p>
            <p class="minor">{sourcesDe({ sources: [droitDAcces] })}</p>
          </div>
        </li>
        <li>
          <div class="list-body">
            <h2>Emporter tout l’organisme</h2>
            <p>Un fichier fermé par une phrase, au format ouvert, à importer dans une autre installation.</p>
          </div>
          <div class="list-end">
            <a href={`${COURANT}/export`}>
              Ouvrir<span class="visually-hidden">{fr(" : emporter tout l’organisme")}</span>
            </a>
          </div>
        </li>
      </ul>
      <Notice genre="information" titre="Les durées ont leur propre page.">
        Voyez <a href="/aide/durees">combien de temps chaque chose est gardée</a>.
      </Notice>
    </>
  );
  return page(c, { titre: "Vos obligations de données", courant: COURANT, children: corps });
}

async function montrer(c: Context<Env>, nom: keyof typeof DOCUMENTS) {
  const matiere = await matiereDe(c);
  const d = DOCUMENTS[nom](matiere);
  const corps = (
    <>
      <BackLink libelle="Vos obligations de données" href={ADRESSE} />
      <PageTitle titre={d.titre} chapeau={fr(d.chapeau)} />
      <p class="minor">
        {fr(`${matiere.organisme.raisonSociale}, le ${matiere.au}. ${resteDe(d)}. Cette page s’imprime. `)}
        {sourcesDe(d)}
      </p>
      {d.parties.map((p, i) => (
        <Block id={`partie-${i + 1}`} titre={p.titre}>
          <KeyList
            lignes={p.lignes.map((l) => ({
              cle: fr(l.cle),
              valeur: l.valeur === null ? <em>{fr("À compléter : ……………")}</em> : fr(l.valeur),
            }))}
          />
        </Block>
      ))}
    </>
  );
  return page(c, { titre: d.titre, courant: COURANT, children: corps });
}

/** « Vos obligations de données »: what the law asks to be written, for who manages the organisation. */
export function routesDesDonnees(app: Hono<Env>): void {
  app.get("/organisme/donnees", liste);
  app.get("/organisme/donnees/registre", (c) => montrer(c, "registre"));
  app.get("/organisme/donnees/analyse-impact", (c) => montrer(c, "analyse-impact"));
  app.get("/organisme/donnees/sous-traitance", (c) => montrer(c, "sous-traitance"));
}
