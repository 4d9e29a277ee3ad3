import type { Child } from "hono/jsx";
import { capitale } from "../../values/capitale.ts";
import { formatDuree } from "../../values/duree.ts";
import { Table } from "./table.tsx";
import { compter } from "./typographie.ts";

/** A stretch of the ruler, in minutes, in the order of the sessions. */
export type Tranche = { minutes: number; etat: "signee" | "aSigner" | "prevue" };

type HoursProps = {
  id: string;
  tranches: readonly Tranche[];
  /** In minutes: 24 h by law when the bilan is one. */
  plafond: number;
  nomDuPlafond: string;
  /** The same, per phase, in minutes, for the table. */
  phases: readonly { nom: string; signees: number; aSigner: number; prevues: number }[];
};

const HEURE = 60;
/** « 0 h » on a ruler of hours, where « 0 min » would be of another unit. */
const enHeures = (m: number): string => (m === 0 ? "0\u00a0h" : formatDuree(m));
const pourcent = (n: number): string => `${Math.round(n * 10_000) / 100}%`;
const somme = (tranches: readonly Tranche[], etat?: Tranche["etat"]): number =>
  tranches.filter((t) => etat === undefined || t.etat === etat).reduce((total, t) => total + t.minutes, 0);

/** Hours signed, to be signed and planned, on a ruler that shows the cap. Sentence first, then drawing, then table. */
export function HoursBar(p: HoursProps) {
  const [signees, aSigner, prevues] = [
    somme(p.tranches, "signee"),
    somme(p.tranches, "aSigner"),
    somme(p.tranches, "prevue"),
  ];
  const total = somme(p.tranches);
  return (
    <div class="hours">
      <p>
        {total === 0 ? (
          <span class="figure">Heures à décider</span>
        ) : (
          <>
            <span class="figure">
              {enHeures(signees)} {signees < 2 * HEURE ? "signée" : "signées"}
            </span>{" "}
            <span class="nowrap">sur {enHeures(total)} prévues</span>
          </>
        )}
      </p>
      <Regle {...p} total={total} signees={signees} aSigner={aSigner} prevues={prevues} />
      <ul class="legend">
        <Legende montre={signees > 0} mot={`${enHeures(signees)} signées`}>
          <rect class="signed" width="100%" height="100%" />
        </Legende>
        <Legende montre={aSigner > 0} mot={`${enHeures(aSigner)} à signer`}>
          <rect class="awaiting" x="1" y="1" width="22" height="12.4" fill="url(#hachure)" />
        </Legende>
        <Legende montre={prevues > 0} mot={`${enHeures(prevues)} prévues`}>
          <rect class="planned" x="1" y="1" width="22" height="12.4" />
        </Legende>
        <Legende montre mot={`${enHeures(p.plafond)}, ${p.nomDuPlafond}`}>
          <line class="cap" x1="12" x2="12" y1="0" y2="14" />
        </Legende>
      </ul>
      <details>
        <summary>Voir les heures par phase</summary>
        <Table
          titre="Heures par phase"
          titreCache
          colonnes={[
            { libelle: "Phase" },
            { libelle: "Signées", nombre: true },
            { libelle: "À signer", nombre: true },
            { libelle: "Prévues", nombre: true },
          ]}
          lignes={p.phases.map((f) => [f.nom, enHeures(f.signees), enHeures(f.aSigner), enHeures(f.prevues)])}
        />
      </details>
    </div>
  );
}

function Legende({ montre, mot, children }: { montre: boolean; mot: string; children: Child }) {
  if (!montre) return null;
  return (
    <li>
      <svg aria-hidden="true">{children}</svg>
      {mot}
    </li>
  );
}

const CLASSES = { signee: "signed", aSigner: "awaiting", prevue: "planned" } as const;

type Totaux = { total: number; signees: number; aSigner: number; prevues: number };

function Regle(p: HoursProps & Totaux) {
  const echelle = Math.max(p.plafond, Math.ceil(p.total / HEURE) * HEURE);
  const debuts = p.tranches.map((_, i) => somme(p.tranches.slice(0, i)));
  const graduations = Array.from({ length: echelle / HEURE + 1 }, (_, i) => i);
  // Labels of 48 px at 320 px wide: closer than a seventh of the ruler, two of them would touch.
  const totalLisible = p.total > echelle / 7 && Math.abs(p.plafond - p.total) > echelle / 7;
  const plafondAuBout = echelle - p.plafond < echelle / 20;
  return (
    <svg class="hours-bar" role="img" aria-labelledby={`${p.id}-t ${p.id}-d`}>
      <title id={`${p.id}-t`}>Heures du bilan sur une règle de {enHeures(echelle)}</title>
      <desc id={`${p.id}-d`}>{enPhrase(p)}</desc>
      <rect class="track" x="0" y="4" width="100%" height="26" />
      {p.tranches.map((t, i) => (
        <rect
          class={CLASSES[t.etat]}
          x={pourcent(debuts[i]! / echelle)}
          y="4"
          width={pourcent(t.minutes / echelle)}
          height="26"
          fill={t.etat === "aSigner" ? "url(#hachure)" : undefined}
        />
      ))}
      {debuts
        .slice(1)
        .map((d, i) =>
          p.tranches[i]!.etat === "signee" ? (
            <rect class="gap" x={pourcent(d / echelle)} y="4" width="1.5" height="26" />
          ) : null,
        )}
      {graduations.map((h) => {
        const x = pourcent((h * HEURE) / echelle);
        return <line class="tick" x1={x} x2={x} y1="33" y2={h % 4 === 0 ? "41" : "37"} />;
      })}
      {p.total > p.plafond ? (
        <line
          class="over"
          x1={pourcent(p.plafond / echelle)}
          x2={pourcent(p.total / echelle)}
          y1="2"
          y2="2"
        />
      ) : null}
      <line
        class="cap"
        x1={pourcent(p.plafond / echelle)}
        x2={pourcent(p.plafond / echelle)}
        y1="0"
        y2="41"
      />
      <text x="0" y="55">
        {enHeures(0)}
      </text>
      {totalLisible ? (
        <text x={pourcent(p.total / echelle)} y="55" text-anchor="middle">
          {enHeures(p.total)}
        </text>
      ) : null}
      <text x={pourcent(p.plafond / echelle)} y="55" text-anchor={plafondAuBout ? "end" : "middle"}>
        {enHeures(p.plafond)}
      </text>
    </svg>
  );
}

/** The figure, told. */
function enPhrase(p: HoursProps & Totaux): string {
  const seances = p.tranches.filter((t) => t.etat === "signee").length;
  return [
    `${enHeures(p.signees)} signées en ${compter(seances, "séance")},`,
    `${enHeures(p.aSigner)} à signer, ${enHeures(p.prevues)} prévues.`,
    `Total ${enHeures(p.total)}. ${capitale(p.nomDuPlafond)}\u00a0: ${enHeures(p.plafond)}.`,
    p.total > p.plafond ? `Dépassement de ${enHeures(p.total - p.plafond)}.` : "",
  ]
    .join(" ")
    .trim();
}
