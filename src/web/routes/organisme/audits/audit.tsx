import type { Context, Hono } from "hono";
import type { Refus } from "../../../../dossier/acte.ts";
import { listeDesReferences } from "../../../../dossier/refaire-le-tirage.ts";
import { donnerTirage } from "../../../../usecases/audit/imprimer-tirage.ts";
import {
  type AuditConsulte,
  consulterAudit,
  fermerAudit,
  type GesteDAudit,
  type LectureLue,
  renvoyerLienAuditeur,
} from "../../../../usecases/audit/tenir-audit.ts";
import { heureDeParis, jourDeParis } from "../../../../usecases/heure-de-paris.ts";
import { formatJourSaisie } from "../../../../values/dates-fr.ts";
import { formatHeure } from "../../../../values/heure.ts";
import type { Instant } from "../../../../values/instant.ts";
import { RefusRendus } from "../../../champs-rendus.tsx";
import type { Env } from "../../../contexte.ts";
import { csv } from "../../../csv.ts";
import { champsDeFormulaire } from "../../../formulaire.ts";
import { introuvable } from "../../../introuvable.tsx";
import { page } from "../../../page.tsx";
import { BackLink } from "../../../ui/breadcrumbs.tsx";
import { Button, Buttons } from "../../../ui/button.tsx";
import { Form } from "../../../ui/form.tsx";
import { Block, PageTitle } from "../../../ui/layout.tsx";
import { EmptyState, Notice } from "../../../ui/notice.tsx";
import { Table } from "../../../ui/table.tsx";
import { fr } from "../../../ui/typographie.ts";
import { direMoment } from "../../../vues/dire-moment.ts";
import { reponseTirage, TirageVu } from "../../../vues/tirage.tsx";
import { COURANT } from "../commun.tsx";
import { AUDITS } from "./adresses.ts";

/** The last readings that the page shows; the file for a spreadsheet has them all. */
const LECTURES_VUES = 50;

function Echantillon({ echantillon, audit }: AuditConsulte) {
  return (
    <Block id="echantillon" titre="Les dossiers tirés" note={String(echantillon.length)}>
      <Table
        titre="Les dossiers tirés, dans l’ordre du tirage"
        titreCache
        cartes
        colonnes={[{ libelle: "Dossier" }, { libelle: "Personne" }, { libelle: "Dossier de contrôle" }]}
        lignes={echantillon.map((d) => [
          d.reference,
          d.nom,
          <a href={`/dossiers/${d.reference}/controle`}>
            {d.controle ? "Préparé" : "À préparer"}
            <span class="visually-hidden">{fr(` : ${d.reference}`)}</span>
          </a>,
        ])}
      />
      <p class="minor mt-2">
        {audit.montreNoms
          ? "L’auditeur voit les noms, les papiers et le dernier dossier de contrôle préparé."
          : "L’auditeur voit les références et les faits, ni les noms ni les papiers."}
      </p>
    </Block>
  );
}

function Auditeurs({ c, auditeurs, audit, ouvert }: AuditConsulte & { c: Context<Env> }) {
  return (
    <Block id="auditeurs" titre="Les auditeurs" note={String(auditeurs.length)}>
      <ul class="list">
        {auditeurs.map((a) => (
          <li>
            <div class="list-body">
              <h3>{fr(a.nom)}</h3>
              <p class="minor">{a.courriel}</p>
            </div>
            {ouvert ? (
              <div class="list-end">
                <Form
                  action={`${AUDITS}/${audit.id}`}
                  jeton={c.get("portes").maison.nouvelId()}
                  champsCaches={{ geste: "renvoyer", auditeur: a.utilisateurId }}
                >
                  <Button rang="second">
                    Renvoyer le lien<span class="visually-hidden">{fr(` à ${a.nom}`)}</span>
                  </Button>
                </Form>
              </div>
            ) : null}
          </li>
        ))}
      </ul>
    </Block>
  );
}

function Lectures({ lectures, audit }: AuditConsulte) {
  return (
    <Block id="lectures" titre="Ce qui a été lu">
      {lectures.length === 0 ? (
        <EmptyState titre="Rien n’a été lu">
          Chaque lecture d’un auditeur viendra ici, avec son heure.
        </EmptyState>
      ) : (
        <>
          <Table
            titre="Les dernières lectures"
            titreCache
            cartes
            colonnes={[{ libelle: "Quand" }, { libelle: "Qui" }, { libelle: "Quoi" }, { libelle: "Dossier" }]}
            lignes={lectures.map((l) => [direMoment(l.quand), l.nom, fr(l.quoi), l.reference ?? "Aucun"])}
          />
          <p class="actions">
            <a href={`${AUDITS}/${audit.id}/lectures.csv`}>Toutes les lectures, pour un tableur (CSV)</a>
          </p>
        </>
      )}
    </Block>
  );
}

const FAITS: Readonly<Record<string, string>> = {
  cree: "Les dossiers sont tirés. Chaque auditeur reçoit son lien par courriel.",
  renvoye: "Un nouveau lien part par courriel.",
  ferme: "L’audit est fermé. La prochaine page qu’un auditeur demandera sera refusée.",
};

