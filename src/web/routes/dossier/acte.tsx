import type { Context, Hono } from "hono";
import type { Acte, Champs, Contexte, Refus } from "../../../dossier/acte.ts";
import { communiquerDocument } from "../../../dossier/actes/communiquer-document.ts";
import { ecrireResultats } from "../../../dossier/actes/ecrire-resultats.ts";
import { redigerSynthese } from "../../../dossier/actes/rediger-synthese.ts";
import { revoquerCommunication } from "../../../dossier/actes/revoquer-communication.ts";
import { acteDeNom } from "../../../dossier/catalogue-actes.ts";
import { refusDEntree } from "../../../dossier/decider.ts";
import { champMemesHeures, MEMES_HEURES } from "../../../dossier/memes-heures.ts";
import { lireNomsDesAccords } from "../../../usecases/communication/noms-des-accords.ts";
import { type Consequences, lireConsequences } from "../../../usecases/destruction/consequences.ts";
import { agir, type Reponse } from "../../../usecases/dossier/agir.ts";
import type { DossierConsulte } from "../../../usecases/dossier/consulter-dossier.ts";
import { nomComplet } from "../../../usecases/dossier/identite.ts";
import { estSonConseiller } from "../../../usecases/dossier/son-conseiller.ts";
import type { FaitConsigne } from "../../../usecases/dossier/texte-des-faits.ts";
import { sitesOuverts } from "../../../usecases/membres/sites.ts";
import { ChampsRendus, RefusRendus, retaper, type Valeurs } from "../../champs-rendus.tsx";
import type { Env } from "../../contexte.ts";
import { champsDeFormulaire } from "../../formulaire.ts";
import { introuvable } from "../../introuvable.tsx";
import { page } from "../../page.tsx";
import { POUR, REPRISE } from "../../reprise.ts";
import { BackLink } from "../../ui/breadcrumbs.tsx";
import { Button, Buttons, LinkButton } from "../../ui/button.tsx";
import { Form } from "../../ui/form.tsx";
import { Actions, PageTitle } from "../../ui/layout.tsx";
import { Notice } from "../../ui/notice.tsx";
import { Timeline } from "../../ui/timeline.tsx";
import {
  AvantDeDetruire,
  CONFIRMATION,
  champConfirmation,
  refusDeConfirmation,
} from "../../vues/avant-de-detruire.tsx";
import { raconterFaits } from "../../vues/faits.tsx";
import { Repris } from "../../vues/repris.tsx";
import { LesActes } from "./actes.tsx";
import { dossierDeLAdresse } from "./ouvrir.ts";

/** Their forms say whom an agreement names. */
const NOMMENT: readonly string[] = [revoquerCommunication.nom, communiquerDocument.nom];

/** `cible` is what a link points at (« ?sur=s3 »): the session or the fact that the form is about. */
const contexteDe = (c: Context<Env>, dossier: DossierConsulte, cible = c.req.query("sur")) => {
  const { role, intervenant } = c.get("moi").auteur;
  return { au: dossier.au, role, intervenant, faits: dossier.faits, cible };
};

/** In the browser's tab, the reference tells two forms of the same act apart without naming anybody. */
const titreDe = (acte: Acte, { reference }: DossierConsulte) => `${acte.titre}, ${reference}`;

type Vue = {
  dossier: DossierConsulte;
  acte: Acte;
  champs: Champs;
  valeurs: Valeurs;
  jeton: string;
  /** Whose form it is: another person never sends these words as his own. */
  pour: string;
  refus?: readonly Refus[];
  conflit?: readonly FaitConsigne[];
  /** What an irreversible act would take, told before its form. */
  consequences?: Consequences | undefined;
  /** One-time key of the mail that this page offers to send. */
  jetonDuCourriel: string;
  /** Given back after a sign-in: the size of the dossier that the person had read. */
  repris?: { vu: string };
};

