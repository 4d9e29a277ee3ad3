import type { Hono } from "hono";
import type { Role } from "../../../dossier/acte.ts";
import { acteDeNom } from "../../../dossier/catalogue-actes.ts";
import { laDestructionAttend } from "../../../dossier/elle-avant-de-detruire.ts";
import { auteursDesFaits } from "../../../usecases/dossier/auteurs-des-faits.ts";
import type { DossierConsulte } from "../../../usecases/dossier/consulter-dossier.ts";
import type { Qui } from "../../../usecases/signer/signataire.ts";
import { peutAgir } from "../../acces.ts";
import type { Env } from "../../contexte.ts";
import { introuvable } from "../../introuvable.tsx";
import { page } from "../../page.tsx";
import { LinkButton } from "../../ui/button.tsx";
import { ConstatList } from "../../ui/constat.tsx";
import { HoursBar } from "../../ui/hours-bar.tsx";
import { Block, Columns } from "../../ui/layout.tsx";
import { LegalRef } from "../../ui/legal.tsx";
import { NextAct } from "../../ui/next-act.tsx";
import { EmptyState } from "../../ui/notice.tsx";
import { Phases } from "../../ui/phases.tsx";
import { Timeline } from "../../ui/timeline.tsx";
import { compter } from "../../ui/typographie.ts";
import { constatsAffiches, sourceLegale } from "../../vues/constats.ts";
import { quandEcheance } from "../../vues/echeances.ts";
import { ElleAvantDeDetruire } from "../../vues/elle-avant-de-detruire.tsx";
import { ASigner, EnAttenteDeLaPersonne } from "../../vues/en-attente.tsx";
import { etapesDuDossier } from "../../vues/etapes.ts";
import { raconterFaits } from "../../vues/faits.tsx";
import { GelsDuDossier } from "../../vues/gels.tsx";
import { heuresDuDossier } from "../../vues/heures.ts";
import { IdentiteDuDossier } from "../../vues/identite.tsx";
import { lienVersActe } from "../../vues/liens.ts";
import { dossierDeLAdresse } from "./ouvrir.ts";

const VISIBLES = 10;
const SANS_GEL: ReadonlyMap<string, string> = new Map();

/** What to do now, with its day and its reason; the ways to act are for those who may. */
function Prochain({ dossier, role }: { dossier: DossierConsulte; role: Role }) {
  const base = `/dossiers/${dossier.reference}`;
  const suite = dossier.prochain;
  const acte = suite === null ? undefined : acteDeNom(suite.acte);
  const tous = peutAgir(role) ? (
    <LinkButton rang="second" href={`${base}/actes`}>
      Tous les actes possibles
    </LinkButton>
  ) : null;
  if (suite === null || acte === undefined) {
    return (
      <Block id="prochain" titre="Prochain acte">
        <EmptyState titre="Rien à faire pour le moment" action={tous}>
          {laDestructionAttend(dossier.etat, dossier.au)
            ? "Vous n’avez qu’à attendre sa réponse. Un contrôle, un suivi ou une correction restent possibles."
            : "Ce dossier n’attend plus rien. Un contrôle, un suivi ou une correction restent possibles."}
        </EmptyState>
      </Block>
    );
  }
  const constat = suite.constats[0];
  const source = constat?.rule.sources[0];
  return (
    <NextAct
      id="prochain"
      {...(suite.echeance === null ? {} : { echeance: suite.echeance })}
      quand={
        suite.echeance === null
          ? "Prochain acte"
          : `Prochain acte, ${quandEcheance(suite.echeance, dossier.au)}`
      }
      titre={acte.titre}
      explication={constat?.manque ?? acte.chapeau}
      {...(source === undefined || suite.echeance === null
        ? {}
        : { delai: { annonce: `Règle ${constat!.rule.id} : `, source: sourceLegale(source) } })}
      boutons={
        <>
          {lienVersActe(dossier, role, acte.nom).map((l) => (
            <LinkButton href={l.href}>{l.libelle}</LinkButton>
          ))}
          {tous}
        </>
      }
    />
  );
}

