import type { Context } from "hono";
import { regleDePopulation } from "../../dossier/refaire-le-tirage.ts";
import type { AuditLu } from "../../usecases/audit/tenir-audit.ts";
import { formatJourLong } from "../../values/dates-fr.ts";
import type { Jour } from "../../values/jour.ts";
import type { Env } from "../contexte.ts";
import { KeyList } from "../ui/layout.tsx";
import { fr } from "../ui/typographie.ts";

/** How the sample was drawn: whoever has these lines and the list of references finds the same dossiers. */
export function TirageVu({ audit, tires }: { audit: AuditLu; tires: number }) {
  const jour = (j: string) => formatJourLong(j as Jour);
  return (
    <>
      <KeyList
        lignes={[
          { cle: "Période", valeur: `du ${jour(audit.du)} au ${jour(audit.au)}` },
          {
            cle: "Population",
            valeur: fr(regleDePopulation({ du: audit.du as Jour, au: audit.au as Jour })),
          },
          { cle: "Bilans de la période", valeur: String(audit.population.length) },
          { cle: "Dossiers tirés", valeur: String(tires) },
          { cle: "Graine du tirage", valeur: <code>{audit.graine}</code> },
          { cle: "Accès ouvert jusqu’au", valeur: `${jour(audit.finLe)} inclus` },
        ]}
      />
      <p class="minor mt-2">
        Chaque référence est précédée de la graine et d’une espace, puis réduite par SHA-256. Les plus petites
        empreintes sont tirées.{" "}
        <a href="/aide/employeur-auditeur-autres#refaire-le-tirage">Refaire le tirage</a>
      </p>
    </>
  );
}

/** The paper of a draw, as its two doors answer it. */
export function reponseTirage(c: Context<Env>, pdf: Uint8Array): Response {
  return c.body(new Uint8Array(pdf), 200, {
    "content-type": "application/pdf",
    "content-disposition": 'inline; filename="tirage.pdf"',
  });
}
