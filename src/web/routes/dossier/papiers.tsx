import type { Hono } from "hono";
import type { Role } from "../../../dossier/acte.ts";
import type { DossierConsulte } from "../../../usecases/dossier/consulter-dossier.ts";
import { listerPapiers } from "../../../usecases/papiers/imprimer-papier.ts";
import { donnerPapier } from "../../../usecases/sceau/donner-papier.ts";
import { type DernierExemplaire, derniersExemplaires } from "../../../usecases/sceau/papiers-scelles.ts";
import { certificatsDuSceau } from "../../../usecases/sceau/sceau-de-l-organisme.ts";
import type { Env } from "../../contexte.ts";
import { enteteDePapier } from "../../fichier-de-papier.ts";
import { introuvable } from "../../introuvable.tsx";
import { LinkButton } from "../../ui/button.tsx";
import { Actions, Block } from "../../ui/layout.tsx";
import { Mark } from "../../ui/mark.tsx";
import { Notice } from "../../ui/notice.tsx";
import { fr } from "../../ui/typographie.ts";
import { lienVersActe } from "../../vues/liens.ts";
import { CertificatsDuSceau, ExemplaireScelle } from "../../vues/sceau.tsx";
import { dossierDeLAdresse } from "./ouvrir.ts";
import { pageDuDossier } from "./page-du-dossier.tsx";

type Ligne = ReturnType<typeof listerPapiers>[number];
type Exemplaires = ReadonlyMap<string, DernierExemplaire>;

interface Contexte {
  dossier: DossierConsulte;
  role: Role;
  exemplaires: Exemplaires;
}

function Papier({ ligne, dossier, role, exemplaires }: { ligne: Ligne } & Contexte) {
  const { papier } = ligne;
  const exemplaire = exemplaires.get(papier.nom);
  const pret = "document" in ligne;
  const href = `/dossiers/${dossier.reference}/papiers/${papier.nom}`;
  return (
    <li>
      {pret ? <Mark forme="conforme" mot="Prêt" /> : <Mark forme="attente" mot="Pas encore" />}
      <div>
        {pret ? (
          <a href={href}>
            <strong>{papier.titre}</strong> <span class="minor">(PDF)</span>
          </a>
        ) : (
          <strong>{papier.titre}</strong>
        )}
        {papier.classe === "contenu" ? (
          <>
            {" "}
            <Mark forme="secret" mot="Confidentiel" taille="petite" />
          </>
        ) : null}
        <p class="minor">{fr(papier.quoi)}</p>
        {exemplaire === undefined ? null : <ExemplaireScelle exemplaire={exemplaire} />}
        {pret ? null : <p>{fr(ligne.manque)}</p>}
        {pret || papier.acte === null ? null : <Actions liens={lienVersActe(dossier, role, papier.acte)} />}
      </div>
    </li>
  );
}

function Liste({ lignes, ...contexte }: { lignes: readonly Ligne[] } & Contexte) {
  return (
    <ul class="constat">
      {lignes.map((ligne) => (
        <Papier ligne={ligne} {...contexte} />
      ))}
    </ul>
  );
}

/** The papers of a dossier, and each of them as a PDF whose name says which it is and the reference. */
export function routesPapiers(app: Hono<Env>): void {
  app.get("/dossiers/:reference/papiers", async (c) => {
    const dossier = await dossierDeLAdresse(c);
    if (dossier === undefined) return introuvable(c);
    const { auteur } = c.get("moi");
    const { maison } = c.get("portes");
    const lignes = listerPapiers(maison, auteur, dossier);
    const exemplaires = await derniersExemplaires(maison, auteur, dossier.id);
    const certificats = await certificatsDuSceau(maison, auteur);
    const contexte = { dossier, role: auteur.role, exemplaires };
    const prets = lignes.filter((l) => "document" in l);
    const attendent = lignes.filter((l) => !("document" in l));
    const corps = (
      <>
        <Block id="prets" titre="Prêts à imprimer" note={String(prets.length)}>
          {prets.length === 0 ? (
            <p class="minor">
              Aucun pour le moment. Chaque papier se fait tout seul dès que ses faits sont écrits.
            </p>
          ) : (
            <Liste lignes={prets} {...contexte} />
          )}
        </Block>
        {attendent.length === 0 ? null : (
          <Block id="pas-encore" titre="Pas possibles maintenant" note={String(attendent.length)}>
            <Liste lignes={attendent} {...contexte} />
          </Block>
        )}
        <p class="minor mt-6">
          Un papier ne dit que ce que les faits disent. Pour le changer, corrigez le fait.
        </p>
        <CertificatsDuSceau certificats={certificats} />
      </>
    );
    return pageDuDossier(c, dossier, { onglet: "papiers", titre: "Papiers", children: corps });
  });

  app.get("/dossiers/:reference/papiers/:papier", async (c) => {
    const { maison, imprimer } = c.get("portes");
    const { reference, papier } = c.req.param();
    const auteur = c.get("moi").auteur;
    const donne = await donnerPapier({ maison, auteur, imprimer }, reference, papier);
    if (donne === undefined) return introuvable(c);
    if ("octets" in donne) {
      return c.body(new Uint8Array(donne.octets), 200, enteteDePapier(papier, reference));
    }
    const dossier = await dossierDeLAdresse(c);
    if (dossier === undefined) return introuvable(c);
    const corps = (
      <>
        <Notice genre="alerte" titre="Ce papier ne peut pas encore être fait.">
          {donne.manque}
        </Notice>
        <div class="buttons">
          <LinkButton href={`/dossiers/${reference}/papiers`}>Revenir aux papiers</LinkButton>
        </div>
      </>
    );
    return pageDuDossier(c, dossier, { onglet: "papiers", titre: "Papier", children: corps }, 409);
  });
}
