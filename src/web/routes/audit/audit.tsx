import type { Context, Hono } from "hono";
import { definitionDe } from "../../../dossier/catalogue.ts";
import { preuvesManquantes } from "../../../dossier/preuves-attendues.ts";
import { listeDesReferences } from "../../../dossier/refaire-le-tirage.ts";
import { donnerTirageALAuditeur } from "../../../usecases/audit/imprimer-tirage.ts";
import { type AuditAuditeur, lireMesAudits, lireReferences } from "../../../usecases/audit/lire-audit.ts";
import {
  type DossierAudite,
  lireControleAudite,
  lireDossierAudite,
  lirePapierAudite,
} from "../../../usecases/audit/lire-dossier-audite.ts";
import { heureDeParis, jourDeParis } from "../../../usecases/heure-de-paris.ts";
import { listerPapiers } from "../../../usecases/papiers/imprimer-papier.ts";
import { formatJour, formatJourCourt } from "../../../values/dates-fr.ts";
import { formatDuree } from "../../../values/duree.ts";
import { formatHeure } from "../../../values/heure.ts";
import type { Instant } from "../../../values/instant.ts";
import type { Jour } from "../../../values/jour.ts";
import { NOM_DE_PHASE, PHASES } from "../../../values/phase.ts";
import type { Env } from "../../contexte.ts";
import { enteteDePapier } from "../../fichier-de-papier.ts";
import { introuvable } from "../../introuvable.tsx";
import { page } from "../../page.tsx";
import { BackLink } from "../../ui/breadcrumbs.tsx";
import { LinkButton } from "../../ui/button.tsx";
import { HoursBar } from "../../ui/hours-bar.tsx";
import { Actions, Block, DossierTitle, PageTitle } from "../../ui/layout.tsx";
import { EmptyState, Notice } from "../../ui/notice.tsx";
import { Table } from "../../ui/table.tsx";
import { fr } from "../../ui/typographie.ts";
import { heuresDuDossier } from "../../vues/heures.ts";
import { nomDuRole } from "../../vues/roles.ts";
import { reponseTirage, TirageVu } from "../../vues/tirage.tsx";

const ICI = "/audit";

const moment = (quand: Instant) =>
  `${formatJourCourt(jourDeParis(quand))} à ${formatHeure(heureDeParis(quand))}`;

function lecteurDe(c: Context<Env>) {
  const { auteur, nom } = c.get("moi");
  return { ...auteur, nom };
}

function CeQuIlLit() {
  return (
    <Notice genre="secret" titre="Des preuves, jamais un contenu.">
      Réponses, notes, résultats et texte de la synthèse restent secrets. Chacune de vos lectures est notée,
      et l’organisme la voit.
    </Notice>
  );
}

function UnAudit({ audit, echantillon }: AuditAuditeur) {
  const nomme = audit.montreNoms;
  return (
    <Block
      id={`audit-${audit.id}`}
      titre={`Du ${formatJour(audit.du as Jour)} au ${formatJour(audit.au as Jour)}`}
      note={`${echantillon.length} dossiers`}
    >
      <TirageVu audit={audit} tires={echantillon.length} />
      <Actions
        liens={[
          { libelle: "Le papier du tirage (PDF)", href: `${ICI}/${audit.id}/tirage.pdf` },
          { libelle: "La liste des références (TXT)", href: `${ICI}/${audit.id}/references.txt` },
        ]}
      />
      <Table
        titre="Les dossiers tirés, dans l’ordre du tirage"
        titreCache
        cartes
        colonnes={[
          { libelle: "Dossier" },
          ...(nomme ? [{ libelle: "Personne" }] : []),
          { libelle: "Commencé le" },
          ...PHASES.map((phase) => ({ libelle: `Heures, ${NOM_DE_PHASE[phase]}`, nombre: true })),
          { libelle: "Faits", nombre: true },
        ]}
        lignes={echantillon.map((d) => [
          <a href={`${ICI}/${audit.id}/${d.reference}`}>{d.reference}</a>,
          ...(nomme ? [d.nom ?? ""] : []),
          d.debut === null ? "Pas encore" : formatJour(d.debut as Jour),
          ...PHASES.map((phase) => (d.heures[phase] === 0 ? "0\u00a0h" : formatDuree(d.heures[phase]))),
          String(d.faits),
        ])}
      />
    </Block>
  );
}

function Faits({ dossier }: DossierAudite) {
  return (
    <Block id="faits" titre="Ce qui s’est passé" note={`${dossier.faits.length} faits`}>
      <Table
        titre="Les faits du dossier, du premier au dernier"
        titreCache
        cartes
        colonnes={[{ libelle: "Fait" }, { libelle: "Le" }, { libelle: "Ce qu’il dit" }, { libelle: "Écrit" }]}
        lignes={dossier.faits.map((f) => {
          const { libelle, recit } = definitionDe(f.type);
          return [
            fr(`${f.n}. ${libelle}`),
            formatJourCourt(f.date),
            fr(recit(f.donnees) ?? "Rien de plus"),
            `${moment(f.consigne)}, par ${nomDuRole(f.auteur.role)}`,
          ];
        })}
      />
    </Block>
  );
}

function Manquantes({ dossier }: DossierAudite) {
  const manquantes = preuvesManquantes(dossier.etat);
  if (manquantes.length === 0) return null;
  return (
    <Block id="manquantes" titre="Preuves que le dossier n’a pas" note={String(manquantes.length)}>
      <ul class="list">
        {manquantes.map((m) => (
          <li>{fr(m.motif === null ? m.libelle : `${m.libelle} : ${m.motif}`)}</li>
        ))}
      </ul>
    </Block>
  );
}

