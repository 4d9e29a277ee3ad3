import type { Context, Hono } from "hono";
import type { Brut, Refus } from "../../../dossier/acte.ts";
import { lireFeuille, lireFeuilles } from "../../../usecases/emargement/lire-feuilles.ts";
import { seancesAReporter, verserFeuille } from "../../../usecases/emargement/verser-feuille.ts";
import { formatJourCourt } from "../../../values/dates-fr.ts";
import { formatDuree } from "../../../values/duree.ts";
import { estUuid } from "../../../values/uuid.ts";
import { RefusRendus } from "../../champs-rendus.tsx";
import type { Env } from "../../contexte.ts";
import { fichierRecu } from "../../fichier-recu.ts";
import { champsDeFormulaire } from "../../formulaire.ts";
import { introuvable } from "../../introuvable.tsx";
import { page } from "../../page.tsx";
import { BackLink } from "../../ui/breadcrumbs.tsx";
import { Button, Buttons, LinkButton } from "../../ui/button.tsx";
import { ChampChoixMultiples } from "../../ui/champs/choix.tsx";
import { ChampFichier } from "../../ui/champs/fichier.tsx";
import { Form } from "../../ui/form.tsx";
import { Block, PageTitle } from "../../ui/layout.tsx";
import { EmptyState, Notice } from "../../ui/notice.tsx";
import { fr } from "../../ui/typographie.ts";
import { direJour } from "../../vues/dire-moment.ts";
import { dossierDeLAdresse, dossierDeSonConseiller } from "./ouvrir.ts";

type Dossier = NonNullable<Awaited<ReturnType<typeof dossierDeLAdresse>>>;
type Feuilles = Awaited<ReturnType<typeof lireFeuilles>>;

function Gardees({ base, feuilles, ecartes }: Feuilles & { base: string }) {
  return (
    <>
      {feuilles.length === 0 ? null : (
        <Block id="gardees" titre="Feuilles gardées" note={String(feuilles.length)}>
          <ul class="list">
            {feuilles.map((f) => (
              <li>
                <div class="list-body">
                  <a href={`${base}/${f.id}`} download>
                    {fr(`Feuille versée le ${direJour(f.creeLe)}`)}
                  </a>
                </div>
              </li>
            ))}
          </ul>
        </Block>
      )}
      {ecartes.length === 0 ? null : (
        <Block id="ecartes" titre="Fichiers mis de côté" note={String(ecartes.length)}>
          <ul class="list">
            {ecartes.map((e) => (
              <li>
                <div class="list-body">{fr(`${direJour(e.quand)}. ${e.motif}`)}</div>
              </li>
            ))}
          </ul>
        </Block>
      )}
    </>
  );
}

type Vue = {
  dossier: Dossier;
  feuilles: Feuilles;
  jeton: string;
  choisies?: readonly string[];
  refus?: readonly Refus[];
  ecarte?: string | undefined;
};