function Formulaire(vue: Vue) {
  const { dossier, acte, champs, valeurs, jeton, pour, refus = [], conflit, repris, consequences } = vue;
  const base = `/dossiers/${dossier.reference}`;
  return (
    <>
      <BackLink libelle={`${nomComplet(dossier.identite)}, ${dossier.reference}`} href={base} />
      <RefusRendus refus={refus} />
      {conflit === undefined ? null : (
        <Notice genre="alerte" titre="Ce dossier a changé pendant que vous écriviez.">
          Vos réponses sont gardées ci-dessous. Lisez ce qui a été écrit, puis envoyez de nouveau.
          <Timeline faits={raconterFaits(conflit, dossier.reference)} />
        </Notice>
      )}
      {repris === undefined ? null : <Repris />}
      <PageTitle titre={acte.titre} {...(acte.chapeau === undefined ? {} : { chapeau: acte.chapeau })} />
      {consequences === undefined ? null : (
        <AvantDeDetruire dossier={dossier} consequences={consequences} jeton={vue.jetonDuCourriel} />
      )}
      <Form
        action={`${base}/actes/${acte.nom}`}
        jeton={jeton}
        garde
        champsCaches={{ vu: repris?.vu ?? String(dossier.tete.taille), [POUR]: pour }}
      >
        <ChampsRendus champs={champs} valeurs={valeurs} refus={refus} repli={acte.repli(valeurs)} />
        <Buttons>
          <Button rang={acte.irreversible ? "danger" : "principal"}>{acte.titre}</Button>
          <LinkButton rang="discret" href={base}>
            Revenir au dossier
          </LinkButton>
        </Buttons>
      </Form>
      {acte.nom === ecrireResultats.nom ? (
        <Actions liens={[{ libelle: "Joindre plutôt un fichier", href: `${base}/resultats` }]} />
      ) : null}
    </>
  );
}

/** The room is open to those who conduct this bilan: a colleague is told who lets him in. */
const SALLE_FERMEE: Refus = {
  phrase: "La synthèse s’écrit dans sa salle, ouverte à qui conduit ce bilan.",
  remede:
    "Cela devient possible quand une séance de ce bilan est à votre nom. Son conseiller, ou qui gère l’organisme, peut vous la confier.",
};

/** Nothing typed could make the act possible here: the page says why and what would, and shows no form. */
function PasPossible({ dossier, acte, refus }: { dossier: DossierConsulte; acte: Acte; refus: Refus }) {
  const base = `/dossiers/${dossier.reference}`;
  return (
    <>
      <BackLink libelle={`${nomComplet(dossier.identite)}, ${dossier.reference}`} href={base} />
      <PageTitle titre={acte.titre} {...(acte.chapeau === undefined ? {} : { chapeau: acte.chapeau })} />
      <div class="mt-6">
        <Notice genre="refus" titre={refus.phrase}>
          {refus.remede}
        </Notice>
      </div>
      <Buttons>
        <LinkButton href={base}>Revenir au dossier</LinkButton>
        <LinkButton rang="second" href={`${base}/actes`}>
          Tous les actes possibles
        </LinkButton>
      </Buttons>
    </>
  );
}

/** The fields of the act; an irreversible one is confirmed by the reference of the dossier, typed again. */
async function champsDe(
  c: Context<Env>,
  acte: Acte,
  dossier: DossierConsulte,
  contexte: Contexte,
): Promise<Champs> {
  const nommer = NOMMENT.includes(acte.nom)
    ? await lireNomsDesAccords(c.get("portes").maison, c.get("moi").auteur, dossier)
    : undefined;
  const champs = acte.champs(dossier.etat, { ...contexte, ...(nommer === undefined ? {} : { nommer }) });
  return acte.irreversible ? { ...champs, [CONFIRMATION]: champConfirmation(dossier.reference) } : champs;
}

/** A box for what only must be seen before the act is done. */
function champsAVoir(refus: readonly Refus[]): Champs {
  const marque = refus.find((r) => r.champ === MEMES_HEURES)?.aVoir;
  return marque === undefined ? {} : { [MEMES_HEURES]: champMemesHeures(marque) };
}

/** What the page of the act needs besides its fields. */
async function autour(c: Context<Env>, dossier: DossierConsulte, acte: Acte) {
  const { maison } = c.get("portes");
  const consequences = acte.irreversible
    ? await lireConsequences(maison, c.get("moi").auteur, dossier.reference, acte.nom)
    : undefined;
  return { consequences, jetonDuCourriel: maison.nouvelId(), pour: c.get("moi").utilisateurId };
}

