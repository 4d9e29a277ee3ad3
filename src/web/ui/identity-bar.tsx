import type { Child } from "hono/jsx";
import { type Ariane, Breadcrumbs, type Lien } from "./breadcrumbs.tsx";
import { Mark } from "./mark.tsx";

/** The pages of one dossier, the current one named by its address. */
function Tabs({ liens, courant, nom }: { liens: readonly Lien[]; courant: string; nom: string }) {
  return (
    <nav class="tabs" aria-label={nom}>
      <ul>
        {liens.map((l) => (
          <li>
            <a href={l.href} aria-current={l.href === courant ? "page" : undefined}>
              {l.libelle}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

type IdentityProps = {
  nom: string;
  chapeau?: string;
  statut?: Child;
  /** Few, short; `secret` draws the padlock: who reads the content. */
  faits: readonly { cle: string; valeur: Child; secret?: boolean }[];
  ariane: Ariane;
  onglets: { liens: readonly Lien[]; courant: string; nom?: string };
  /** 3 inside another page, which has its own first title. */
  niveau?: 1 | 3;
};

/** Who this dossier is about: stands between the band and the page, and holds its first title. */
export function IdentityBar(p: IdentityProps) {
  return (
    <section class="identity" aria-label="Identité du dossier">
      <div class="page">
        <Breadcrumbs {...p.ariane} />
        <div class="head">
          <div>
            {p.niveau === 3 ? <h3 class="as-h1">{p.nom}</h3> : <h1>{p.nom}</h1>}
            {p.chapeau === undefined ? null : <p class="lede">{p.chapeau}</p>}
          </div>
          {p.statut}
        </div>
        <dl class="facts">
          {p.faits.map((f) => (
            <div>
              <dt>{f.cle}</dt>
              <dd>
                {f.secret === true ? (
                  <>
                    <Mark forme="secret" taille="petite" />{" "}
                  </>
                ) : null}
                {f.valeur}
              </dd>
            </div>
          ))}
        </dl>
        <Tabs nom="Pages du dossier" {...p.onglets} />
      </div>
    </section>
  );
}
