import type { Context, Hono } from "hono";
import { type AuditLu, listerLesAudits } from "../../../../usecases/audit/tenir-audit.ts";
import { formatJourLong } from "../../../../values/dates-fr.ts";
import type { Jour } from "../../../../values/jour.ts";
import type { Env } from "../../../contexte.ts";
import { page } from "../../../page.tsx";
import { LinkButton } from "../../../ui/button.tsx";
import { Block, PageTitle } from "../../../ui/layout.tsx";
import { EmptyState } from "../../../ui/notice.tsx";
import { fr } from "../../../ui/typographie.ts";
import { COURANT, Retour } from "../commun.tsx";
import { AUDITS } from "./adresses.ts";
import { routesDUnAudit } from "./audit.tsx";
import { routesDuNouvelAudit } from "./nouveau.tsx";

function Liste(p: { id: string; titre: string; audits: readonly AuditLu[] }) {
  if (p.audits.length === 0) return null;
  const jour = (j: string) => formatJourLong(j as Jour);
  return (
    <Block id={p.id} titre={p.titre} note={String(p.audits.length)}>
      <ul class="list list--links">
        {p.audits.map((a) => (
          <li>
            <div class="list-body">
              <a href={`${AUDITS}/${a.id}`}>{fr(`Du ${jour(a.du)} au ${jour(a.au)}`)}</a>
              <p class="minor">
                {fr(`Graine ${a.graine}. Accès jusqu’au ${jour(a.finLe)}, par ${a.creePar}.`)}
              </p>
            </div>
          </li>
        ))}
      </ul>
    </Block>
  );
}

/** The audits of an organisation. « nouveau » comes before the audits: it is also the shape of one. */
export function routesAudits(app: Hono<Env>): void {
  app.get(AUDITS, async (c: Context<Env>) => {
    const audits = await listerLesAudits(c.get("portes").maison, c.get("moi").auteur);
    const corps = (
      <>
        <Retour />
        <PageTitle
          titre="Les audits"
          chapeau="Un auditeur lit les preuves de dossiers tirés au sort, jusqu’à une date. Il ne lit aucun contenu, et vous voyez ce qu’il a lu."
        />
        <div class="buttons">
          <LinkButton href={`${AUDITS}/nouveau`}>Préparer un audit</LinkButton>
        </div>
        {audits.length === 0 ? (
          <EmptyState titre="Aucun audit pour le moment" niveau={2}>
            Le premier montrera ici sa graine, ses dossiers et ce qui a été lu.
          </EmptyState>
        ) : null}
        <Liste id="ouverts" titre="Ouverts" audits={audits.filter((a) => a.ouvert)} />
        <Liste id="fermes" titre="Fermés" audits={audits.filter((a) => !a.ouvert)} />
      </>
    );
    return page(c, { titre: "Les audits", courant: COURANT, children: corps });
  });
  routesDuNouvelAudit(app);
  routesDUnAudit(app);
}
