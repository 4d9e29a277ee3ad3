import type { Context } from "hono";
import type { DossierConsulte } from "../../../usecases/dossier/consulter-dossier.ts";
import type { Env } from "../../contexte.ts";
import { type PageProps, page } from "../../page.tsx";
import { IdentiteDuDossier } from "../../vues/identite.tsx";

/** One page of a dossier under its band; `onglet` is the last piece of its address (« papiers »). */
export function pageDuDossier(
  c: Context<Env>,
  dossier: DossierConsulte,
  { onglet, titre, ...reste }: { onglet: string } & PageProps,
  statut?: 200 | 404 | 409 | 422 | 503,
) {
  const courant = `/dossiers/${dossier.reference}/${onglet}`;
  return page(
    c,
    {
      ...reste,
      // The reference stands for the person: titles stay in the browser's history.
      titre: `${titre}, ${dossier.reference}`,
      courant: "/dossiers",
      entete: <IdentiteDuDossier dossier={dossier} courant={courant} auteur={c.get("moi").auteur} />,
    },
    statut,
  );
}
