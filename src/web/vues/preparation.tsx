import type { Preparation } from "../../usecases/preparations/mener.ts";
import { Sheet } from "../ui/layout.tsx";
import { Progress } from "../ui/progress.tsx";

/** Seconds between two looks, for a person without script who asked for it. */
export const PAUSE = 3;

type EnCours = Extract<Preparation, { etat: "enCours" }>;

/** A file being made, followed at `href`: by the script, by its link, or by itself once asked (`seul`). */
export function PreparationEnCours(
  p: Pick<EnCours, "avancement"> & { titre: string; libelle: string; href: string; seul: boolean },
) {
  const { fait, total, etape } = p.avancement;
  const href = `${p.href}${p.seul ? "?suivre=seul" : ""}`;
  return (
    <Sheet>
      <h2>{p.titre}</h2>
      <Progress id="preparation" libelle={p.libelle} fait={fait} total={total} href={href}>
        <p class="minor">{etape}</p>
        {p.seul ? (
          <p class="minor">Cette page s’actualise seule.</p>
        ) : (
          <p class="actions">
            <a href={`${p.href}?suivre=seul`}>Actualiser sans que j’aie à le demander</a>
          </p>
        )}
      </Progress>
    </Sheet>
  );
}
