import type { Hono } from "hono";
import type { Role } from "../../../dossier/acte.ts";
import { PHASES_NUMEROTEES } from "../../../dossier/options.ts";
import { enOrdre } from "../../../law/calcul/ordre-des-seances.ts";
import type { Seance, Signature } from "../../../law/etat.ts";
import { estSignee } from "../../../law/heures.ts";
import type { DossierConsulte } from "../../../usecases/dossier/consulter-dossier.ts";
import { estSonConseiller } from "../../../usecases/dossier/son-conseiller.ts";
import { formatJourCourt } from "../../../values/dates-fr.ts";
import { formatDuree } from "../../../values/duree.ts";
import { formatHeure } from "../../../values/heure.ts";
import { joursEntre } from "../../../values/jour.ts";
import type { Env } from "../../contexte.ts";
import { introuvable } from "../../introuvable.tsx";
import { LinkButton } from "../../ui/button.tsx";
import { HoursBar } from "../../ui/hours-bar.tsx";
import { Actions, Block } from "../../ui/layout.tsx";
import { EmptyState } from "../../ui/notice.tsx";
import { Status } from "../../ui/status.tsx";
import { Table } from "../../ui/table.tsx";
import { compter } from "../../ui/typographie.ts";
import { heuresDuDossier } from "../../vues/heures.ts";
import { lienVersActe } from "../../vues/liens.ts";
import { nomDeLaSeance } from "../../vues/notes.ts";
import { dossierDeLAdresse } from "./ouvrir.ts";
import { pageDuDossier } from "./page-du-dossier.tsx";

function Statut({ seance: s }: { seance: Seance }) {
  switch (s.statut) {
    case "prevue":
      return <Status genre="enCours" mot="Prévue" />;
    case "annulee":
      return <Status genre="pasPossible" mot="Annulée" />;
    case "absence":
      return <Status genre="probleme" mot="Absence" />;
    case "tenue":
      return estSignee(s) ? <Status genre="termine" mot="Tenue et signée" /> : <Status genre="aSigner" />;
  }
}

/** « 12 oct. 2026 », and how late when it was not the day itself. */
function quand(signature: Signature | undefined, s: Seance): string {
  if (signature === undefined) return "pas signé";
  const retard = joursEntre(s.date, signature.le);
  const jour = formatJourCourt(signature.le);
  return retard > 0 ? `${jour}, ${compter(retard, "jour")} après` : jour;
}

function Signatures({ seance: s, prenom }: { seance: Seance; prenom: string }) {
  if (s.statut !== "tenue") return <span class="minor">{s.motif ?? "—"}</span>;
  const de = (par: Signature["par"]) => s.signatures.find((x) => x.par === par);
  return (
    <>
      {`${prenom}\u00a0: ${quand(de("beneficiaire"), s)}`}
      <br />
      {`Conseiller\u00a0: ${quand(de("conseiller"), s)}`}
    </>
  );
}

/** Who reads the page; what is done with the person herself is for her counsellor alone. */
interface Lecteur {
  role: Role;
  sonConseiller: boolean;
}

/** Short on the page, whole for who hears the links one by one: « Noter la séance 5 ». */
function actionsDe(s: Seance, dossier: DossierConsulte, { role, sonConseiller }: Lecteur) {
  const vers = (acte: string, verbe: string, lien = "") =>
    lienVersActe(dossier, role, acte, { sur: s.id }).map(({ href }) => ({
      href,
      libelle: (
        <>
          {verbe}
          <span class="visually-hidden">{` ${lien}la ${nomDeLaSeance(s.id).toLowerCase()}`}</span>
        </>
      ),
    }));
  if (s.statut === "prevue") {
    return [
      ...(sonConseiller && s.modalite === "distanciel"
        ? [{ href: `/dossiers/${dossier.reference}/seances/${s.id}/distance`, libelle: "Rejoindre" }]
        : []),
      ...vers("tenirSeance", "Noter"),
      ...vers("deplacerSeance", "Déplacer"),
      ...vers("annulerSeance", "Annuler"),
      ...vers("noterAbsence", "Noter l’absence", "à "),
    ];
  }
  if (s.statut !== "tenue" || estSignee(s)) return [];
  const faireSigner = {
    href: `/dossiers/${dossier.reference}/seances/${s.id}/emargement`,
    libelle: "Faire signer",
  };
  return [...(sonConseiller ? [faireSigner] : []), ...vers("signerSeance", "Signer")];
}

