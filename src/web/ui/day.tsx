import type { Child } from "hono/jsx";
import { formatHeure, type Heure } from "../../values/heure.ts";
import { fr, typo } from "./typographie.ts";

export type RendezVous = {
  heure: Heure;
  qui: string;
  href: string;
  /** « séance 4 sur 9 », « entretien préalable, gratuit ». */
  quoi: string;
  precision?: Child;
  passe?: boolean;
  boutons?: Child;
};

/** A day's appointments in order, with a line where we are now when `maintenant` is given. */
export function Day({ rendezVous, maintenant }: { rendezVous: readonly RendezVous[]; maintenant?: Heure }) {
  const avant = maintenant === undefined ? [] : rendezVous.filter((r) => r.heure <= maintenant);
  const apres = maintenant === undefined ? rendezVous : rendezVous.filter((r) => r.heure > maintenant);
  return (
    <ol class="day">
      {avant.map((r) => (
        <Ligne {...r} />
      ))}
      {maintenant === undefined ? null : <li class="now">Il est {formatHeure(maintenant)}</li>}
      {apres.map((r) => (
        <Ligne {...r} />
      ))}
    </ol>
  );
}

function Ligne(r: RendezVous) {
  return (
    <li class={r.passe === true ? "past" : undefined}>
      <time class="hour" datetime={r.heure}>
        {formatHeure(r.heure)}
      </time>
      <div>
        <a href={r.href}>
          <strong>{r.qui}</strong>
        </a>
        , {fr(r.quoi)}
        {r.precision === undefined ? null : <p class="minor">{typo(r.precision)}</p>}
        {r.boutons === undefined ? null : <div class="buttons mt-2">{r.boutons}</div>}
      </div>
    </li>
  );
}
