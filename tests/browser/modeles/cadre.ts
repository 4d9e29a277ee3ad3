import type { DocumentProps, Ressources } from "../../../src/web/ui/document.tsx";

/** What a model page needs from its host. */
export type ModeleProps = { ressources: Ressources };

const NAV = [
  { libelle: "Aujourd’hui", href: "/aujourdhui" },
  { libelle: "Dossiers", href: "/dossier" },
  { libelle: "Portefeuille", href: "/portefeuille" },
  { libelle: "Contrôles", href: "/controles" },
];

/** The band and foot that the model pages share. */
export const cadre = (
  ressources: Ressources,
  courant: string,
): Omit<DocumentProps, "titre" | "children"> => ({
  ressources,
  nav: NAV,
  courant,
  accueil: "/aujourdhui",
  chercher: "/chercher",
  compte: { nom: "Nadia Benali", href: "/compte" },
  organisation:
    "Centre Horizon, Rennes. Déclaration d’activité n° 53 35 09876 35, ce qui ne vaut pas agrément de l’État.",
  journal: { intact: true, phrase: "Journal intact, vérifié ce matin à 6 h 00" },
  pied: [
    { libelle: "Aide", href: "/aide" },
    { libelle: "Accessibilité", href: "/accessibilite" },
    { libelle: "Composants", href: "/galerie" },
  ],
});