function ligne(s: Seance, dossier: DossierConsulte, lecteur: Lecteur) {
  const minutes = s.statut === "tenue" ? s.fait : s.prevu;
  return [
    <>
      {nomDeLaSeance(s.id)}
      <br />
      <span class="nowrap">{formatJourCourt(s.date)}</span>,{" "}
      <span class="nowrap">{`${formatHeure(s.debut)} – ${formatHeure(s.fin)}`}</span>
      {s.deplacements === 0 ? null : (
        <>
          <br />
          <span class="minor">{compter(s.deplacements, "fois", "fois")} déplacée</span>
        </>
      )}
    </>,
    <span class="nowrap">{PHASES_NUMEROTEES[s.phase]}</span>,
    formatDuree(minutes),
    <Statut seance={s} />,
    <Signatures seance={s} prenom={dossier.identite.prenom} />,
    <Actions liens={actionsDe(s, dossier, lecteur)} />,
  ];
}

function Seances({ dossier, lecteur }: { dossier: DossierConsulte; lecteur: Lecteur }) {
  const seances = enOrdre(dossier.etat.seances);
  const [planifier] = lienVersActe(dossier, lecteur.role, "planifierSeance");
  const sansAction = seances.every((s) => actionsDe(s, dossier, lecteur).length === 0);
  if (seances.length === 0) {
    return (
      <Block id="liste" titre="Séances" note="0">
        <EmptyState
          titre="Aucune séance pour le moment"
          action={
            planifier === undefined ? undefined : (
              <LinkButton href={planifier.href}>{planifier.libelle}</LinkButton>
            )
          }
        >
          {planifier === undefined
            ? "Les séances se planifient une fois la commande acceptée, la convention ou le contrat signé."
            : "Elles viendront ici, avec leurs heures et leurs signatures."}
        </EmptyState>
      </Block>
    );
  }
  return (
    <>
      <Block id="liste" titre="Séances" note={String(seances.length)}>
        <Table
          titre="Les séances du bilan, dans l’ordre"
          titreCache
          cartes
          colonnes={[
            { libelle: "Séance" },
            { libelle: "Phase" },
            { libelle: "Durée" },
            { libelle: "État", sansEtiquette: true },
            { libelle: "Signatures" },
            ...(sansAction ? [] : [{ libelle: "Actions", sansEtiquette: true }]),
          ]}
          lignes={seances.map((s) => ligne(s, dossier, lecteur).slice(0, sansAction ? 5 : 6))}
        />
        {planifier === undefined ? null : (
          <div class="buttons">
            <LinkButton rang="second" href={planifier.href}>
              {planifier.libelle}
            </LinkButton>
          </div>
        )}
      </Block>
      <Block id="heures" titre="Heures d’accompagnement">
        <HoursBar
          id="heures-barre"
          nomDuPlafond="plafond légal"
          {...heuresDuDossier(dossier.etat, dossier.au)}
        />
      </Block>
    </>
  );
}

/** The sessions of a dossier: when, how long, who signed and how late, what can be done with each. */
export function routesSeances(app: Hono<Env>): void {
  app.get("/dossiers/:reference/seances", async (c) => {
    const dossier = await dossierDeLAdresse(c);
    if (dossier === undefined) return introuvable(c);
    const { auteur } = c.get("moi");
    const lecteur = { role: auteur.role, sonConseiller: estSonConseiller(dossier, auteur) };
    return pageDuDossier(c, dossier, {
      onglet: "seances",
      titre: "Séances",
      children: <Seances dossier={dossier} lecteur={lecteur} />,
    });
  });
}
