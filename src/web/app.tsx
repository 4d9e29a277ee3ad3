import { type Context, Hono, type MiddlewareHandler } from "hono";
import { bodyLimit } from "hono/body-limit";
import { HTTPException } from "hono/http-exception";
import { accueilDe } from "./accueil.ts";
import { comprimer } from "./comprimer.ts";
import type { Env, Portes } from "./contexte.ts";
import { freinerLesSecrets } from "./frein-des-secrets.tsx";
import { garder } from "./garde.tsx";
import { enPanne, horsService, illisible, introuvable } from "./introuvable.tsx";
import { memeSite } from "./meme-site.ts";
import { type RessourcesServies, routesDesRessources } from "./ressources.ts";
import { routesAide } from "./routes/aide/aide.tsx";
import { routesAudit } from "./routes/audit/audit.tsx";
import { routesAujourdhui } from "./routes/aujourdhui/aujourdhui.tsx";
import { routesBureaux } from "./routes/bureaux/bureaux.tsx";
import { routesCommunique } from "./routes/communique/communique.tsx";
import { routesCompte } from "./routes/compte/compte.ts";
import { routesPlaces } from "./routes/compte/places.tsx";
import { routesAcces } from "./routes/dossier/acces.tsx";
import { routesCommuniquer } from "./routes/dossier/acces-communiquer.tsx";
import { routesAccesEmployeur } from "./routes/dossier/acces-employeur.tsx";
import { routesActe } from "./routes/dossier/acte.tsx";
import { routesControle } from "./routes/dossier/controle.tsx";
import { routesDistance } from "./routes/dossier/distance.tsx";
import { routesDossier } from "./routes/dossier/dossier.tsx";
import { routesEmargement } from "./routes/dossier/emargement.tsx";
import { routesFait } from "./routes/dossier/fait.tsx";
import { routesFeuille } from "./routes/dossier/feuille.tsx";
import { routesIdentite } from "./routes/dossier/identite.tsx";
import { routesDuLieu } from "./routes/dossier/lieu.tsx";
import { routesNotes } from "./routes/dossier/notes.tsx";
import { routesPapiers } from "./routes/dossier/papiers.tsx";
import { routesResultats } from "./routes/dossier/resultats.tsx";
import { routesSeances } from "./routes/dossier/seances.tsx";
import { routesSignerDossier } from "./routes/dossier/signer.tsx";
import { routesSynthese } from "./routes/dossier/synthese.tsx";
import { routesExport } from "./routes/dossiers/export-csv.ts";
import { routesListe } from "./routes/dossiers/liste.tsx";
import { routesNouveau } from "./routes/dossiers/nouveau.tsx";
import { routesDurees } from "./routes/durees/durees.tsx";
import { routesEmployeur } from "./routes/employeur/employeur.tsx";
import { routesConnexion } from "./routes/entree/connexion.tsx";
import { routesDemarrage } from "./routes/entree/demarrage.tsx";
import { routesEmarger } from "./routes/entree/emarger.tsx";
import { routesInvitation } from "./routes/entree/invitation.tsx";
import { routesLien } from "./routes/entree/lien.tsx";
import { routesRecevoirLien } from "./routes/entree/recevoir-lien.tsx";
import { routesReseau } from "./routes/entree/reseau.tsx";
import { routesSecondFacteur } from "./routes/entree/second-facteur.tsx";
import { routesLieux } from "./routes/lieux/lieux.tsx";
import { routesMembres } from "./routes/membres/membres.ts";
import { routesMessages } from "./routes/messages/messages.tsx";
import { routesAccords } from "./routes/mon-bilan/accords.tsx";
import { routesAccueilPersonne } from "./routes/mon-bilan/accueil.tsx";
import { routesDesaccord } from "./routes/mon-bilan/desaccord.tsx";
import { routesEmargerPersonne } from "./routes/mon-bilan/emarger.tsx";
import { routesPapiersPersonne } from "./routes/mon-bilan/papiers.tsx";
import { routesQuestionnaire } from "./routes/mon-bilan/questionnaire.tsx";
import { routesQuiVoit } from "./routes/mon-bilan/qui-voit.tsx";
import { routesRecu } from "./routes/mon-bilan/recu.tsx";
import { routesRecus } from "./routes/mon-bilan/recus.tsx";
import { routesRendezVous } from "./routes/mon-bilan/rendez-vous.tsx";
import { routesSigner } from "./routes/mon-bilan/signer.tsx";
import { routesTout } from "./routes/mon-bilan/tout.tsx";
import { routesAudits } from "./routes/organisme/audits/audits.tsx";
import { routesOrganisme } from "./routes/organisme/organisme.ts";
import { routesSceau } from "./routes/sceau.tsx";
import { ENTETES } from "./securite.ts";

