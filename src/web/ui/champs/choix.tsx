import { fr } from "../typographie.ts";
import { AideEtErreur, CadreDeChamp, CadreDeGroupe, decritPar } from "./cadre.tsx";
import { enChoix, enTexte, idDuChamp, type OptionDeChamp, type ProprietesDeChamp } from "./champ.ts";

type LigneDeChoix = {
  genre: "radio" | "checkbox";
  nom: string;
  id: string;
  option: OptionDeChamp;
  choisi: boolean;
  decrit?: string | undefined;
  invalide?: boolean;
};

function LigneDeChoix({ genre, nom, id, option, choisi, decrit, invalide }: LigneDeChoix) {
  return (
    <label>
      <input
        type={genre}
        id={id}
        name={nom}
        value={option.valeur}
        checked={choisi ? true : undefined}
        aria-describedby={decrit}
        aria-invalid={invalide === true ? "true" : undefined}
      />
      <span>
        {fr(option.libelle)}
        {option.aide === undefined ? null : <small>{fr(option.aide)}</small>}
      </span>
    </label>
  );
}

type PropsDuGroupe = ProprietesDeChamp & { genre: "radio" | "checkbox" };

/** `premier`: the rank of the first of these options in the whole group. */
function Lignes({
  options,
  premier,
  ...p
}: PropsDuGroupe & { options: readonly OptionDeChamp[]; premier: number }) {
  const choisis = enChoix(p.valeur);
  const id = idDuChamp(p.nom);
  return (
    <ul class={p.enLigne === true ? "choices choices--row" : "choices"}>
      {options.map((option, i) => (
        <li>
          <LigneDeChoix
            genre={p.genre}
            nom={p.nom}
            // The first one bears the field's own id: the error summary links to it.
            id={premier + i === 0 ? id : `${id}-${premier + i + 1}`}
            option={option}
            choisi={choisis.includes(option.valeur)}
          />
        </li>
      ))}
    </ul>
  );
}

/** Options that are seldom chosen lie behind the others, in view as soon as one of them is. */
function Groupe(p: PropsDuGroupe) {
  const [dabord, autres] = [false, true].map((autre) =>
    (p.options ?? []).filter((o) => (o.autre === true) === autre),
  ) as [OptionDeChamp[], OptionDeChamp[]];
  const choisis = enChoix(p.valeur);
  return (
    <CadreDeGroupe {...p}>
      <Lignes {...p} options={dabord} premier={0} />
      {autres.length === 0 ? null : (
        <details class="mt-2" open={autres.some((o) => choisis.includes(o.valeur)) ? true : undefined}>
          <summary>{fr(`Voir les ${autres.length} autres réponses`)}</summary>
          <Lignes {...p} options={autres} premier={dabord.length} />
        </details>
      )}
    </CadreDeGroupe>
  );
}

/** One answer among a few, all visible. */
export function ChampChoix(p: ProprietesDeChamp) {
  return <Groupe {...p} genre="radio" />;
}

/** Several answers among a few. The form sends the name once per answer. */
export function ChampChoixMultiples(p: ProprietesDeChamp) {
  return <Groupe {...p} genre="checkbox" />;
}

/** One answer among many; the first line is empty unless the field is required and has a value. */
export function ChampSelection(p: ProprietesDeChamp) {
  const choisi = enTexte(p.valeur);
  const options = p.options ?? [];
  const sansVide = options.some((o) => o.valeur === "");
  return (
    <CadreDeChamp {...p}>
      <select
        class="input"
        id={idDuChamp(p.nom)}
        name={p.nom}
        aria-describedby={decritPar(p)}
        aria-invalid={p.erreur === undefined ? undefined : "true"}
      >
        {sansVide ? null : <option value="">Choisir…</option>}
        {options.map((o) => (
          <option value={o.valeur} selected={o.valeur === choisi ? true : undefined}>
            {fr(o.libelle)}
          </option>
        ))}
      </select>
    </CadreDeChamp>
  );
}

/** A single sentence to agree with: sends « oui » when ticked, nothing otherwise. */
export function ChampCase(p: ProprietesDeChamp) {
  return (
    <div class={p.erreur === undefined ? "field" : "field field--error"}>
      <AideEtErreur {...p} />
      <ul class="choices">
        <li>
          <LigneDeChoix
            genre="checkbox"
            nom={p.nom}
            id={idDuChamp(p.nom)}
            option={{ valeur: "oui", libelle: p.libelle }}
            choisi={p.valeur === true || p.valeur === "oui"}
            decrit={decritPar(p)}
            invalide={p.erreur !== undefined}
          />
        </li>
      </ul>
    </div>
  );
}
