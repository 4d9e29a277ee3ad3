import { definitionDe } from "../../dossier/catalogue.ts";
import type { FaitConsigne } from "../../usecases/dossier/texte-des-faits.ts";
import { heureDeParis, jourDeParis } from "../../usecases/heure-de-paris.ts";
import { formatJourCourt, formatJourLong } from "../../values/dates-fr.ts";
import { formatHeure } from "../../values/heure.ts";
import type { FaitRaconte } from "../ui/timeline.tsx";

/** The facts of a dossier for its timeline, newest first; a corrected one stays readable, with the way to its correction. */
export function raconterFaits(faits: readonly FaitConsigne[], reference: string): FaitRaconte[] {
  const corrections = new Map<string, number>();
  for (const f of faits) {
    if (f.type === "fait_corrige.v1") corrections.set((f.donnees as { corrige: string }).corrige, f.n);
  }
  return [...faits].reverse().map((f) => {
    const definition = definitionDe(f.type);
    const recit = definition.recit(f.donnees);
    const correction = corrections.get(f.id);
    return {
      id: `fait-${f.n}`,
      etat: f.type === "fait_corrige.v1" ? "correction" : "scelle",
      instant: f.date,
      quand: formatJourLong(f.date),
      titre: definition.libelle,
      ...(recit === null ? {} : { precision: recit }),
      preuve: <Preuve fait={f} reference={reference} />,
      ...(correction === undefined
        ? {}
        : { corrigePar: { href: `#fait-${correction}`, libelle: `voir le fait n° ${correction}` } }),
    };
  });
}

/** When the fact was written down, and the way to its proof. */
function Preuve({ fait, reference }: { fait: FaitConsigne; reference: string }) {
  const memeJour = fait.consigneLe === fait.date;
  const quand = memeJour ? "" : `le ${formatJourCourt(jourDeParis(fait.consigne))} `;
  return (
    <>
      {`Scellé ${quand}à ${formatHeure(heureDeParis(fait.consigne))}, `}
      <a href={`/dossiers/${reference}/faits/${fait.n}`}>preuve n° {fait.n}</a>
    </>
  );
}
