import type { Context, Hono } from "hono";
import { COTES } from "../../../dossier/en-suspens.ts";
import { ETAPES } from "../../../dossier/etape.ts";
import { FINANCEURS } from "../../../dossier/faits/financement.ts";
import { jourDeParis } from "../../../usecases/heure-de-paris.ts";
import {
  type Curseur,
  consulterListe,
  type FiltreDossiers,
  type ListeConsultee,
} from "../../../usecases/listes/consulter-liste.ts";
import { type Jour, parseJour } from "../../../values/jour.ts";
import { estUuid } from "../../../values/uuid.ts";
import { peutAgir } from "../../acces.ts";
import type { Env } from "../../contexte.ts";
import { page } from "../../page.tsx";
import { LinkButton } from "../../ui/button.tsx";
import { PageTitle } from "../../ui/layout.tsx";
import { Filters, Pager } from "../../ui/list-tools.tsx";
import { EmptyState } from "../../ui/notice.tsx";
import { Table } from "../../ui/table.tsx";
import { compter as enMots, fr } from "../../ui/typographie.ts";
import { MOTS_DES_COTES } from "../../vues/en-suspens.tsx";
import { NOMS_FINANCEURS } from "../../vues/identite.tsx";
import { EtatDeLaLigne, heuresEnMots, MOTS_ETAPES, motDeLEtape, prochainEnMots } from "../../vues/lignes.tsx";

const TAILLE = 50;

/** The filters that the address holds; an empty one is none. */
export function filtreDeLAdresse(c: Context): FiltreDossiers {
  const lire = (nom: string) => {
    const valeur = c.req.query(nom)?.trim();
    return valeur === undefined || valeur === "" ? undefined : valeur;
  };
  return {
    nom: lire("nom"),
    etape: lire("etape"),
    conseiller: lire("conseiller"),
    financement: lire("financement"),
    suspens: COTES.find((cote) => cote === lire("suspens")),
  };
}

const estRangDeJour = (rang: string) => rang === "infinity" || parseJour(rang) !== null;

/** Where the page starts; an address that was tampered with starts at the beginning. */
function curseurDeLAdresse(c: Context, parNom: boolean): Curseur | undefined {
  const [rang, id] = [c.req.query("rang"), c.req.query("id")];
  if (rang === undefined || id === undefined || !estUuid(id)) return undefined;
  return parNom || estRangDeJour(rang) ? { rang, id } : undefined;
}

/** The address of the list, narrowed so. */
export function adresseDeLaListe(filtre: FiltreDossiers, plus: Record<string, string> = {}): string {
  const entrees = Object.entries({ ...filtre, ...plus }).filter(
    (e): e is [string, string] => e[1] !== undefined,
  );
  const requete = new URLSearchParams(entrees).toString();
  return requete === "" ? "/dossiers" : `/dossiers?${requete}`;
}

type Vue = {
  filtre: FiltreDossiers;
  resultat: ListeConsultee;
  debut: boolean;
  au: Jour;
  conseillers: readonly { id: string; nom: string }[];
  /** Whether this person may open a dossier. */
  ouvre: boolean;
  /** The counsellor who reads this page; null for anybody else. */
  moi: string | null;
};

