import type { Child } from "hono/jsx";
import { Mark } from "./mark.tsx";
import { compter, fr, typo } from "./typographie.ts";

/** One fact as the page tells it. `instant` is for machines, `quand` for people. */
export type FaitRaconte = {
  id: string;
  etat: "scelle" | "attente" | "manque" | "correction";
  instant: string;
  quand: string;
  /** One verb and its actor: « Séance 8 signée par Camille et Nadia ». */
  titre: Child;
  precision?: Child;
  preuve?: Child;
  /** This fact was corrected by a later one: it stays readable, struck out, with the way to its correction. */
  corrigePar?: { href: string; libelle: string };
};

type TimelineProps = {
  faits: readonly FaitRaconte[];
  filtre?: {
    courant: "tout" | "preuves";
    hrefTout: string;
    hrefPreuves: string;
    total: number;
    scelles: number;
  };
  suite?: { href: string; nombre: number };
};

const MARQUES = {
  scelle: { forme: "scelle", mot: "Scellé" },
  attente: { forme: "attente", mot: "En attente" },
  manque: { forme: "manque", mot: "Manquant" },
  correction: { forme: "corrige", mot: "Correction" },
} as const;

/** What happened, newest first. */
export function Timeline({ faits, filtre, suite }: TimelineProps) {
  return (
    <>
      {filtre === undefined ? null : <Filtre {...filtre} />}
      <ol class="timeline">
        {faits.map((f) => (
          <li id={f.id}>
            <Mark {...MARQUES[f.etat]} />
            <time datetime={f.instant}>{fr(f.quand)}</time>
            {f.corrigePar === undefined ? <b>{typo(f.titre)}</b> : <s>{typo(f.titre)}</s>}
            {f.precision === undefined ? null : <p class="minor">{typo(f.precision)}</p>}
            {f.corrigePar === undefined ? null : (
              <p class="minor">
                Corrigé depuis, <a href={f.corrigePar.href}>{f.corrigePar.libelle}</a>
              </p>
            )}
            {f.preuve === undefined ? null : <span class="proof">{typo(f.preuve)}</span>}
          </li>
        ))}
      </ol>
      {suite === undefined ? null : (
        <p class="actions">
          <a href={suite.href}>Voir {compter(suite.nombre, "autre fait", "autres faits")}</a>
        </p>
      )}
    </>
  );
}

function Filtre(f: NonNullable<TimelineProps["filtre"]>) {
  const lien = (genre: "tout" | "preuves", href: string, mot: string) => (
    <li>
      <a href={href} aria-current={f.courant === genre ? "true" : undefined}>
        {mot}
      </a>
    </li>
  );
  return (
    <div class="filter-line screen-only">
      <span>
        {compter(f.total, "fait")}, {compter(f.scelles, "scellé")}
      </span>
      <ul>
        {lien("tout", f.hrefTout, "Tout")}
        {lien("preuves", f.hrefPreuves, "Preuves seules")}
      </ul>
    </div>
  );
}
