import type { PieceManquante } from "../../usecases/controle/pieces.ts";
import { Block } from "../ui/layout.tsx";
import { Mark } from "../ui/mark.tsx";
import { Notice } from "../ui/notice.tsx";
import { Verdict } from "../ui/status.tsx";
import { compter, fr } from "../ui/typographie.ts";

type Presente = { titre: string; href?: string };

/** What a control file holds, and what it lacks, named: a controller reads the same words in its index. */
export function Pieces({
  presentes,
  manquantes,
}: {
  presentes: readonly Presente[];
  manquantes: readonly PieceManquante[];
}) {
  const note = `${compter(presentes.length, "présente")}, ${compter(manquantes.length, "manquante")}`;
  return (
    <Block id="pieces" titre="Les pièces" note={note}>
      {manquantes.length === 0 ? null : (
        <Notice genre="alerte" titre={`${compter(manquantes.length, "pièce manque", "pièces manquent")}.`}>
          {manquantes.length < 2 ? "Elle sera nommée" : "Elles seront nommées"} dans l’index. Rien ne peut
          être antidaté.
        </Notice>
      )}
      <ul class="constat mt-4">
        {manquantes.map((p) => (
          <li>
            <Mark forme="manque" />
            <div>
              <strong>{fr(p.libelle)}</strong> <Verdict genre="manque" mot="Manquante" seul={false} />
              {p.motif === null ? null : <p class="minor">{fr(p.motif)}</p>}
            </div>
          </li>
        ))}
        {presentes.map((p) => (
          <li>
            <Mark forme="scelle" mot="Présente" />
            <div>
              <strong>{p.href === undefined ? p.titre : <a href={p.href}>{p.titre}</a>}</strong>
            </div>
          </li>
        ))}
      </ul>
    </Block>
  );
}
