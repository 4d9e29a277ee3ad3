import type { Context } from "hono";
import type { Child } from "hono/jsx";
import type { Role } from "../dossier/acte.ts";
import { ACCES, peut } from "./acces.ts";
import { accueilDe } from "./accueil.ts";
import type { Env } from "./contexte.ts";
import { feuilleDeCouleur } from "./ressources.ts";
import { Button } from "./ui/button.tsx";
import { Document, type DocumentProps } from "./ui/document.tsx";

export type PageProps = Pick<
  DocumentProps,
  "titre" | "enErreur" | "entete" | "etroite" | "flash" | "actualiser" | "courant"
> & {
  children: Child;
};

const NAV = [
  { libelle: "Aujourd’hui", href: "/aujourdhui" },
  { libelle: "Dossiers", href: "/dossiers" },
  { libelle: "Messages", href: "/messages" },
];
const ORGANISME = { libelle: "Organisme", href: "/organisme" };
/** The frame of those who see no list of dossiers: their one place, and nothing of the others. */
const HORS_DE_L_EQUIPE: Partial<Record<Role, { libelle: string; grand: boolean }>> = {
  beneficiaire: { libelle: "Votre bilan", grand: true },
  employeur: { libelle: "Votre espace", grand: false },
  auditeur: { libelle: "Votre échantillon", grand: false },
  reseau: { libelle: "Les bureaux", grand: false },
};

/** The person's own pages, besides the first. */
const NAV_DE_LA_PERSONNE = [
  { libelle: "Papiers", href: "/mon-bilan/papiers" },
  { libelle: "Reçus", href: "/mon-bilan/recus" },
];
/** Two rows on a phone: those who come rarely find their account among their pages, not beside them. */
const COMPTE = { libelle: "Compte", href: "/compte" };
const QUI_VOIT = { libelle: "Qui voit mes informations", href: "/mon-bilan/qui-voit" };

/** The foot before anybody is recognised: a link opened discreetly must not say on a shared screen why one comes. */
const SANS_NOM = "Probant, logiciel libre.";

const piedAvecAide = (href: string) => [
  { libelle: "Aide", href },
  { libelle: "Accessibilité", href: "/aide/accessibilite" },
];
const PIED = piedAvecAide("/aide");
/** Those from outside are led to the page written for them, not to the manual of the installation. */
const AIDE_DE: Partial<Record<Role, string>> = {
  beneficiaire: "/aide/votre-espace",
  employeur: "/aide/employeur-auditeur-autres",
  auditeur: "/aide/employeur-auditeur-autres",
};

/** One page of the product inside the common frame: band, strip of the demonstration, foot; 422 for one in error. */
export function page(
  c: Context<Env>,
  props: PageProps,
  statut: 200 | 400 | 401 | 403 | 404 | 409 | 422 | 429 | 500 | 503 = props.enErreur === true ? 422 : 200,
) {
  const { ressources, demonstration } = c.get("portes");
  const moi = c.get("moi") as Env["Variables"]["moi"] | undefined;
  const organisation =
    moi === undefined
      ? SANS_NOM
      : `${moi.organisme.raisonSociale}. ${moi.organisme.nda === null ? "" : mentionCourte(moi.organisme.nda)}`;
  const html = String(
    <Document
      {...props}
      ressources={ressources}
      organisation={organisation}
      feuilleDeCouleur={feuilleDeCouleur(moi?.organisme.couleur ?? null)}
      {...(moi === undefined ? { accueil: "/connexion", pied: PIED } : cadreDe(moi))}
      {...(demonstration
        ? { demonstration: "Démonstration : des personnes et des dossiers inventés, rien n’est envoyé." }
        : {})}
    />,
  );
  // As bytes: a text would be read through once more, character by character, to make an answer of it.
  return c.body(utf8.encode(html), statut, { "content-type": "text/html; charset=UTF-8" });
}

const utf8 = new TextEncoder();

/** Band and foot, by what somebody is: a page offers only what its reader may open. */
function cadreDe(moi: Env["Variables"]["moi"]): Partial<DocumentProps> {
  // In somebody else's hands: no name to follow, nothing to search.
  if (moi.pretee !== null) return { accueil: moi.pretee, pied: [], sortie: <Sortie /> };
  const dehors = HORS_DE_L_EQUIPE[moi.role];
  if (dehors !== undefined) {
    const { libelle, grand } = dehors;
    const accueil = accueilDe(moi.role);
    const elle = moi.role === "beneficiaire";
    return {
      accueil,
      pied: [...(elle ? [QUI_VOIT] : []), ...piedAvecAide(AIDE_DE[moi.role] ?? "/aide")],
      marque: moi.organisme.raisonSociale,
      nav: [
        { libelle, href: accueil },
        ...(elle ? NAV_DE_LA_PERSONNE : []),
        ...(moi.restreinte ? [] : [COMPTE]),
      ],
      sortie: <Sortie />,
      ...(grand ? { public: "beneficiaire" } : {}),
    };
  }
  return {
    accueil: "/aujourdhui",
    pied: PIED,
    nav: peut(ACCES["GET /organisme"]!, moi) ? [...NAV, ORGANISME] : NAV,
    chercher: "/dossiers",
    compte: { nom: moi.nom, href: COMPTE.href },
    sortie: <Sortie />,
  };
}

/** The legal wording of L6352-12, whole or not at all. */
function mentionCourte(nda: string): string {
  return `Enregistrée sous le numéro ${nda}. Cet enregistrement ne vaut pas agrément de l’État.`;
}

function Sortie() {
  return (
    <form method="post" action="/deconnexion">
      <Button rang="discret">Se déconnecter</Button>
    </form>
  );
}
