import type { Context, Hono } from "hono";
import { QUESTIONS } from "../../../dossier/questionnaire/questions.ts";
import { seancesPrevues } from "../../../dossier/seances-prevues.ts";
import type { Seance } from "../../../law/etat.ts";
import type { DossierConsulte } from "../../../usecases/dossier/consulter-dossier.ts";
import { heureDeParis } from "../../../usecases/heure-de-paris.ts";
import { lireQuestionnaire } from "../../../usecases/questionnaires/lire-questionnaire.ts";
import { capitale } from "../../../values/capitale.ts";
import { formatJourDuMois, nomDuJour } from "../../../values/dates-fr.ts";
import { formatHeure, type Heure } from "../../../values/heure.ts";
import type { Env } from "../../contexte.ts";
import { introuvable } from "../../introuvable.tsx";
import { page } from "../../page.tsx";
import { Button, Buttons, LinkButton } from "../../ui/button.tsx";
import { DoNow, SeanceLeaf } from "../../ui/do-now.tsx";
import { Form } from "../../ui/form.tsx";
import { HoursBar } from "../../ui/hours-bar.tsx";
import { Actions, Block } from "../../ui/layout.tsx";
import { EmptyState, Notice } from "../../ui/notice.tsx";
import { Status } from "../../ui/status.tsx";
import { fr } from "../../ui/typographie.ts";
import { Contact } from "../../vues/contact.tsx";
import { type EtapeDeLaPersonne, etapesDeLaPersonne } from "../../vues/etapes-de-la-personne.ts";
import { heuresDuDossier } from "../../vues/heures.ts";
import { AVEC_UN_CODE } from "./adresses.ts";
import { monDossier } from "./mon-dossier.ts";

const nomDe = ({ etat }: DossierConsulte, id: string) =>
  etat.organisme.intervenants.find((i) => i.id === id)?.nom ?? "votre conseiller";

/** The first thing that can be done, on a sheet of its own. */
function AFaireMaintenant({ etape }: { etape: EtapeDeLaPersonne | undefined }) {
  if (etape === undefined || etape.href === null) {
    return (
      <EmptyState titre="Rien à faire pour le moment" niveau={2}>
        Ce que l’on attend de vous viendra ici : un papier à lire, une séance à signer.
      </EmptyState>
    );
  }
  return (
    <DoNow
      id="a-faire"
      titre={etape.titre}
      detail={etape.detail ?? "Cela prend une minute."}
      href={etape.href}
      bouton={etape.bouton}
      autre={etape.seance ? AVEC_UN_CODE : undefined}
    />
  );
}

/** What she answered to this appointment as it stands, or the two answers. */
function Reponse({ dossier, seance, jeton }: { dossier: DossierConsulte; seance: Seance; jeton: string }) {
  const reponse = dossier.etat.reponsesRendezVous.find(
    (r) => r.seance === seance.id && r.jour === seance.date && r.debut === seance.debut,
  );
  const adresse = `/mon-bilan/rendez-vous/${seance.id}`;
  if (reponse?.reponse === "a_deplacer") {
    return <p class="mt-2">Vous avez demandé une autre date. Votre conseiller va vous répondre.</p>;
  }
  if (reponse?.reponse === "vient") {
    return (
      <p class="mt-2">
        Vous avez dit que vous venez. <a href={adresse}>Demander une autre date</a>
      </p>
    );
  }
  return (
    <Form action={adresse} jeton={jeton} champsCaches={{ reponse: "vient" }}>
      <Buttons>
        <Button rang="second">Je viens</Button>
        <LinkButton rang="discret" href={adresse}>
          Déplacer
        </LinkButton>
      </Buttons>
    </Form>
  );
}

/** `heure`: of now. Once it has begun, an appointment asks no more whether she comes. */
function RendezVous({ dossier, jeton, heure }: { dossier: DossierConsulte; jeton: string; heure: Heure }) {
  const seance = seancesPrevues(dossier.etat).find((s) => s.date >= dossier.au);
  return (
    <Block id="rendez-vous" titre="Votre prochain rendez-vous" className="mt-6">
      {seance === undefined ? (
        <EmptyState titre="Aucun rendez-vous prévu">
          Votre conseiller le notera ici dès que vous l’aurez choisi ensemble.
        </EmptyState>
      ) : (
        <SeanceLeaf jour={seance.date}>
          {/* The leaf beside it says the year: without it the day stays with its date on a phone. */}
          <strong>
            {capitale(`${nomDuJour(seance.date)} ${formatJourDuMois(seance.date)}`)},
            <br />
            {fr(`${formatHeure(seance.debut)} à ${formatHeure(seance.fin)}`)}
          </strong>
          <p>
            {nomDe(dossier, seance.intervenant)},{" "}
            {seance.modalite === "distanciel" ? "à distance" : seance.lieu}
          </p>
          <Actions
            liens={[
              ...(seance.modalite === "distanciel"
                ? [
                    {
                      libelle: "Rejoindre la séance à distance",
                      href: `/mon-bilan/seances/${seance.id}/distance`,
                    },
                  ]
                : []),
              // Her counsellor may note it as held, and show his code, while this page is before her eyes.
              ...(seance.date === dossier.au ? [AVEC_UN_CODE] : []),
            ]}
          />
          {seance.date === dossier.au && seance.debut <= heure ? null : (
            <Reponse dossier={dossier} seance={seance} jeton={jeton} />
          )}
        </SeanceLeaf>
      )}
    </Block>
  );
}

