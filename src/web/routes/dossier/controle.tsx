import type { Context, Hono } from "hono";
import { HTTPException } from "hono/http-exception";
import { clesDuJournal } from "../../../usecases/cles/cles-du-journal.ts";
import { lireControle, listerControles } from "../../../usecases/controle/lire-controle.ts";
import { composerPieces } from "../../../usecases/controle/pieces.ts";
import { lancerPreparation, suivrePreparation } from "../../../usecases/controle/preparations.ts";
import { lireRangs } from "../../../usecases/controle/rangs.ts";
import type { DossierConsulte } from "../../../usecases/dossier/consulter-dossier.ts";
import { dernierHorodatage } from "../../../usecases/sceau/horodater-journaux.ts";
import { formatJour } from "../../../values/dates-fr.ts";
import type { Env } from "../../contexte.ts";
import { champsDeFormulaire } from "../../formulaire.ts";
import { introuvable } from "../../introuvable.tsx";
import { Button, Buttons, LinkButton } from "../../ui/button.tsx";
import { Form } from "../../ui/form.tsx";
import { Columns, KeyList, Sheet } from "../../ui/layout.tsx";
import { NextAct } from "../../ui/next-act.tsx";
import { Notice } from "../../ui/notice.tsx";
import { Fingerprint } from "../../ui/seal.tsx";
import { ChoixDesFaits } from "../../vues/choix-des-faits.tsx";
import { direPeriode } from "../../vues/cles-du-journal.tsx";
import { ControleScelle, enKo } from "../../vues/controle.tsx";
import { direMoment } from "../../vues/dire-moment.ts";
import { quandEcheance } from "../../vues/echeances.ts";
import { lienVersActe } from "../../vues/liens.ts";
import { Pieces } from "../../vues/pieces.tsx";
import { PAUSE, PreparationEnCours } from "../../vues/preparation.tsx";
import { HorodatageDuJournal } from "../../vues/sceau.tsx";
import { dossierDeLAdresse } from "./ouvrir.ts";
import { pageDuDossier } from "./page-du-dossier.tsx";

const ONGLET = "controle";

const adresse = (reference: string, id?: string) =>
  `/dossiers/${reference}/controle${id === undefined ? "" : `/${id}`}`;

function CeQuIlNeLitPas() {
  return (
    <Notice genre="secret" titre="Ce que le contrôleur ne lit pas.">
      Réponses, notes, résultats et texte de la synthèse n’y sont pas : seulement un nombre qui prouve qu’ils
      ont existé.
    </Notice>
  );
}

/** The last letter that waits for an answer, with its day. */
function Lettre({ dossier, c }: { dossier: DossierConsulte; c: Context<Env> }) {
  const lettre = dossier.etat.controles.findLast((x) => x.reponduLe === null && x.closLe === null);
  const [repondre] = lienVersActe(dossier, c.get("moi").auteur.role, "repondreControle");
  if (lettre === undefined) return null;
  return (
    <NextAct
      id="lettre"
      {...(lettre.echeance === null ? {} : { echeance: lettre.echeance })}
      quand={
        lettre.echeance === null
          ? "Réponse attendue"
          : `Réponse attendue ${quandEcheance(lettre.echeance, dossier.au)}`
      }
      titre="Envoyer les pièces, avec preuve de date"
      explication={`Lettre reçue le ${formatJour(lettre.recuLe)}.`}
      boutons={
        repondre === undefined ? null : (
          <LinkButton rang="second" href={repondre.href}>
            {repondre.libelle}
          </LinkButton>
        )
      }
    />
  );
}

function Preparer({ reference, jeton, libelle }: { reference: string; jeton: string; libelle: string }) {
  return (
    <Form action={adresse(reference)} jeton={jeton}>
      <Buttons>
        <Button>{libelle}</Button>
      </Buttons>
    </Form>
  );
}

/** The first page; with `choisir` in its address, the facts to withhold take the place of the list of papers. */
async function accueil(c: Context<Env>, dossier: DossierConsulte) {
  const { maison } = c.get("portes");
  const { auteur } = c.get("moi");
  const { reference } = dossier;
  const { pieces, manquantes } = composerPieces(dossier, new Map());
  const choisir = c.req.query("choisir") === "faits";
  const faits = await listerControles(maison, auteur, dossier.id);
  const [cle, ...avant] = await clesDuJournal(maison, auteur);
  const horodatage = await dernierHorodatage(maison, auteur);
  const presentes = pieces.map(({ papier }) => ({
    titre: papier.titre,
    href: `/dossiers/${reference}/papiers/${papier.nom}`,
  }));
  const cote = (
    <>
      <Sheet>
        <h2>Dossier de contrôle</h2>
        <p class="mt-2">
          Un fichier avec ces pièces, la liste de ce qui manque et la preuve de chaque fait. Chacun peut le
          vérifier, sans nous et sans réseau.
        </p>
        {choisir ? null : (
          <>
            <Preparer
              reference={reference}
              jeton={maison.nouvelId()}
              libelle="Préparer le dossier de contrôle"
            />
            <p class="minor">
              Tous les faits y sont montrés.{" "}
              <a href={`${adresse(reference)}?choisir=faits`}>Ne pas montrer certains faits</a>
            </p>
          </>
        )}
        <KeyList
          lignes={[
            { cle: "Empreinte de votre clé", valeur: <Fingerprint hex={cle!.empreinte} /> },
            ...avant.map((a) => ({ cle: direPeriode(a), valeur: <Fingerprint hex={a.empreinte} /> })),
          ]}
        />
        <p class="minor">
          Donnez-la par un autre chemin que ce fichier&nbsp;: un courrier, votre site, un récépissé.
        </p>
      </Sheet>
      <CeQuIlNeLitPas />
      <HorodatageDuJournal horodatage={horodatage} autorite={maison.horodateur?.autorite ?? null} />
      {faits.length === 0 ? null : (
        <Sheet creux>
          <h2>Déjà préparés</h2>
          <ul class="list">
            {faits.map((f) => (
              <li>
                <div class="list-body">
                  <a href={adresse(reference, f.id)}>{direMoment(f.creeLe)}</a>{" "}
                  <span class="minor">{enKo(f.taille)}</span>
                </div>
              </li>
            ))}
          </ul>
        </Sheet>
      )}
    </>
  );
  return (
    <>
      <Lettre dossier={dossier} c={c} />
      <Columns
        principal={
          choisir ? (
            <ChoixDesFaits dossier={dossier} adresse={adresse(reference)} jeton={maison.nouvelId()} />
          ) : (
            <Pieces presentes={presentes} manquantes={manquantes} />
          )
        }
        cote={cote}
        repere="Préparer et vérifier"
      />
    </>
  );
}

