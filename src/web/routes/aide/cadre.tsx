import type { Child } from "hono/jsx";
import { Breadcrumbs } from "../../ui/breadcrumbs.tsx";
import { Columns, PageTitle } from "../../ui/layout.tsx";
import type { Rubrique } from "./rubriques.ts";

/** The way to the other pages, and to the parts of this one. */
function Sommaire({
  nom,
  parties,
  rubriques,
}: {
  nom: string;
  parties: readonly { id: string; titre: string }[];
  rubriques: readonly Rubrique[];
}) {
  const rubrique = rubriques.find((r) => r.pages.some((p) => p.nom === nom));
  return (
    <>
      {parties.length < 2 ? null : (
        <nav aria-labelledby="sur-cette-page">
          <h2 id="sur-cette-page">Sur cette page</h2>
          <ul class="plain-links">
            {parties.map((p) => (
              <li>
                <a href={`#${p.id}`}>{p.titre}</a>
              </li>
            ))}
          </ul>
        </nav>
      )}
      {rubrique === undefined ? null : (
        <nav aria-labelledby="a-lire-aussi">
          <h2 id="a-lire-aussi">{rubrique.titre}</h2>
          <ul class="plain-links">
            {rubrique.pages.map((p) => (
              <li>
                <a href={`/aide/${p.nom}`} aria-current={p.nom === nom ? "page" : undefined}>
                  {p.titre}
                </a>
              </li>
            ))}
            <li>
              <a href="/aide">Toute l’aide</a>
            </li>
          </ul>
        </nav>
      )}
    </>
  );
}

/** One help page: where it lies, its title, its text, and the way to the others. */
export function PageAide({
  nom,
  titre,
  chapeau,
  parties = [],
  rubriques,
  children,
}: {
  nom: string;
  titre: string;
  chapeau: string;
  parties?: readonly { id: string; titre: string }[];
  rubriques: readonly Rubrique[];
  children: Child;
}) {
  return (
    <>
      <Breadcrumbs liens={[{ libelle: "Aide", href: "/aide" }]} ici={titre} />
      <PageTitle titre={titre} chapeau={chapeau} />
      <Columns
        principal={children}
        cote={<Sommaire nom={nom} parties={parties} rubriques={rubriques} />}
        repere="Dans l’aide"
      />
    </>
  );
}
