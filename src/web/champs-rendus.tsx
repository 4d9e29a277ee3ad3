import type { Brut, Champs, Refus } from "../dossier/acte.ts";
import type { ProprietesDeChamp } from "./ui/champs/champ.ts";
import { ChampDeSaisie } from "./ui/champs/champ-de-saisie.tsx";
import { ErrorSummary } from "./ui/form.tsx";
import { Notice } from "./ui/notice.tsx";

export type Valeurs = Record<string, string | readonly string[] | undefined>;
/** What the browser should know of a field beyond its description: a password, an address. */
export type Precisions = Record<
  string,
  Pick<ProprietesDeChamp, "saisie" | "autocompletion" | "largeur" | "enLigne">
>;

/** The fields of a form, drawn from their descriptions, each with its value and its refusal. */
export function ChampsRendus(p: {
  champs: Champs;
  valeurs: Valeurs;
  refus?: readonly Refus[];
  precisions?: Precisions;
}) {
  return (
    <>
      {Object.entries(p.champs).map(([nom, champ]) => (
        <ChampDeSaisie
          champ={{
            genre: champ.genre,
            nom,
            libelle: champ.libelle,
            requis: champ.requis,
            ...(champ.aide === undefined ? {} : { aide: champ.aide }),
            ...(champ.options === undefined
              ? {}
              : { options: champ.options, enLigne: champ.options.length <= 3 }),
            ...p.precisions?.[nom],
            erreur: p.refus?.find((r) => r.champ === nom)?.phrase,
            valeur: p.valeurs[nom],
          }}
        />
      ))}
    </>
  );
}

/** What was typed, as the fields take it back. */
export function retaper(champs: Champs, brut: Brut): Valeurs {
  return Object.fromEntries(
    Object.entries(champs).map(([nom, champ]) => [
      nom,
      champ.genre === "choixMultiples" ? (brut[nom] ?? []) : (brut[nom]?.[0] ?? ""),
    ]),
  );
}

/** A refusal of the law or of the stage is told above the form with its way out; a field's stands at the field too. */
export function RefusRendus({ refus }: { refus: readonly Refus[] }) {
  return (
    <>
      <ErrorSummary
        fautes={refus.map((r) => ({ ...(r.champ === undefined ? {} : { nom: r.champ }), message: r.phrase }))}
      />
      {refus
        .filter((r) => r.remede !== undefined)
        .map((r) => (
          <Notice genre="information">{r.remede}</Notice>
        ))}
    </>
  );
}