/** Who sees what, on the page and not in a policy. */
function QuiVoitQuoi({ prenom }: { prenom: string }) {
  return (
    <ul class="list">
      <li>
        <span>
          <strong>{prenom} et son conseiller</strong> lisent tout.
        </span>
      </li>
      <li>
        <span>
          <strong>Le secrétariat</strong> voit les dates, pas le contenu.
        </span>
      </li>
      <li>
        <span>
          <strong>La qualité</strong> voit les preuves, pas le contenu.
        </span>
      </li>
      <li>
        <span>
          <strong>L’employeur et le financeur</strong> ne lisent aucun contenu sans son accord.
        </span>
      </li>
    </ul>
  );
}

function Journal({ dossier, filtre }: { dossier: DossierConsulte; filtre: "tout" | "preuves" | undefined }) {
  const tous = raconterFaits(dossier.faits, dossier.reference);
  const montres = filtre === "tout" ? tous : tous.slice(0, VISIBLES);
  const base = `/dossiers/${dossier.reference}`;
  return (
    <>
      <p class="minor">{compter(tous.length, "fait scellé", "faits scellés")}.</p>
      <Timeline
        faits={montres}
        {...(montres.length < tous.length
          ? { suite: { href: `${base}?faits=tout#journal`, nombre: tous.length - montres.length } }
          : {})}
      />
    </>
  );
}

function PageDuDossier({
  dossier,
  qui,
  filtre,
  auteurs,
}: {
  dossier: DossierConsulte;
  qui: Qui;
  auteurs: ReadonlyMap<string, string>;
  filtre: "tout" | undefined;
}) {
  const { etat, au, constats } = dossier;
  const heures = heuresDuDossier(etat, au);
  const principal = (
    <>
      <ElleAvantDeDetruire dossier={dossier} role={qui.role} />
      <Prochain dossier={dossier} role={qui.role} />
      <ASigner dossier={dossier} qui={qui} />
      <EnAttenteDeLaPersonne dossier={dossier} />
      <GelsDuDossier dossier={dossier} role={qui.role} auteurs={auteurs} />
      <Block id="heures" titre="Heures d’accompagnement">
        <HoursBar id="heures-barre" nomDuPlafond="plafond légal" {...heures} />
      </Block>
      <Block
        className="constats"
        id="constats"
        titre="Constats"
        note={`${compter(constats.length, "règle", "règles")} en vigueur, jugées aujourd’hui`}
      >
        <ConstatList constats={constatsAffiches(constats, dossier, qui.role)} />
      </Block>
    </>
  );
  const cote = (
    <>
      <Block id="journal" titre="Ce qui s’est passé">
        <Journal dossier={dossier} filtre={filtre} />
      </Block>
      <Block id="qui-voit" titre="Qui voit quoi">
        <QuiVoitQuoi prenom={dossier.identite.prenom} />
      </Block>
    </>
  );
  return (
    <>
      <Phases etapes={etapesDuDossier(etat)} />
      <p class="minor mt-2">
        Les trois phases numérotées sont celles du <LegalRef texte="Code du travail, R6313-4" />.
      </p>
      <Columns principal={principal} cote={cote} />
    </>
  );
}

export function routesDossier(app: Hono<Env>): void {
  app.get("/dossiers/:reference", async (c) => {
    const dossier = await dossierDeLAdresse(c);
    if (dossier === undefined) return introuvable(c);
    const filtre = c.req.query("faits") === "tout" ? "tout" : undefined;
    const { auteur, gere, nom } = c.get("moi");
    const { maison } = c.get("portes");
    const gels = dossier.etat.gels.map((g) => g.fait);
    const auteurs = gels.length === 0 ? SANS_GEL : await auteursDesFaits(maison, auteur, dossier, gels);
    return page(c, {
      titre: `Dossier ${dossier.reference}`,
      courant: "/dossiers",
      entete: (
        <IdentiteDuDossier dossier={dossier} courant={`/dossiers/${dossier.reference}`} auteur={auteur} />
      ),
      ...(Number(c.req.query("fait")) !== dossier.tete.taille
        ? {}
        : {
            flash: {
              genre: "fait",
              titre: "C’est écrit.",
              texte: "Le fait est scellé dans le journal du dossier.",
            },
          }),
      children: (
        <PageDuDossier dossier={dossier} qui={{ ...auteur, gere, nom }} filtre={filtre} auteurs={auteurs} />
      ),
    });
  });
}