async function montrer(c: Context<Env>, refus: readonly Refus[] = []) {
  const { maison } = c.get("portes");
  const vu = await consulterAudit(maison, c.get("moi").auteur, c.req.param("audit") ?? "", LECTURES_VUES);
  if (vu === undefined) return introuvable(c);
  const texte = Object.hasOwn(FAITS, c.req.query("fait") ?? "") ? FAITS[c.req.query("fait")!] : undefined;
  const corps = (
    <>
      <BackLink libelle="Les audits" href={AUDITS} />
      <RefusRendus refus={refus} />
      <PageTitle
        titre="Un audit"
        chapeau={`Préparé par ${vu.audit.creePar}, le ${direMoment(vu.audit.creeLe)}.`}
      />
      {vu.ouvert ? null : (
        <Notice genre="information" titre="Cet audit est fermé.">
          {vu.audit.closLe === null
            ? "Son dernier jour est passé."
            : `Il a été fermé le ${direMoment(vu.audit.closLe)}.`}
        </Notice>
      )}
      <Block id="tirage" titre="Le tirage">
        <TirageVu audit={vu.audit} tires={vu.echantillon.length} />
        <p class="actions">
          <a href={`${AUDITS}/${vu.audit.id}/tirage.pdf`}>Le papier du tirage (PDF)</a>{" "}
          <a href={`${AUDITS}/${vu.audit.id}/references.txt`}>La liste des références (TXT)</a>
        </p>
      </Block>
      <Echantillon {...vu} />
      <Auditeurs {...vu} c={c} />
      <Lectures {...vu} />
      {vu.ouvert ? (
        <Form
          action={`${AUDITS}/${vu.audit.id}`}
          jeton={maison.nouvelId()}
          champsCaches={{ geste: "fermer" }}
        >
          <Buttons>
            <Button rang="danger">Fermer l’audit maintenant</Button>
          </Buttons>
        </Form>
      ) : null}
    </>
  );
  return page(c, {
    titre: "Un audit",
    courant: COURANT,
    enErreur: refus.length > 0,
    ...(texte === undefined ? {} : { flash: { genre: "fait", titre: "C’est fait.", texte } as const }),
    children: corps,
  });
}

const enLigne = (l: LectureLue) => {
  const quand = l.quand as Instant;
  return [
    formatJourSaisie(jourDeParis(quand)),
    formatHeure(heureDeParis(quand)),
    l.nom,
    l.quoi,
    l.reference ?? "",
  ];
};

/** One audit: how it was drawn, who reads it, what was read, and its end. */
export function routesDUnAudit(app: Hono<Env>): void {
  app.get(`${AUDITS}/:audit`, (c) => montrer(c));

  app.post(`${AUDITS}/:audit`, async (c) => {
    const { maison, comptes } = c.get("portes");
    const { auteur } = c.get("moi");
    const audit = c.req.param("audit");
    const brut = await champsDeFormulaire(c);
    const geste = brut.geste?.[0];
    let reponse: GesteDAudit = { issue: "inconnu" };
    if (geste === "fermer") reponse = await fermerAudit(maison, auteur, audit);
    if (geste === "renvoyer") {
      const cle = brut.jeton?.[0] || maison.nouvelId();
      const auditeur = brut.auditeur?.[0] ?? "";
      reponse = await renvoyerLienAuditeur(maison, comptes, auteur, { audit, auditeur, cle });
    }
    if (reponse.issue === "inconnu") return introuvable(c);
    if (reponse.issue === "refus") return await montrer(c, reponse.refus);
    return c.redirect(`${AUDITS}/${audit}?fait=${geste === "fermer" ? "ferme" : "renvoye"}`, 303);
  });

  app.get(`${AUDITS}/:audit/references.txt`, async (c) => {
    const vu = await consulterAudit(c.get("portes").maison, c.get("moi").auteur, c.req.param("audit"), 0);
    if (vu === undefined) return introuvable(c);
    return c.body(listeDesReferences(vu.audit.population), 200, {
      "content-type": "text/plain; charset=utf-8",
      "content-disposition": 'attachment; filename="references.txt"',
    });
  });

  app.get(`${AUDITS}/:audit/tirage.pdf`, async (c) => {
    const pdf = await donnerTirage(c.get("portes"), c.get("moi").auteur, c.req.param("audit"));
    return pdf === undefined ? introuvable(c) : reponseTirage(c, pdf);
  });

  app.get(`${AUDITS}/:audit/lectures.csv`, async (c) => {
    const vu = await consulterAudit(c.get("portes").maison, c.get("moi").auteur, c.req.param("audit"));
    if (vu === undefined) return introuvable(c);
    const corps = csv(["Jour", "Heure", "Qui", "Quoi", "Dossier"], vu.lectures.toReversed().map(enLigne));
    return c.body(corps, 200, {
      "content-type": "text/csv; charset=utf-8",
      "content-disposition": 'attachment; filename="lectures.csv"',
    });
  });
}
