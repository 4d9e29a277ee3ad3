export type Lien = { libelle: string; href: string };

/** Where this page lies. The last piece, without a link, is the page itself. */
export function Breadcrumbs({ liens, ici }: { liens: readonly Lien[]; ici?: string }) {
  return (
    <nav class="crumbs" aria-label="Fil d’Ariane">
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