function Papiers({ c, audit, dossier, controle }: DossierAudite & { c: Context<Env> }) {
  const base = `${ICI}/${audit.id}/${dossier.reference}`;
  if (!audit.montreNoms) {
    return (
      <Block id="papiers" titre="Les papiers">
        <p class="mt-2">
          Ils portent le nom de la personne. L’organisme ne les a pas ouverts dans cet audit&nbsp;:
          demandez-les-lui.
        </p>
      </Block>
    );
  }
  const papiers = listerPapiers(c.get("portes").maison, c.get("moi").auteur, dossier).filter(
    (l) => l.papier.auControle && "document" in l,
  );
  return (
    <Block id="papiers" titre="Les papiers">
      {papiers.length === 0 ? (
        <EmptyState titre="Aucun papier pour le moment">
          Chaque papier vient avec les faits qu’il dit.
        </EmptyState>
      ) : (
        <ul class="list list--links">
          {papiers.map(({ papier }) => (
            <li>
              <div class="list-body">
                <a href={`${base}/papiers/${papier.nom}`}>{fr(`${papier.titre} (PDF)`)}</a>
              </div>
            </li>
          ))}
        </ul>
      )}
      {controle === null ? (
        <p class="minor mt-2">L’organisme n’a pas encore préparé le dossier de contrôle de ce dossier.</p>
      ) : (
        <>
          <div class="buttons">
            <LinkButton rang="second" href={`${base}/controle`}>
              Prendre le dossier de contrôle (ZIP)
            </LinkButton>
          </div>
          <p class="minor">
            Préparé le {moment(controle.creeLe as Instant)}. Chacun peut le vérifier sans l’organisme et sans
            réseau.
          </p>
        </>
      )}
    </Block>
  );
}

const cibleDe = (c: Context<Env>) => ({
  auditId: c.req.param("audit") ?? "",
  reference: c.req.param("reference") ?? "",
});

/** What an auditor reads: the drawn dossiers, their facts, their proofs; every reading is noted. */
export function routesAudit(app: Hono<Env>): void {
  app.get(ICI, async (c) => {
    const audits = await lireMesAudits(c.get("portes").maison, lecteurDe(c));
    if (audits.length === 0) return introuvable(c);
    const corps = (
      <>
        <PageTitle
          titre="L’échantillon"
          chapeau={`Des dossiers de ${c.get("moi").organisme.raisonSociale}, tirés au sort.`}
        />
        <CeQuIlLit />
        {audits.map((a) => (
          <UnAudit {...a} />
        ))}
      </>
    );
    return page(c, { titre: "L’échantillon", courant: ICI, children: corps });
  });

  app.get(`${ICI}/:audit/references.txt`, async (c) => {
    const references = await lireReferences(c.get("portes").maison, lecteurDe(c), c.req.param("audit"));
    if (references === undefined) return introuvable(c);
    return c.body(listeDesReferences(references), 200, {
      "content-type": "text/plain; charset=utf-8",
      "content-disposition": 'attachment; filename="references.txt"',
    });
  });

  app.get(`${ICI}/:audit/tirage.pdf`, async (c) => {
    const pdf = await donnerTirageALAuditeur(c.get("portes"), lecteurDe(c), c.req.param("audit"));
    return pdf === undefined ? introuvable(c) : reponseTirage(c, pdf);
  });

  app.get(`${ICI}/:audit/:reference`, async (c) => {
    const vu = await lireDossierAudite(c.get("portes").maison, lecteurDe(c), cibleDe(c));
    if (vu === undefined) return introuvable(c);
    const { prenom, nom } = vu.dossier.identite;
    const corps = (
      <>
        <BackLink libelle="L’échantillon" href={ICI} />
        <PageTitle
          titre={<DossierTitle reference={vu.dossier.reference} />}
          {...(vu.audit.montreNoms ? { chapeau: `${prenom} ${nom}` } : {})}
        />
        <CeQuIlLit />
        <Block id="heures" titre="Les heures">
          <HoursBar
            id="heures-barre"
            nomDuPlafond="plafond légal"
            {...heuresDuDossier(vu.dossier.etat, jourDeParis(c.get("portes").maison.horloge()))}
          />
        </Block>
        <Papiers {...vu} c={c} />
        <Manquantes {...vu} />
        <Faits {...vu} />
      </>
    );
    return page(c, { titre: `Dossier ${vu.dossier.reference}`, courant: ICI, children: corps });
  });

  app.get(`${ICI}/:audit/:reference/controle`, async (c) => {
    const vu = await lireControleAudite(c.get("portes").maison, lecteurDe(c), cibleDe(c));
    if (vu === undefined) return introuvable(c);
    return c.body(new Uint8Array(vu.octets), 200, {
      "content-type": "application/zip",
      "content-disposition": `attachment; filename="${vu.nom}"`,
    });
  });

  app.get(`${ICI}/:audit/:reference/papiers/:papier`, async (c) => {
    const { maison, imprimer } = c.get("portes");
    const cible = { ...cibleDe(c), papier: c.req.param("papier") };
    const vu = await lirePapierAudite(maison, imprimer, lecteurDe(c), cible);
    if (vu === undefined) return introuvable(c);
    if ("octets" in vu) {
      return c.body(new Uint8Array(vu.octets), 200, enteteDePapier(cible.papier, cible.reference));
    }
    const corps = (
      <>
        <BackLink
          libelle={`Dossier ${cible.reference}`}
          href={`${ICI}/${cible.auditId}/${cible.reference}`}
        />
        <Notice genre="alerte" titre="Ce papier ne peut pas encore être fait.">
          {vu.manque}
        </Notice>
      </>
    );
    return page(c, { titre: "Papier", courant: ICI, children: corps }, 409);
  });
}
