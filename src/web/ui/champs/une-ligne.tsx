import { formatJourSaisie } from "../../../values/dates-fr.ts";
import { formatDuree } from "../../../values/duree.ts";
import { formatHeure, parseHeure } from "../../../values/heure.ts";
import { parseJour } from "../../../values/jour.ts";
import { formatMontant } from "../../../values/montant.ts";
import { fr } from "../typographie.ts";
import { CadreDeChamp, decritPar } from "./cadre.tsx";
import { enTexte, idDuChamp, type ProprietesDeChamp } from "./champ.ts";

type Ligne = ProprietesDeChamp & {
  texte: string;
  classe?: string;
  clavier?: "text" | "numeric" | "decimal";
};

/** One line of text, with its frame. Every single-line field below is this one with its own writing. */
function UneLigne(p: Ligne) {
  const champ = (
    <input
      class={`input${p.classe === undefined ? "" : ` ${p.classe}`}`}
      type={p.saisie ?? "text"}
      id={idDuChamp(p.nom)}
      name={p.nom}
      value={p.texte}
      inputmode={p.clavier}
      autocomplete={p.autocompletion ?? "off"}
      readonly={p.lectureSeule === true ? true : undefined}
      aria-describedby={decritPar(p)}
      aria-invalid={p.erreur === undefined ? undefined : "true"}
    />
  );
  return (
    <CadreDeChamp {...p}>
      {p.unite === undefined ? (
        champ
      ) : (
        <span class="unit">
          {champ}
          <span>{p.unite}</span>
        </span>
      )}
    </CadreDeChamp>
  );
}

const LARGEURS = { courte: "input--short", normale: undefined, pleine: "input--full" };

/** A short text. */
export function ChampTexte(p: ProprietesDeChamp) {
  return <UneLigne {...p} texte={enTexte(p.valeur)} classe={LARGEURS[p.largeur ?? "normale"]} />;
}

/** A day, typed as one writes it; `AAAA-MM-JJ` is shown « 30/11/2026 ». */
export function ChampJour(p: ProprietesDeChamp) {
  const brut = enTexte(p.valeur);
  const jour = parseJour(brut);
  return (
    <UneLigne
      {...p}
      aide={p.aide ?? "Jour, mois, année"}
      texte={jour === null ? brut : formatJourSaisie(jour)}
      classe="input--short"
      clavier="numeric"
    />
  );
}

/** A time of day; `HH:MM` is shown « 9 h 30 ». */
export function ChampHeure(p: ProprietesDeChamp) {
  const brut = enTexte(p.valeur);
  const heure = /^\d{2}:\d{2}$/.test(brut) ? parseHeure(brut) : null;
  return (
    <UneLigne
      {...p}
      aide={p.aide ?? fr("Par exemple 9 h 30")}
      texte={heure === null ? brut : formatHeure(heure)}
      classe="input--short"
    />
  );
}

/** A length of time; a number is minutes, shown « 2 h 30 ». */
export function ChampDuree(p: ProprietesDeChamp) {
  const texte = typeof p.valeur === "number" ? formatDuree(p.valeur) : enTexte(p.valeur);
  return <UneLigne {...p} aide={p.aide ?? fr("Par exemple 1 h 30")} texte={texte} classe="input--short" />;
}

/** An amount; a number is cents, shown « 1 580,00 € ». */
export function ChampMontant(p: ProprietesDeChamp) {
  const texte =
    typeof p.valeur === "number" ? formatMontant(p.valeur).replace(/\s€$/u, "") : enTexte(p.valeur);
  return <UneLigne {...p} texte={texte} classe="input--amount" clavier="decimal" unite={p.unite ?? "€"} />;
}

/** A whole number. Not `type=number`: a mouse wheel would change it unseen. */
export function ChampNombre(p: ProprietesDeChamp) {
  return <UneLigne {...p} texte={enTexte(p.valeur)} classe="input--amount" clavier="numeric" />;
}

/** A name typed as a signature. */
export function ChampSignature(p: ProprietesDeChamp) {
  return (
    <UneLigne
      {...p}
      texte={enTexte(p.valeur)}
      autocompletion={p.autocompletion ?? "name"}
      classe="input--signature"
    />
  );
}
