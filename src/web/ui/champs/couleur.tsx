import { CadreDeChamp, decritPar } from "./cadre.tsx";
import { idDuChamp, type ProprietesDeChamp } from "./champ.ts";

type Props = Pick<ProprietesDeChamp, "nom" | "libelle" | "aide" | "erreur" | "requis"> & { valeur: string };

/** The palette of the browser: it always gives six digits, with or without script. */
export function ChampCouleur(p: Props) {
  return (
    <CadreDeChamp {...p}>
      <input
        class="input input--color"
        type="color"
        id={idDuChamp(p.nom)}
        name={p.nom}
        value={p.valeur}
        aria-describedby={decritPar(p)}
        aria-invalid={p.erreur === undefined ? undefined : "true"}
      />
    </CadreDeChamp>
  );
}