/** `enTete`: the first sheet tells of a session already, and of its code. */
function Etapes({ etapes, enTete }: { etapes: readonly EtapeDeLaPersonne[]; enTete: boolean }) {
  return (
    <Block id="etapes" titre="Vos étapes">
      <ul class="list list--links steps mt-2">
        {etapes.map((e) => (
          <li>
            <div class="list-body">
              {e.href === null ? <strong>{fr(e.titre)}</strong> : <a href={e.href}>{fr(e.titre)}</a>}
              {e.detail === null ? null : <p class="minor">{fr(e.detail)}</p>}
            </div>
            <Status genre={e.genre} {...(e.mot === undefined ? {} : { mot: e.mot })} />
          </li>
        ))}
      </ul>
      <Actions liens={!enTete && etapes.some((e) => e.seance) ? [AVEC_UN_CODE] : []} />
    </Block>
  );
}

const PLUS_LOIN = [
  { libelle: "Mes papiers", href: "/mon-bilan/papiers", quoi: "À lire et à garder." },
  { libelle: "Mes reçus", href: "/mon-bilan/recus", quoi: "La preuve de ce que vous avez signé." },
  {
    libelle: "Ce que je permets",
    href: "/mon-bilan/accords",
    quoi: "Qui reçoit un document, ce que l’on garde.",
  },
  {
    libelle: "Tout télécharger",
    href: "/mon-bilan/tout",
    quoi: "Un fichier à vous, qui se lit sans réseau.",
  },
];

function Accueil({
  dossier,
  etapes,
  jeton,
  heure,
}: {
  dossier: DossierConsulte;
  etapes: readonly EtapeDeLaPersonne[];
  jeton: string;
  heure: Heure;
}) {
  const faisables = etapes.filter((e) => e.href !== null);
  const premiere = faisables.find((e) => e.genre === "aSigner") ?? faisables[0];
  return (
    <>
      <p class="minor">Bonjour {dossier.identite.prenom}</p>
      <h1>Votre bilan</h1>
      <AFaireMaintenant etape={premiere} />
      <RendezVous dossier={dossier} jeton={jeton} heure={heure} />
      <Etapes etapes={etapes} enTete={premiere?.seance === true} />
      <Block id="heures" titre="Vos heures">
        <HoursBar
          id="regle"
          nomDuPlafond="plafond de la loi"
          {...heuresDuDossier(dossier.etat, dossier.au)}
        />
      </Block>
      <Block id="qui" titre="Qui voit quoi">
        <Notice genre="secret" titre="Vos réponses et votre synthèse">
          sont lues par vous et par votre conseiller. Personne d’autre.{" "}
          <a href="/mon-bilan/qui-voit">Voir qui voit quoi</a>
        </Notice>
      </Block>
      <Block id="a-vous" titre="À vous" className="screen-only">
        <ul class="list list--links mt-2">
          {PLUS_LOIN.map((l) => (
            <li>
              <div class="list-body">
                <a href={l.href}>{l.libelle}</a>
                <p class="minor">{l.quoi}</p>
              </div>
            </li>
          ))}
        </ul>
      </Block>
      <Contact etat={dossier.etat} />
    </>
  );
}

async function lesEtapes(c: Context<Env>, dossier: DossierConsulte) {
  const lu = await lireQuestionnaire(c.get("portes").maison, c.get("moi").auteur, dossier.reference);
  const commencees = [...(lu?.reponses.values() ?? [])].filter((r) => r.texte.trim() !== "").length;
  return etapesDeLaPersonne(dossier.etat, dossier.au, { commencees, total: QUESTIONS.length });
}

/** The person's own space: what to do now, with whom and when, her steps, hours done, who sees what. */
export function routesAccueilPersonne(app: Hono<Env>): void {
  app.get("/mon-bilan", async (c) => {
    const dossier = await monDossier(c);
    if (dossier === undefined) return introuvable(c);
    const etapes = await lesEtapes(c, dossier);
    const jeton = c.get("portes").maison.nouvelId();
    return page(c, {
      titre: "Votre espace",
      courant: "/mon-bilan",
      children: (
        <Accueil
          dossier={dossier}
          etapes={etapes}
          jeton={jeton}
          heure={heureDeParis(c.get("portes").maison.horloge())}
        />
      ),
    });
  });
}
