import type { Child } from "hono/jsx";
import { Mark } from "../mark.tsx";
import { fr, typo } from "../typographie.ts";
import { idDuChamp, type ProprietesDeChamp } from "./champ.ts";

type Cadre = Pick<ProprietesDeChamp, "nom" | "libelle" | "aide" | "erreur" | "requis"> & {
  children: Child;
  className?: string;
};

/** The ids that describe a field: its help, then its error. Undefined when it has neither. */
export function decritPar(p: Pick<ProprietesDeChamp, "nom" | "aide" | "erreur">): string | undefined {
  const id = idDuChamp(p.nom);
  const ids = [
    p.aide === undefined ? null : `${id}-aide`,
    p.erreur === undefined ? null : `${id}-erreur`,
  ].filter((x) => x !== null);
  return ids.length === 0 ? undefined : ids.join(" ");
}

/** Label, help and error around one field. */
export function CadreDeChamp(p: Cadre) {
  return (
    <div class={classes("field", p.className, p.erreur)}>
      <label for={idDuChamp(p.nom)}>
        <Libelle {...p} />
      </label>
      <AideEtErreur {...p} />
      {p.children}
    </div>
  );
}

/** The same around a group of radios or checkboxes. */
export function CadreDeGroupe(p: Cadre) {
  return (
    <fieldset class={classes("fieldset", p.className, p.erreur)} aria-describedby={decritPar(p)}>
      <legend>
        <Libelle {...p} />
      </legend>
      <AideEtErreur {...p} />
      {p.children}
    </fieldset>
  );
}

function classes(base: string, autre: string | undefined, erreur: string | undefined): string {
  return [base, autre, erreur === undefined ? undefined : "field--error"]
    .filter((c) => c !== undefined)
    .join(" ");
}

// Required is the rule; what is not required says so. No asterisk to decipher.
function Libelle({ libelle, requis }: Pick<Cadre, "libelle" | "requis">) {
  return (
    <>
      {fr(libelle)}
      {requis === true ? null : <span class="optional"> (facultatif)</span>}
    </>
  );
}

/** Help, then error: both are read before the field is reached. */
export function AideEtErreur({ nom, aide, erreur }: Pick<Cadre, "nom" | "aide" | "erreur">) {
  const id = idDuChamp(nom);
  return (
    <>
      {aide === undefined ? null : (
        <p class="hint" id={`${id}-aide`}>
          {typo(aide)}
        </p>
      )}
      {erreur === undefined ? null : (
        <p class="error-message" id={`${id}-erreur`}>
          <Mark forme="faute" />
          <span>
            <span class="visually-hidden">{fr("Erreur : ")}</span>
            {fr(erreur)}
          </span>
        </p>
      )}
    </>
  );
}
