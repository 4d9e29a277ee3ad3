import type { Child } from "hono/jsx";
import { Mark } from "./mark.tsx";
import { typo } from "./typographie.ts";

/** A step: before, one of the three legal phases, or after. */
export type Etape = {
  titre: string;
  etat: "faite" | "courante" | "avenir";
  /** One or two short lines: hours, dates. */
  lignes: readonly Child[];
};

const MARQUES = {
  faite: { forme: "scelle", mot: "Terminé", classe: "done" },
  courante: { forme: "ici", mot: "En cours", classe: "current" },
  avenir: { forme: "avenir", mot: "À venir", classe: undefined },
} as const;

/** The five steps of a bilan, in order. */
export function Phases({ etapes }: { etapes: readonly Etape[] }) {
  return (
    <ol class="phases">
      {etapes.map((e) => {
        const m = MARQUES[e.etat];
        return (
          <li class={m.classe} aria-current={e.etat === "courante" ? "step" : undefined}>
            <Mark forme={m.forme} mot={m.mot} />
            <b>{e.titre}</b>
            {e.lignes.map((l) => (
              <small>{typo(l)}</small>
            ))}
          </li>
        );
      })}
    </ol>
  );
}
