import type { Context } from "hono";
import type { FichierDeResultats, lireFichier } from "../../usecases/resultats/lire-fichiers.ts";
import { formatJourLong } from "../../values/dates-fr.ts";
import { Block } from "../ui/layout.tsx";
import { Mark } from "../ui/mark.tsx";
import { fr } from "../ui/typographie.ts";

const SORTES = { pdf: "PDF", jpeg: "photo", png: "image" } as const;

/** The files of results that were joined, each with its day; nothing when there is none. */
export function FichiersDeResultats({
  fichiers,
  base,
}: {
  fichiers: readonly FichierDeResultats[];
  base: string;
}) {
  if (fichiers.length === 0) return null;
  return (
    <Block id="fichiers" titre="Fichiers de résultats" className="mt-6" note={String(fichiers.length)}>
      <ul class="list list--links">
        {fichiers.map((f) => (
          <li>
            <div class="list-body">
              <a href={`${base}/${f.n}`} download>
                {fr(`${f.intitule} (${SORTES[f.format]})`)}
              </a>{" "}
              <Mark forme="secret" mot="Rien que pour la personne et son conseiller" taille="petite" />
              <p class="minor">{fr(`Joint le ${formatJourLong(f.le)}, preuve n° ${f.n}.`)}</p>
            </div>
          </li>
        ))}
      </ul>
    </Block>
  );
}

/** A file from outside is saved, never shown in a page of ours; its name says nothing of who. */
export function fichierJoint(
  c: Context,
  reference: string,
  { octets, nom, typeMedia }: NonNullable<Awaited<ReturnType<typeof lireFichier>>>,
): Response {
  return c.body(new Uint8Array(octets), 200, {
    "content-type": typeMedia,
    "content-disposition": `attachment; filename="${reference}-${nom}"`,
  });
}
