import type { Context, Hono } from "hono";
import type { Child } from "hono/jsx";
import { activite } from "../../../dossier/parties-organisme/activite.ts";
import { coordonnees } from "../../../dossier/parties-organisme/coordonnees.ts";
import { identite } from "../../../dossier/parties-organisme/identite.ts";
import type { Partie } from "../../../dossier/parties-organisme/partie.ts";
import { consulterOrganisme, type OrganismeConsulte } from "../../../usecases/organisme/changer-organisme.ts";
import { peutGerer } from "../../acces.ts";
import type { Env } from "../../contexte.ts";
import { page } from "../../page.tsx";
import { LinkButton } from "../../ui/button.tsx";
import { Actions, Block, KeyList, PageTitle } from "../../ui/layout.tsx";
import { EmptyState } from "../../ui/notice.tsx";
import { fr } from "../../ui/typographie.ts";
import { CeQuiSeGere } from "./ce-qui-se-gere.tsx";
import { COURANT, direChangement } from "./commun.tsx";
import { LaCouleur } from "./couleur.tsx";
import { type Element, enCertificats, enIndicateurs, enIntervenants, enOffres } from "./listes.ts";
import { ApercuDuLogo } from "./logo.tsx";

type Vue = { consulte: OrganismeConsulte; gere: boolean };

/** A part of which there is one: its questions and answers, in the words of its form. */
function PartieUnique({ partie, titre, consulte, gere }: Vue & { partie: Partie; titre: string }) {
  const { organisme, au } = consulte;
  const valeurs = partie.valeurs(organisme, "", { au, nouvelId: "" });
  const lignes = Object.entries(partie.champs(organisme, "")).map(([nom, champ]) => {
    const dits = [valeurs[nom] ?? ""]
      .flat()
      .map((v) => champ.options?.find((o) => o.valeur === v)?.libelle ?? v);
    return { cle: champ.libelle, valeur: dits.join(", ").split("\n").join(", ") || "Non renseigné" };
  });
  return (
    <Block id={partie.nom} titre={titre}>
      <KeyList lignes={lignes} />
      {gere ? (
        <Actions
          liens={[
            {
              libelle: `Changer ${titre[0]!.toLowerCase()}${titre.slice(1)}`,
              href: `${COURANT}/${partie.nom}`,
            },
          ]}
        />
      ) : null}
    </Block>
  );
}

function Liste(p: {
  nom: string;
  titre: string;
  ajouter: string;
  vide: string;
  gere: boolean;
  elements: readonly Element[];
}) {
  const bouton: Child = p.gere ? (
    <LinkButton rang="second" href={`${COURANT}/${p.nom}/nouveau`}>
      {p.ajouter}
    </LinkButton>
  ) : null;
  if (p.elements.length === 0) {
    return (
      <Block id={p.nom} titre={p.titre}>
        <EmptyState titre="Rien ici pour l’instant" action={bouton}>
          {p.vide}
        </EmptyState>
      </Block>
    );
  }
  return (
    <Block id={p.nom} titre={p.titre} note={String(p.elements.length)}>
      <ul class="list">
        {p.elements.map((e) => (
          <li>
            <div class="list-body">
              <h3>{fr(e.titre)}</h3>
              {e.lignes.map((ligne) => (
                <p class="minor">{fr(ligne)}</p>
              ))}
            </div>
            {p.gere && e.cle !== null ? (
              <div class="list-end">
                <a href={`${COURANT}/${p.nom}/${encodeURIComponent(e.cle)}`}>
                  Changer<span class="visually-hidden">{fr(` : ${e.titre}`)}</span>
                </a>
              </div>
            ) : null}
          </li>
        ))}
      </ul>
      {bouton === null ? null : <div class="buttons">{bouton}</div>}
    </Block>
  );
}

function Logo({ consulte: { organisme }, gere }: Vue) {
  const { logo } = organisme;
  const libelle = logo === null ? "Ajouter un logo" : "Changer ou retirer le logo";
  return (
    <Block id="logo" titre="Le logo">
      <ApercuDuLogo organisme={organisme} />
      {logo === null ? <p class="minor">Aucun&nbsp;: vos papiers portent le nom de l’organisme.</p> : null}
      {gere ? <Actions liens={[{ libelle, href: `${COURANT}/logo` }]} /> : null}
    </Block>
  );
}

function CouleurDuResume({ consulte: { organisme }, gere }: Vue) {
  const libelle = organisme.couleur === null ? "Choisir une couleur" : "Changer ou retirer la couleur";
  return (
    <Block id="couleur" titre="La couleur">
      <LaCouleur organisme={organisme} />
      {gere ? <Actions liens={[{ libelle, href: `${COURANT}/couleur` }]} /> : null}
    </Block>
  );
}

function Historique({ consulte: { changements } }: Pick<Vue, "consulte">) {
  return (
    <Block id="historique" titre="Les derniers changements">
      {changements.length === 0 ? (
        <p class="minor">Rien n’a changé depuis la création de l’organisme.</p>
      ) : (
        <ul class="list">
          {changements.map((ch) => (
            <li>{fr(`${direChangement(ch)}.`)}</li>
          ))}
        </ul>
      )}
    </Block>
  );
}

function Resume(vue: Vue) {
  const { organisme } = vue.consulte;
  const { gere } = vue;
  return (
    <>
      <PageTitle
        titre="Mon organisme"
        chapeau={
          gere
            ? "Ce que vos papiers impriment et ce que les règles lisent. Chaque changement garde son auteur et sa date."
            : "Ce que vos papiers impriment et ce que les règles lisent. Seuls ceux qui gèrent l’organisme le changent."
        }
      />
      <PartieUnique {...vue} partie={identite} titre="L’identité" />
      <PartieUnique {...vue} partie={coordonnees} titre="Les coordonnées" />
      <Logo {...vue} />
      <CouleurDuResume {...vue} />
      <Liste
        nom="certificats"
        titre="Les certificats Qualiopi"
        ajouter="Ajouter un certificat"
        vide="Sans certificat, seuls les fonds privés vous sont ouverts."
        gere={gere}
        elements={enCertificats(organisme)}
      />
      <Liste
        nom="offres"
        titre="Les offres"
        ajouter="Ajouter une offre"
        vide="Une offre, c’est ce que vous publiez : une modalité et un prix. Le devis en part."
        gere={gere}
        elements={enOffres(organisme)}
      />
      <Liste
        nom="intervenants"
        titre="Les intervenants"
        ajouter="Ajouter un intervenant"
        vide="Toute personne qui mène un entretien ou fait passer un test."
        gere={gere}
        elements={enIntervenants(organisme)}
      />
      {gere ? <CeQuiSeGere /> : null}
      <PartieUnique {...vue} partie={activite} titre="L’activité et les prix" />
      <Liste
        nom="indicateurs"
        titre="Les indicateurs de résultats"
        ajouter="Ajouter un indicateur"
        vide="Un résultat que vous rendez public, avec sa méthode et sa période."
        gere={gere}
        elements={enIndicateurs(organisme)}
      />
      <Historique {...vue} />
    </>
  );
}

export function routesDuResume(app: Hono<Env>): void {
  app.get("/organisme", async (c: Context<Env>) => {
    const moi = c.get("moi");
    const consulte = await consulterOrganisme(c.get("portes").maison, moi);
    return page(c, {
      titre: "Mon organisme",
      courant: COURANT,
      ...(c.req.query("fait") === "1"
        ? { flash: { genre: "fait", titre: "C’est enregistré." } as const }
        : {}),
      children: <Resume consulte={consulte} gere={peutGerer(moi)} />,
    });
  });
}