const CORPS_MAX = 256 * 1024;
// A picture as a telephone takes it: read to the end, so that the page can say at its field how heavy it is.
const FICHIER_MAX = 12 * 1024 * 1024;
/** The addresses to which a file is sent. */
const AVEC_FICHIER = /^\/organisme\/logo$|^\/dossiers\/[^/]+\/(feuille|resultats)$/;

/** What is saved is never run: a file that came from outside gets no right of our pages, whatever opens it. */
const fichiersInertes: MiddlewareHandler = async (c, suite) => {
  await suite();
  if (c.res.headers.get("content-disposition")?.startsWith("attachment") === true) {
    c.res.headers.set("content-security-policy", "sandbox; default-src 'none'");
  }
};

/** A body is read up to a limit, a larger one where a file is sent. */
function limiter(): MiddlewareHandler {
  const onError = (c: Context) => c.text("Ce formulaire est trop long.", 413);
  const [partout, fichier] = [CORPS_MAX, FICHIER_MAX].map((maxSize) => bodyLimit({ maxSize, onError }));
  return (c, suite) => (AVEC_FICHIER.test(c.req.path) ? fichier! : partout!)(c, suite);
}

/** The web application over its adapters. `journalise` gets a reference and the trace of a defect, never what was typed. */
export function creerApp(
  portes: Portes,
  servies: RessourcesServies,
  journalise: (reference: string, erreur: Error) => void,
): Hono<Env> {
  const app = new Hono<Env>();
  app.use(fichiersInertes);
  app.use(ENTETES);
  app.route("/", routesDesRessources(servies));
  app.use(comprimer);
  app.use(async (c, suite) => {
    c.set("portes", portes);
    await suite();
  });
  app.use(limiter());
  app.use(memeSite(portes.url));
  app.use(garder);
  app.use(freinerLesSecrets);
  const signaler = (erreur: Error) => journalise(portes.maison.nouvelId().slice(0, 8), erreur);
  app.get("/sante", (c) => c.json({ etat: "ouvert" }));
  app.get("/", (c) => c.redirect(accueilDe(c.get("moi").role), 303));
  routesConnexion(app);
  routesRecevoirLien(app);
  routesSecondFacteur(app);
  routesReseau(app);
  routesCompte(app);
  routesPlaces(app);
  routesBureaux(app);
  routesDemarrage(app);
  routesLien(app);
  routesInvitation(app);
  routesAccueilPersonne(app);
  routesSigner(app);
  routesDesaccord(app);
  routesTout(app, signaler);
  routesAccords(app);
  routesPapiersPersonne(app);
  routesQuestionnaire(app);
  routesQuiVoit(app);
  routesRecus(app);
  routesRendezVous(app);
  routesRecu(app);
  routesEmployeur(app);
  routesAudit(app);
  routesAide(app);
  routesAujourdhui(app);
  routesListe(app);
  routesExport(app);
  routesNouveau(app);
  routesDossier(app);
  routesActe(app);
  routesSeances(app);
  routesDuLieu(app);
  routesEmargement(app);
  routesDistance(app);
  routesFeuille(app);
  routesResultats(app);
  routesEmarger(app);
  routesEmargerPersonne(app);
  routesNotes(app);
  routesSynthese(app);
  routesSignerDossier(app);
  routesAcces(app);
  routesAccesEmployeur(app);
  routesCommuniquer(app);
  routesCommunique(app);
  routesIdentite(app);
  routesPapiers(app);
  routesFait(app);
  routesMembres(app);
  routesLieux(app);
  routesDurees(app);
  routesAudits(app);
  routesOrganisme(app, signaler);
  routesSceau(app);
  routesMessages(app);
  routesControle(app, signaler);
  app.notFound((c) => introuvable(c));
  app.onError((erreur, c) => {
    if (erreur instanceof HTTPException && erreur.status === 400) return illisible(c);
    const panne = portes.phraseDePanne?.(erreur);
    if (panne !== undefined) return horsService(c, panne);
    const reference = portes.maison.nouvelId().slice(0, 8);
    journalise(reference, erreur);
    return enPanne(c, reference);
  });
  return app;
}
