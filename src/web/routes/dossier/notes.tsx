import type { Hono } from "hono";
import { ecrireResultats } from "../../../dossier/actes/ecrire-resultats.ts";
import { lireNotes, type NotesDuFait, type NotesLues } from "../../../usecases/contenus/lire-notes.ts";
import type { DossierConsulte } from "../../../usecases/dossier/consulter-dossier.ts";
import { fichiersDeResultats } from "../../../usecases/resultats/lire-fichiers.ts";
import { formatJourLong } from "../../../values/dates-fr.ts";
import type { Env } from "../../contexte.ts";
import { introuvable } from "../../introuvable.tsx";
import { LinkButton } from "../../ui/button.tsx";
import { Actions, Block } from "../../ui/layout.tsx";
import { EmptyState, Notice } from "../../ui/notice.tsx";
import { FichiersDeResultats } from "../../vues/fichiers-de-resultats.tsx";
import { lienVersActe } from "../../vues/liens.ts";
import { titreDesNotes } from "../../vues/notes.ts";
import { Texte } from "../../vues/texte.tsx";
import { dossierDeLAdresse } from "./ouvrir.ts";
import { pageDuDossier } from "./page-du-dossier.tsx";

function Note({ note, reference }: { note: NotesDuFait; reference: string }) {
  const { fait, textes } = note;
  return (
    <section class="mt-6" aria-labelledby={`note-${fait.n}`}>
      <h3 id={`note-${fait.n}`}>{titreDesNotes(fait)}</h3>
      <p class="minor">
        <time datetime={fait.date}>{formatJourLong(fait.date)}</time>,{" "}
        <a href={`/dossiers/${reference}/faits/${fait.n}`}>preuve n° {fait.n}</a>
      </p>
      {textes.map(({ nom, texte }) => (
        <>
          <h4 class="mt-4">{nom}</h4>
          <Texte texte={texte} />
        </>
      ))}
    </section>
  );
}

const GROUPES: readonly { id: string; titre: string; types: RegExp }[] = [
  { id: "entretien", titre: "Entretien préalable", types: /^entretien_/ },
  { id: "questionnaires", titre: "Questionnaires", types: /^questionnaire_/ },
  { id: "seances", titre: "Séances", types: /^seance_/ },
  { id: "travail", titre: "Tests, travail personnel et projet", types: /^(test|travail|projet)_/ },
  { id: "synthese", titre: "Synthèse", types: /^synthese_/ },
  { id: "avis", titre: "Ses désaccords et ses observations", types: /^(desaccord|signature)_/ },
  { id: "autres", titre: "Autres textes", types: /./ },
];

function Notes({ lues, dossier }: { lues: NotesLues; dossier: DossierConsulte }) {
  if (lues.etat === "detruites") {
    return (
      <Notice genre="information" titre="Ces textes ont été détruits.">
        {!lues.partout
          ? "Ils sont effacés. Leur clé est détruite d’ici quelques minutes, copies et sauvegardes comprises. Les preuves restent."
          : "Leur clé n’existe plus : personne ne peut plus les lire, pas même nous. Les preuves restent."}
      </Notice>
    );
  }
  if (lues.notes.length === 0) {
    const [lien] = lienVersActe(dossier, "conseiller", "noterEntretien");
    return (
      <Block id="notes" titre="Notes" note="0">
        <EmptyState
          titre="Aucune note pour le moment"
          action={lien === undefined ? undefined : <LinkButton href={lien.href}>{lien.libelle}</LinkButton>}
        >
          Les notes d’entretien et de séance, les réponses, les résultats et le texte de la synthèse viendront
          ici.
        </EmptyState>
      </Block>
    );
  }
  const rangees = new Set<NotesDuFait>();
  return (
    <>
      {GROUPES.map((g) => {
        const siennes = lues.notes.filter((n) => !rangees.has(n) && g.types.test(n.fait.type));
        for (const n of siennes) rangees.add(n);
        if (siennes.length === 0) return null;
        return (
          <Block id={g.id} titre={g.titre} note={String(siennes.length)}>
            {siennes.map((note) => (
              <Note note={note} reference={dossier.reference} />
            ))}
          </Block>
        );
      })}
    </>
  );
}

/** The sealed texts, opened for the counsellor alone. */
export function routesNotes(app: Hono<Env>): void {
  app.get("/dossiers/:reference/notes", async (c) => {
    const dossier = await dossierDeLAdresse(c);
    const lues = await lireNotes(c.get("portes").maison, c.get("moi").auteur, c.req.param("reference"));
    if (dossier === undefined || lues === undefined) return introuvable(c);
    const adresseDesFichiers = `/dossiers/${dossier.reference}/resultats`;
    const corps = (
      <>
        <Notice
          genre="secret"
          titre={`Seuls ${dossier.identite.prenom} et son conseiller lisent cette page.`}
        >
          Ces textes sont scellés sous une clé à part. Aucun n’entre dans un dossier de contrôle.
        </Notice>
        <div class="mt-4">
          <Notes lues={lues} dossier={dossier} />
        </div>
        <FichiersDeResultats fichiers={fichiersDeResultats(dossier)} base={adresseDesFichiers} />
        <Actions
          liens={lienVersActe(dossier, "conseiller", ecrireResultats.nom).map(() => ({
            libelle: "Joindre un fichier de résultats",
            href: adresseDesFichiers,
          }))}
        />
      </>
    );
    return pageDuDossier(c, dossier, { onglet: "notes", titre: "Notes", children: corps });
  });
}
