import { Mark } from "../mark.tsx";
import { typo } from "../typographie.ts";
import { CadreDeChamp, decritPar } from "./cadre.tsx";
import { enTexte, idDuChamp, type ProprietesDeChamp } from "./champ.ts";

/** A text of several lines; the field grows with it where the browser can. */
export function ChampTexteLong(p: ProprietesDeChamp) {
  return (
    <CadreDeChamp {...p}>
      <textarea
        class="input"
        id={idDuChamp(p.nom)}
        name={p.nom}
        rows={p.lignes ?? 4}
        readonly={p.lectureSeule === true ? true : undefined}
        aria-describedby={decritPar(p)}
        aria-invalid={p.erreur === undefined ? undefined : "true"}
      >
        {enTexte(p.valeur)}
      </textarea>
    </CadreDeChamp>
  );
}

const AIDE_DU_CONTENU =
  "Scellé. Vous et la personne accompagnée pouvez le lire, personne d’autre. Détruit à la fin du bilan.";

/** A content: a long text under a padlock, which says who reads it and until when. */
export function ChampContenu(p: ProprietesDeChamp) {
  const aide = (
    <>
      <Mark forme="secret" taille="petite" /> {typo(p.aide ?? AIDE_DU_CONTENU)}
    </>
  );
  return <ChampTexteLong {...p} aide={aide} />;
}
