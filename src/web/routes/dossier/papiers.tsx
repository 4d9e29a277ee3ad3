import type { Hono } from "hono";
import type { Role } from "../../../dossier/acte.ts";
import type { DossierConsulte } from "../../../usecases/consulter-dossier.ts";
import { listerPapiers, preparerPapier } from "../../../usecases/imprimer-papier.ts";
import type { Env } from "../../contexte.ts";
import { introuvable } from "../../introuvable.tsx";
import { LinkButton } from "../../ui/button.tsx";
import { Actions, Block } from "../../ui/layout.tsx";
import { Mark } from "../../ui/mark.tsx";
import { Notice } from "../../ui/notice.tsx";
import { fr } from "../../ui/typographie.ts";
import { lienVersActe } from "../../vues/liens.ts";
import { dossierDeLAdresse } from "./ouvrir.ts";
import { pageDuDossier } from "./page-du-dossier.tsx";

type Ligne = ReturnType<typeof listerPapiers>[number];

function Papier({ ligne, dossier, role }: { ligne: Ligne; dossier: DossierConsulte; role: Role }) {
  const { papier } = ligne;
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
        {pret ? null : <p>{fr(ligne.manque)}</p>}
        {pret || papier.acte === null ? null : <Actions liens={lienVersActe(dossier, role, papier.acte)} />}
      </div>
    </li>
  );
}

function Liste({
  lignes,
  dossier,
  role,
}: {
  lignes: readonly Ligne[];
  dossier: DossierConsulte;
  role: Role;
}) {
  return (
    <ul class="constat">
      {lignes.map((ligne) => (
        <Papier ligne={ligne} dossier={dossier} role={role} />
      ))}
    </ul>
  );
}

/** The papers of a dossier, and each of them as a PDF whose name says nothing but the reference. */
export function routesPapiers(app: Hono<Env>): void {
  app.get("/dossiers/:reference/papiers", async (c) => {
    const dossier = await dossierDeLAdresse(c);
    if (dossier === undefined) return introuvable(c);
    const { auteur } = c.get("moi");
    const lignes = listerPapiers(c.get("portes").maison, auteur, dossier);
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
            <Liste lignes={prets} dossier={dossier} role={auteur.role} />
          )}
        </Block>
        {attendent.length === 0 ? null : (
          <Block id="pas-encore" titre="Pas possibles maintenant" note={String(attendent.length)}>
            <Liste lignes={attendent} dossier={dossier} role={auteur.role} />
          </Block>
        )}
        <p class="minor mt-6">
          Un papier ne dit que ce que les faits disent. Pour le changer, corrigez le fait.
        </p>
      </>
    );
    return pageDuDossier(c, dossier, { onglet: "papiers", titre: "Papiers", children: corps });
  });

  app.get("/dossiers/:reference/papiers/:papier", async (c) => {
    const { maison, imprimer } = c.get("portes");
    const { reference, papier } = c.req.param();
    const pret = await preparerPapier(maison, c.get("moi").auteur, reference, papier);
    if (pret === undefined) return introuvable(c);
    if ("document" in pret) {
      const pdf = await imprimer(pret.document);
      return c.body(new Uint8Array(pdf), 200, {
        "content-type": "application/pdf",
        "content-disposition": `inline; filename="${reference}.pdf"`,
      });
    }
    const dossier = await dossierDeLAdresse(c);
    if (dossier === undefined) return introuvable(c);
    const corps = (
      <>
        <Notice genre="alerte" titre="Ce papier ne peut pas encore être fait.">
          {pret.manque}
        </Notice>
        <div class="buttons">
          <LinkButton href={`/dossiers/${reference}/papiers`}>Revenir aux papiers</LinkButton>
        </div>
      </>
    );
    return pageDuDossier(c, dossier, { onglet: "papiers", titre: "Papier", children: corps }, 409);
  });
}