export function routesActe(app: Hono<Env>): void {
  app.get("/dossiers/:reference/actes/:acte", async (c) => {
    const [dossier, acte] = [await dossierDeLAdresse(c), acteDeNom(c.req.param("acte"))];
    if (dossier === undefined || acte === undefined) return introuvable(c);
    const sien = estSonConseiller(dossier, c.get("moi").auteur);
    // Its counsellor writes it in its own room, part by part; an empty form would write over it.
    if (acte.nom === redigerSynthese.nom && sien) {
      return c.redirect(`/dossiers/${dossier.reference}/synthese`, 303);
    }
    const contexte = contexteDe(c, dossier);
    const entree =
      refusDEntree(acte, dossier.etat, contexte) ?? (acte.nom === redigerSynthese.nom ? SALLE_FERMEE : null);
    const corps =
      entree === null ? (
        <Formulaire
          dossier={dossier}
          acte={acte}
          champs={await champsDe(c, acte, dossier, contexte)}
          valeurs={acte.valeurs(dossier.etat, contexte)}
          jeton={c.get("portes").maison.nouvelId()}
          {...(await autour(c, dossier, acte))}
        />
      ) : (
        <PasPossible dossier={dossier} acte={acte} refus={entree} />
      );
    return page(c, { titre: titreDe(acte, dossier), courant: "/dossiers", children: corps });
  });

  app.post("/dossiers/:reference/actes/:acte", async (c) => {
    const acte = acteDeNom(c.req.param("acte"));
    if (acte === undefined) return introuvable(c);
    const { maison } = c.get("portes");
    const brut = await champsDeFormulaire(c);
    const reference = c.req.param("reference");
    if (brut[REPRISE] !== undefined) {
      const dossier = await dossierDeLAdresse(c);
      if (dossier === undefined) return introuvable(c);
      const champs = await champsDe(c, acte, dossier, contexteDe(c, dossier, brut.fait?.[0]));
      const reste = await autour(c, dossier, acte);
      const vue = { dossier, acte, champs, valeurs: retaper(champs, brut), ...reste };
      // The same token: had these words been written before the session ended, they would not be a second time.
      const jeton = brut.jeton?.[0] || maison.nouvelId();
      const corps = <Formulaire {...vue} jeton={jeton} repris={{ vu: brut.vu?.[0] ?? "" }} />;
      return page(c, { titre: titreDe(acte, dossier), courant: "/dossiers", children: corps });
    }
    const vu = Number(brut.vu?.[0]);
    const confirmer = acte.irreversible ? refusDeConfirmation(reference, brut[CONFIRMATION]?.[0]) : null;
    const reponse: Reponse =
      confirmer !== null
        ? { issue: "refus", refus: [confirmer] }
        : await agir(maison, c.get("moi").auteur, {
            reference,
            acte,
            brut,
            cle: brut.jeton?.[0] || maison.nouvelId(),
            ...(Number.isSafeInteger(vu) ? { vu } : {}),
          });
    if (reponse.issue === "fait") return c.redirect(`/dossiers/${reference}?fait=${reponse.n}`, 303);
    const dossier = await dossierDeLAdresse(c);
    if (reponse.issue === "inconnu" || dossier === undefined) return introuvable(c);
    const champs = {
      ...(await champsDe(c, acte, dossier, contexteDe(c, dossier, brut.fait?.[0]))),
      ...(reponse.issue === "refus" ? champsAVoir(reponse.refus) : {}),
    };
    const reste = await autour(c, dossier, acte);
    const vue = { dossier, acte, champs, valeurs: retaper(champs, brut), jeton: maison.nouvelId(), ...reste };
    const [suite, statut] =
      reponse.issue === "refus"
        ? [{ refus: reponse.refus }, 422 as const]
        : [{ conflit: reponse.faits }, 409 as const];
    const corps = <Formulaire {...vue} {...suite} />;
    const enErreur = true;
    return page(
      c,
      { titre: titreDe(acte, dossier), enErreur, courant: "/dossiers", children: corps },
      statut,
    );
  });

  app.get("/dossiers/:reference/actes", async (c) => {
    const dossier = await dossierDeLAdresse(c);
    if (dossier === undefined) return introuvable(c);
    const lieux = (await sitesOuverts(c.get("portes").maison, c.get("moi").auteur)).length > 0;
    const corps = <LesActes dossier={dossier} contexte={contexteDe(c, dossier)} lieux={lieux} />;
    return page(c, { titre: `Les actes, ${dossier.reference}`, courant: "/dossiers", children: corps });
  });
}