function Feuille({ dossier, feuilles, jeton, choisies = [], refus = [], ecarte }: Vue) {
  const base = `/dossiers/${dossier.reference}`;
  const attendues = seancesAReporter(dossier.etat.seances);
  const erreur = (nom: string) => refus.find((r) => r.champ === nom)?.phrase;
  return (
    <>
      <BackLink libelle={`Séances, ${dossier.reference}`} href={`${base}/seances`} />
      <RefusRendus refus={refus} />
      {ecarte === undefined ? null : (
        <Notice genre="refus" titre={fr(ecarte)} annonce>
          Il a été mis de côté, scellé, et rien n’a été signé. Prévenez la personne qui vous l’a donné.
        </Notice>
      )}
      <PageTitle
        titre="Verser une feuille signée"
        chapeau="Une photo ou un PDF de la feuille que vous avez signée tous les deux. Le dossier la garde comme preuve."
      />
      {attendues.length === 0 ? (
        <EmptyState
          titre="Aucune séance n’attend de signature"
          niveau={2}
          action={<LinkButton href={`${base}/seances`}>Voir les séances</LinkButton>}
        >
          Notez d’abord qu’une séance a eu lieu.
        </EmptyState>
      ) : (
        <Form action={`${base}/feuille`} jeton={jeton} fichiers>
          <ChampFichier
            nom="fichier"
            libelle="La feuille"
            aide="JPEG, PNG ou PDF, 10 Mo au plus. Le lieu et l’appareil écrits dans une photo sont effacés."
            accepte="image/jpeg,image/png,application/pdf"
            requis
            erreur={
              erreur("fichier") ?? (choisies.length > 0 ? "Choisissez le fichier de nouveau." : undefined)
            }
          />
          <ChampChoixMultiples
            nom="seances"
            libelle="Les séances que la feuille montre signées"
            requis
            options={attendues.map((s) => ({
              valeur: s.id,
              libelle: `Séance ${s.id.slice(1)}, ${formatJourCourt(s.date)}, ${formatDuree(s.fait)}`,
            }))}
            valeur={choisies}
            erreur={erreur("seances")}
          />
          <Buttons>
            <Button>Verser la feuille</Button>
          </Buttons>
        </Form>
      )}
      <Gardees base={`${base}/feuille`} {...feuilles} />
    </>
  );
}

type Suite = { brut?: Brut; refus?: readonly Refus[]; ecarte?: string };

async function montrer(c: Context<Env>, { brut, refus = [], ecarte }: Suite = {}) {
  const dossier = await dossierDeSonConseiller(c);
  const { maison } = c.get("portes");
  if (dossier === undefined) return introuvable(c);
  const feuilles = await lireFeuilles(maison, c.get("moi").auteur, dossier.id);
  const vue: Vue = {
    dossier,
    feuilles,
    jeton: maison.nouvelId(),
    choisies: brut?.seances ?? [],
    refus,
    ecarte,
  };
  const statut = refus.length > 0 || ecarte !== undefined ? 422 : 200;
  return page(
    c,
    {
      titre: "Verser une feuille",
      enErreur: statut === 422,
      courant: "/dossiers",
      children: <Feuille {...vue} />,
    },
    statut,
  );
}

/** The sheet signed by hand: photographed, looked at, kept as a proof, its signatures reported. */
export function routesFeuille(app: Hono<Env>): void {
  app.get("/dossiers/:reference/feuille", (c) => montrer(c));

  app.post("/dossiers/:reference/feuille", async (c) => {
    const { maison } = c.get("portes");
    const reference = c.req.param("reference");
    const brut = await champsDeFormulaire(c);
    const octets = (await fichierRecu(c, "fichier")) ?? new Uint8Array();
    const reponse = await verserFeuille(maison, c.get("moi").auteur, {
      reference,
      seances: brut.seances ?? [],
      octets,
      cle: brut.jeton?.[0] || maison.nouvelId(),
    });
    switch (reponse.issue) {
      case "fait":
        return c.redirect(`/dossiers/${reference}?fait=${reponse.n}`, 303);
      case "inconnu":
        return introuvable(c);
      case "ecarte":
        return montrer(c, { brut, ecarte: reponse.phrase });
      case "conflit":
        return montrer(c, { brut, refus: [{ phrase: "Ce dossier vient de changer. Envoyez de nouveau." }] });
      case "refus":
        return montrer(c, { brut, refus: reponse.refus });
    }
  });

  app.get("/dossiers/:reference/feuille/:piece", async (c) => {
    const dossier = await dossierDeLAdresse(c);
    const id = c.req.param("piece");
    if (dossier === undefined || !estUuid(id)) return introuvable(c);
    const piece = await lireFeuille(c.get("portes").maison, c.get("moi").auteur, dossier.id, id);
    if (piece === undefined) return introuvable(c);
    // A file from outside is saved, never shown in a page of ours.
    return c.body(new Uint8Array(piece.octets), 200, {
      "content-type": piece.typeMedia,
      "content-disposition": `attachment; filename="${dossier.reference}-${piece.nom}"`,
    });
  });
}
