import type { Context } from "hono";
import type { Brut, Champs } from "../../../dossier/acte.ts";
import { heureDeParis, jourDeParis } from "../../../usecases/heure-de-paris.ts";
import type { ChangementEcrit } from "../../../usecases/organisme/changer-organisme.ts";
import { formatJour } from "../../../values/dates-fr.ts";
import { formatHeure } from "../../../values/heure.ts";
import type { Instant } from "../../../values/instant.ts";
import type { Valeurs } from "../../champs-rendus.tsx";
import type { Env } from "../../contexte.ts";
import { BackLink } from "../../ui/breadcrumbs.tsx";
import { KeyList } from "../../ui/layout.tsx";
import { Notice } from "../../ui/notice.tsx";

export const COURANT = "/organisme";

export function Retour() {
  return <BackLink libelle="Mon organisme" href={COURANT} />;
}

/** Who changes, with the name that the history keeps. */
export function auteurDe(c: Context<Env>) {
  const { auteur, nom } = c.get("moi");
  return { ...auteur, nom };
}

/** The one-time key and the version that every form of the organisation sends back. */
export function clesDe(c: Context<Env>, brut: Brut) {
  const vu = Number(brut.vu?.[0]);
  return {
    cle: brut.jeton?.[0] || c.get("portes").maison.nouvelId(),
    vu: Number.isSafeInteger(vu) ? vu : 0,
  };
}

/** « Offre changée, par Nadia Benali, le 24 novembre 2026 à 10 h 05 ». */
export function direChangement({ quoi, nom, quand }: ChangementEcrit): string {
  const instant = quand as Instant;
  return `${quoi}, par ${nom}, le ${formatJour(jourDeParis(instant))} à ${formatHeure(heureDeParis(instant))}`;
}

/** What was written meanwhile, and the answers of this form that differ from what is kept now. */
export function Conflit(p: { changements: readonly ChangementEcrit[]; differe?: [string, string][] }) {
  const differe = p.differe ?? [];
  return (
    <Notice genre="alerte" titre="L’organisme a changé pendant que vous écriviez.">
      Rien de ce que vous avez écrit n’est encore enregistré. Vos réponses sont gardées ci-dessous : relisez,
      puis envoyez de nouveau.
      <ul>
        {p.changements.map((ch) => (
          <li>{direChangement(ch)}</li>
        ))}
      </ul>
      {differe.length === 0 ? null : (
        <>
          <p>Ce qui est enregistré maintenant, là où vos réponses diffèrent&nbsp;:</p>
          <KeyList lignes={differe.map(([cle, valeur]) => ({ cle, valeur }))} />
        </>
      )}
    </Notice>
  );
}

/** Each field whose kept value is not what was typed, with that value in the words of the form. */
export function differences(champs: Champs, gardees: Valeurs, tapees: Valeurs): [string, string][] {
  return Object.entries(champs).flatMap(([nom, champ]): [string, string][] => {
    const mots = (v: Valeurs[string]) =>
      [v ?? ""].flat().map((t) => champ.options?.find((o) => o.valeur === t)?.libelle ?? t);
    const lire = (v: Valeurs[string]) => JSON.stringify(champ.lire([v ?? ""].flat()));
    if (lire(gardees[nom]) === lire(tapees[nom])) return [];
    return [[champ.libelle, mots(gardees[nom]).join(", ") || "rien"]];
  });
}