function Liste({ filtre, resultat, debut, au, conseillers, ouvre, moi }: Vue) {
  const nomDe = (id: string) => conseillers.find((c) => c.id === id)?.nom ?? id;
  const filtree = Object.values(filtre).some((v) => v !== undefined);
  const tous = { valeur: "", libelle: "Tous" };
  return (
    <>
      <PageTitle
        titre="Dossiers"
        chapeau={`${resultat.plus ? "Plus de " : ""}${enMots(resultat.total, "dossier")}, ${filtre.nom === undefined ? "l’échéance la plus proche d’abord" : "par ordre alphabétique"}.`}
      />
      <div class="buttons">
        {ouvre ? <LinkButton href="/dossiers/nouveau">Ouvrir un dossier</LinkButton> : null}
      </div>
      <Filters
        action="/dossiers"
        {...(filtree ? { effacer: "/dossiers" } : {})}
        autres={
          <LinkButton rang="discret" href={adresseDeLaListe(filtre).replace("/dossiers", "/dossiers.csv")}>
            Exporter cette liste
          </LinkButton>
        }
        champs={[
          {
            genre: "texte",
            nom: "nom",
            libelle: "Nom, prénom ou référence",
            saisie: "search",
            valeur: filtre.nom ?? "",
          },
          {
            genre: "selection",
            nom: "etape",
            libelle: "Étape",
            valeur: filtre.etape ?? "",
            options: [
              { ...tous, libelle: "Toutes" },
              ...ETAPES.map((valeur) => ({ valeur, libelle: MOTS_ETAPES[valeur] })),
            ],
          },
          {
            genre: "selection",
            nom: "conseiller",
            libelle: "Conseiller",
            valeur: filtre.conseiller ?? "",
            options: [tous, ...conseillers.map((i) => ({ valeur: i.id, libelle: i.nom }))],
          },
          {
            genre: "selection",
            nom: "financement",
            libelle: "Financement",
            valeur: filtre.financement ?? "",
            options: [tous, ...FINANCEURS.map((valeur) => ({ valeur, libelle: NOMS_FINANCEURS[valeur] }))],
          },
          {
            genre: "selection",
            nom: "suspens",
            libelle: "Ce qui attend",
            valeur: filtre.suspens ?? "",
            options: [tous, ...COTES.map((valeur) => ({ valeur, libelle: MOTS_DES_COTES[valeur] }))],
          },
        ]}
      />
      {resultat.lignes.length === 0 ? (
        <EmptyState
          titre={filtree ? "Aucun dossier ne correspond" : "Aucun dossier"}
          niveau={2}
          action={
            filtree ? (
              <LinkButton rang="second" href="/dossiers">
                Tout afficher
              </LinkButton>
            ) : ouvre ? (
              <LinkButton rang="second" href="/dossiers/nouveau">
                Ouvrir un dossier
              </LinkButton>
            ) : null
          }
        >
          {filtree
            ? "Essayez avec moins de filtres. La recherche part du début du prénom ou du nom, sans tenir compte des accents."
            : "Un dossier s’ouvre au premier appel d’une personne. Il apparaît ensuite ici, avec sa prochaine échéance."}
        </EmptyState>
      ) : (
        <Table
          titre="Dossiers"
          titreCache
          cartes
          colonnes={[
            { libelle: "Personne" },
            { libelle: "Étape" },
            { libelle: "Prochain acte" },
            { libelle: "Heures signées" },
            { libelle: "Conseiller" },
            { libelle: "État", sansEtiquette: true },
          ]}
          lignes={resultat.lignes.map((l) => [
            <>
              <a href={`/dossiers/${l.reference}`}>{l.nomAffiche}</a>
              <br />
              <span class="minor">{l.reference}</span>
            </>,
            motDeLEtape(l.etape),
            fr(prochainEnMots(l, au)),
            fr(heuresEnMots(l)),
            nomDe(l.conseiller),
            <EtatDeLaLigne ligne={l} au={au} qui={l.conseiller === moi ? "son_conseiller" : "autre"} />,
          ])}
        />
      )}
      <Pager
        resume={`${enMots(resultat.lignes.length, "dossier")} sur cette page.`}
        {...(debut ? {} : { premiers: adresseDeLaListe(filtre) })}
        {...(resultat.suite === undefined
          ? {}
          : { suivants: adresseDeLaListe(filtre, { ...resultat.suite }) })}
      />
    </>
  );
}

export function routesListe(app: Hono<Env>): void {
  app.get("/dossiers", async (c) => {
    const { maison } = c.get("portes");
    const { auteur, organisme } = c.get("moi");
    const filtre = filtreDeLAdresse(c);
    const apres = curseurDeLAdresse(c, filtre.nom !== undefined);
    const resultat = await consulterListe(maison, auteur, filtre, { taille: TAILLE, apres });
    const vue = {
      filtre,
      resultat,
      debut: apres === undefined,
      au: jourDeParis(maison.horloge()),
      conseillers: organisme.intervenants,
      ouvre: peutAgir(auteur.role),
      moi: auteur.role === "conseiller" ? auteur.intervenant : null,
    };
    return page(c, { titre: "Dossiers", courant: "/dossiers", children: <Liste {...vue} /> });
  });
}