/** `signaler` gets the defect of a making that failed: its page says no cause. */
export function routesControle(app: Hono<Env>, signaler: (erreur: Error) => void): void {
  app.get("/dossiers/:reference/controle", async (c) => {
    const dossier = await dossierDeLAdresse(c);
    if (dossier === undefined) return introuvable(c);
    return pageDuDossier(c, dossier, {
      onglet: ONGLET,
      titre: "Contrôle",
      children: await accueil(c, dossier),
    });
  });

  app.post("/dossiers/:reference/controle", async (c) => {
    const dossier = await dossierDeLAdresse(c);
    if (dossier === undefined) return introuvable(c);
    const { maison, imprimer } = c.get("portes");
    const fabrique = { maison, imprimer, auteur: c.get("moi").auteur };
    const taire = lireRangs((await champsDeFormulaire(c)).taire ?? []);
    if (taire === null) throw new HTTPException(400);
    const { reference } = dossier;
    const { id } = await lancerPreparation(fabrique, { reference, taire }, signaler);
    return c.redirect(adresse(reference, id), 303);
  });

  app.get("/dossiers/:reference/controle/:preparation", async (c) => {
    const dossier = await dossierDeLAdresse(c);
    if (dossier === undefined) return introuvable(c);
    const { maison } = c.get("portes");
    const { auteur } = c.get("moi");
    const { reference } = dossier;
    const id = c.req.param("preparation");
    const suivie = await suivrePreparation(maison, auteur, id);
    const titre = "Dossier de contrôle";
    if (suivie?.reference === reference && suivie.etat === "enCours") {
      const seul = c.req.query("suivre") === "seul";
      return pageDuDossier(c, dossier, {
        onglet: ONGLET,
        titre,
        ...(seul ? { actualiser: PAUSE } : {}),
        children: (
          <PreparationEnCours
            titre="Préparation en cours"
            libelle="Dossier de contrôle"
            href={adresse(reference, id)}
            avancement={suivie.avancement}
            seul={seul}
          />
        ),
      });
    }
    if (suivie?.reference === reference && suivie.etat === "echouee") {
      const corps = (
        <>
          <Notice genre="refus" titre="Le dossier de contrôle n’a pas pu être préparé.">
            {suivie.phrase}
          </Notice>
          <Preparer reference={reference} jeton={maison.nouvelId()} libelle="Recommencer" />
        </>
      );
      return pageDuDossier(c, dossier, { onglet: ONGLET, titre, children: corps }, 503);
    }
    if (
      suivie?.reference === reference &&
      suivie.etat === "prete" &&
      suivie.piece !== null &&
      suivie.piece !== id
    ) {
      return c.redirect(adresse(reference, suivie.piece), 303);
    }
    const lu = await lireControle(maison, auteur, reference, id);
    if (lu === undefined) return introuvable(c);
    const cote = (
      <>
        <ControleScelle
          lu={lu}
          fichier={`${adresse(reference, id)}/fichier`}
          organisme={c.get("moi").organisme.raisonSociale}
        />
        <CeQuIlNeLitPas />
        {lu.faitsDepuis === 0 ? null : (
          <Notice genre="information" titre="Le dossier a changé depuis.">
            Préparez-en un nouveau pour que ses derniers faits y soient.
            <Preparer reference={reference} jeton={maison.nouvelId()} libelle="Préparer de nouveau" />
          </Notice>
        )}
      </>
    );
    return pageDuDossier(c, dossier, {
      onglet: ONGLET,
      titre,
      children: (
        <Columns
          principal={
            <Pieces presentes={lu.presentes.map((p) => ({ titre: p }))} manquantes={lu.manquantes} />
          }
          cote={cote}
          repere="Le fichier et sa vérification"
        />
      ),
    });
  });

  app.get("/dossiers/:reference/controle/:preparation/fichier", async (c) => {
    const { reference, preparation } = c.req.param();
    const lu = await lireControle(c.get("portes").maison, c.get("moi").auteur, reference, preparation);
    if (lu === undefined) return introuvable(c);
    return c.body(new Uint8Array(lu.octets), 200, {
      "content-type": "application/zip",
      "content-disposition": `attachment; filename="${lu.nom}"`,
    });
  });
}
