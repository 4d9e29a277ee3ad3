import type { Brut, Champs, Refus, Repli } from "../dossier/acte.ts";
import type { ProprietesDeChamp } from "./ui/champs/champ.ts";
import { ChampDeSaisie } from "./ui/champs/champ-de-saisie.tsx";
import { ErrorSummary } from "./ui/form.tsx";
import { Notice } from "./ui/notice.tsx";
import { fr } from "./ui/typographie.ts";

export type Valeurs = Record<string, string | readonly string[] | undefined>;
/** What the browser should know of a field beyond its description: a password, an address. */
export type Precisions = Record<
  string,
  Pick<ProprietesDeChamp, "saisie" | "autocompletion" | "largeur" | "enLigne">
>;

type Props = {
  champs: Champs;
  valeurs: Valeurs;
  refus?: readonly Refus[];
  precisions?: Precisions;
  /** Fields that are shown behind one line, at the place of the first of them. */
  repli?: Repli | null;
};

function UnChamp({ nom, champ, ...p }: Omit<Props, "champs"> & { nom: string; champ: Champs[string] }) {
  return (
    <ChampDeSaisie
      champ={{
        genre: champ.court === true ? "texte" : champ.genre,
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
  );
}

/** The fields of a form, drawn from their descriptions, each with its value and its refusal. */
export function ChampsRendus({ champs, repli, ...p }: Props) {
  const replies = (repli?.champs ?? []).filter((nom) => champs[nom] !== undefined);
  return (
    <>
      {Object.entries(champs).map(([nom, champ]) => {
        if (!replies.includes(nom)) {
          const dessine = <UnChamp {...p} nom={nom} champ={champ} />;
          // The style sheet takes it away, without a script: it knows the pairs that exist.
          return champ.sauf === undefined ? (
            dessine
          ) : (
            <div data-sauf={`${champ.sauf.champ}=${champ.sauf.valeur}`}>{dessine}</div>
          );
        }
        if (nom !== replies[0]) return null;
        // Whatever was refused, what lies behind may be the reason: it comes back open.
        return (
          <details class="mt-4" open={(p.refus ?? []).length > 0 ? true : undefined}>
            <summary>{fr(repli!.resume)}</summary>
            {replies.map((n) => (
              <UnChamp {...p} nom={n} champ={champs[n]!} />
            ))}
          </details>
        );
      })}
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
