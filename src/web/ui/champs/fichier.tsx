import { CadreDeChamp, decritPar } from "./cadre.tsx";
import { idDuChamp, type ProprietesDeChamp } from "./champ.ts";

/** A file to choose; `accepte` is what the browser proposes, never what the server believes. */
export function ChampFichier(
  p: Pick<ProprietesDeChamp, "nom" | "libelle" | "aide" | "requis" | "erreur"> & { accepte: string },
) {
  return (
    <CadreDeChamp {...p}>
      <input
        class="input"
        type="file"
        id={idDuChamp(p.nom)}
        name={p.nom}
        accept={p.accepte}
        aria-describedby={decritPar(p)}
        aria-invalid={p.erreur === undefined ? undefined : "true"}
      />
    </CadreDeChamp>
  );
}
