export type Lien = { libelle: string; href: string };

export type Ariane = { liens: readonly Lien[]; ici?: string; nom?: string };

/** Where this page lies. The last piece, without a link, is the page itself; `nom` when a page has two. */
export function Breadcrumbs({ liens, ici, nom = "Fil d’Ariane" }: Ariane) {
  return (
    <nav class="crumbs" aria-label={nom}>
      <ol>
        {liens.map((l) => (
          <li>
            <a href={l.href}>{l.libelle}</a>
          </li>
        ))}
        {ici === undefined ? null : <li aria-current="page">{ici}</li>}
      </ol>
    </nav>
  );
}

/** The way back to one page, above a form. */
export function BackLink({ libelle, href }: Lien) {
  return (
    <nav class="crumbs" aria-label="Retour">
      <a href={href}>
        <span aria-hidden="true">‹&nbsp;</span>
        {libelle}
      </a>
    </nav>
  );
}
