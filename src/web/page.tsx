import type { Context } from "hono";
import type { Child } from "hono/jsx";
import { ACCES, peut } from "./acces.ts";
import type { Env } from "./contexte.ts";
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
const NAV_DE_LA_PERSONNE = [{ libelle: "Votre bilan", href: "/mon-bilan" }];
const PIED_DE_LA_PERSONNE = [
  { libelle: "Aide", href: "/aide" },
  { libelle: "Accessibilité", href: "/aide/accessibilite" },
];
const PIED = [
  { libelle: "Aide", href: "/aide" },
  { libelle: "Accessibilité", href: "/aide/accessibilite" },
  { libelle: "Composants", href: "/aide/composants" },
];

/** One page of the product inside the common frame: band, strip of the demonstration, foot. */
export function page(
  c: Context<Env>,
  props: PageProps,
  statut: 200 | 400 | 401 | 403 | 404 | 409 | 422 | 429 | 500 | 503 = 200,
) {
  const { ressources, demonstration } = c.get("portes");
  const moi = c.get("moi") as Env["Variables"]["moi"] | undefined;
  const organisation =
    moi === undefined
      ? "Probant, logiciel libre du bilan de compétences."
      : `${moi.organisme.raisonSociale}. ${moi.organisme.nda === null ? "" : mentionCourte(moi.organisme.nda)}`;
  const personne = moi?.role === "beneficiaire";
  const html = String(
    <Document
      {...props}
      ressources={ressources}
      organisation={organisation}
      {...(personne
        ? {
            public: "beneficiaire",
            accueil: "/mon-bilan",
            pied: PIED_DE_LA_PERSONNE,
            nav: NAV_DE_LA_PERSONNE,
          }
        : { accueil: moi === undefined ? "/connexion" : "/aujourdhui", pied: PIED })}
      {...(moi === undefined
        ? {}
        : personne
          ? {
              compte: {
                nom: moi.nom,
                href: moi.restreinte ? "/mon-bilan" : "/compte",
                sortie: <Sortie />,
              },
            }
          : {
              nav: peut(ACCES["GET /organisme"]!, moi) ? [...NAV, ORGANISME] : NAV,
              chercher: "/dossiers",
              compte: { nom: moi.nom, href: "/compte", sortie: <Sortie /> },
            })}
      {...(demonstration
        ? { demonstration: "Démonstration : des personnes et des dossiers inventés, rien n’est envoyé." }
        : {})}
    />,
  );
  // As bytes: a text would be read through once more, character by character, to make an answer of it.
  return c.body(utf8.encode(html), statut, { "content-type": "text/html; charset=UTF-8" });
}

const utf8 = new TextEncoder();

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
