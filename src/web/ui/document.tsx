import { raw } from "hono/html";
import type { Child } from "hono/jsx";
import type { Lien } from "./breadcrumbs.tsx";
import { Mark, MarkSheet } from "./mark.tsx";
import { type GenreDAvis, Notice } from "./notice.tsx";
import { fr } from "./typographie.ts";
import { Wordmark } from "./wordmark.tsx";

/** Versioned addresses of what every page loads. */
export type Ressources = { feuille: string; script: string; police: string; icone: string };

/** The journal's last check, as the foot says it: a word and a sentence. */
export type EtatDuJournal = { intact: boolean; phrase: string };

export type DocumentProps = {
  ressources: Ressources;
  titre: string;
  /** The page shows faults: its title begins with « Erreur : ». */
  enErreur?: boolean;
  /** The organisation's legal line, in the foot of every page. */
  organisation: string;
  journal?: EtatDuJournal;
  pied?: readonly Lien[];
  /** The band. `nav` is empty before sign-in. */
  nav?: readonly Lien[];
  courant?: string;
  chercher?: string;
  compte?: { nom: string; href: string };
  /** The way out, when somebody is in. */
  sortie?: Child;
  /** Whose house it is, for those who come from outside of it; the product's own name otherwise. */
  marque?: string;
  /** Said in the band when nobody is signed in. */
  lieu?: string;
  accueil?: string;
  /** Fictitious organisation: a brass strip says so above everything. */
  demonstration?: string;
  /** One message about what was just done. */
  flash?: { genre: GenreDAvis; titre: string; texte?: string };
  /** Address of the sheet that holds the organisation's colour, after the product's own. */
  feuilleDeCouleur?: string | undefined;
  /** Between the band and the page: the identity bar of a dossier. */
  entete?: Child;
  /** Pages for the person: larger letters, one column. */
  public?: "equipe" | "beneficiaire";
  etroite?: boolean;
  /** Seconds after which the page asks itself again, without script only, because the person asked for it. */
  actualiser?: number;
  children: Child;
};

/** A whole page. Titles are neutral: they show in a browser's history at work. */
export function Document(p: DocumentProps) {
  const pour = p.public === "beneficiaire" ? "for-beneficiaire" : undefined;
  return (
    <>
      {raw("<!DOCTYPE html>")}
      <html lang="fr">
        <Tete {...p} />
        <body class={pour}>
          <a class="skip" href="#contenu">
            Aller au contenu
          </a>
          <MarkSheet />
          {p.demonstration === undefined ? null : (
            <section class="demo-strip" aria-label="Démonstration">
              <p>{fr(p.demonstration)}</p>
            </section>
          )}
          <Bandeau {...p} />
          <main id="contenu" tabindex={-1}>
            {p.entete}
            <div class={p.etroite === true || pour !== undefined ? "page page--narrow" : "page"}>
              {p.flash === undefined ? null : (
                <div class="flash">
                  <Notice genre={p.flash.genre} titre={p.flash.titre} annonce>
                    {p.flash.texte}
                  </Notice>
                </div>
              )}
              {p.children}
            </div>
          </main>
          <Pied {...p} />
        </body>
      </html>
    </>
  );
}

function Tete({ ressources, feuilleDeCouleur, titre, enErreur, actualiser }: DocumentProps) {
  return (
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width,initial-scale=1" />
      <meta name="color-scheme" content="light dark" />
      <meta name="referrer" content="same-origin" />
      <title>{`${enErreur === true ? fr("Erreur : ") : ""}${titre} · Probant`}</title>
      <link rel="icon" href={ressources.icone} type="image/svg+xml" />
      <link rel="preload" href={ressources.police} as="font" type="font/woff2" crossorigin="anonymous" />
      <link rel="stylesheet" href={ressources.feuille} />
      {feuilleDeCouleur === undefined ? null : <link rel="stylesheet" href={feuilleDeCouleur} />}
      <script type="module" src={ressources.script} />
      {actualiser === undefined ? null : (
        <noscript>
          <meta http-equiv="refresh" content={String(actualiser)} />
        </noscript>
      )}
    </head>
  );
}

function Bandeau(p: DocumentProps) {
  const nav = p.nav ?? [];
  return (
    <header class="band">
      <div class="page">
        <Wordmark href={p.accueil} nom={p.marque} />
        {nav.length === 0 ? null : (
          <nav aria-label="Principal">
            <ul>
              {nav.map((l) => (
                <li>
                  <a href={l.href} aria-current={l.href === p.courant ? "page" : undefined}>
                    {l.libelle}
                  </a>
                </li>
              ))}
            </ul>
          </nav>
        )}
        <div class="band-end">
          {p.chercher === undefined ? null : (
            <a href={p.chercher} data-chercher>
              Chercher
            </a>
          )}
          {p.compte === undefined ? null : (
            <a href={p.compte.href}>
              <strong>{p.compte.nom}</strong>
            </a>
          )}
          {p.sortie}
          {p.lieu === undefined ? null : <span>{p.lieu}</span>}
        </div>
      </div>
    </header>
  );
}

function Pied({ organisation, journal, pied = [] }: DocumentProps) {
  return (
    <footer class="foot">
      <div class="page">
        <span>{fr(organisation)}</span>
        {journal === undefined ? null : (
          <span class="proof">
            <Mark forme={journal.intact ? "scelle" : "faute"} taille="petite" />
            <span>{fr(journal.phrase)}</span>
          </span>
        )}
        {pied.length === 0 ? null : (
          <nav aria-label="Pied de page">
            <ul>
              {pied.map((l) => (
                <li>
                  <a href={l.href}>{l.libelle}</a>
                </li>
              ))}
            </ul>
          </nav>
        )}
      </div>
    </footer>
  );
}
