import type { Hono } from "hono";
import { definitionDe } from "../../../dossier/catalogue.ts";
import { contenusNommes, nomDuContenu } from "../../../dossier/contenus-nommes.ts";
import { corrigeables } from "../../../dossier/correction/corrigeables.ts";
import type { DossierConsulte } from "../../../usecases/dossier/consulter-dossier.ts";
import { consulterFait, type PreuveDuFait } from "../../../usecases/dossier/consulter-fait.ts";
import type { FaitConsigne } from "../../../usecases/dossier/texte-des-faits.ts";
import { accorder } from "../../../values/accorder.ts";
import { formatJourLong } from "../../../values/dates-fr.ts";
import type { Env } from "../../contexte.ts";
import { introuvable } from "../../introuvable.tsx";
import { BackLink } from "../../ui/breadcrumbs.tsx";
import { Actions, Block, Columns, KeyList } from "../../ui/layout.tsx";
import { Notice } from "../../ui/notice.tsx";
import { Fingerprint, Seal } from "../../ui/seal.tsx";
import { CleDe } from "../../vues/cle-de.tsx";
import { direMoment } from "../../vues/dire-moment.ts";
import { type LienActe, lienVersActe } from "../../vues/liens.ts";
import { nomDuRole } from "../../vues/roles.ts";
import { dossierDeLAdresse } from "./ouvrir.ts";
import { pageDuDossier } from "./page-du-dossier.tsx";

/** A corrected fact points to its correction, and a correction to what it corrects. */
function Corrections({ fait, dossier }: { fait: FaitConsigne; dossier: DossierConsulte }) {
  const lien = (n: number) => <a href={`/dossiers/${dossier.reference}/faits/${n}`}>fait n° {n}</a>;
  const { corrige } = fait.donnees as { corrige?: string };
  const original = dossier.faits.find((f) => f.id === corrige);
  const correction = dossier.faits.find(
    (f) => f.type === "fait_corrige.v1" && (f.donnees as { corrige: string }).corrige === fait.id,
  );
  return (
    <>
      {original === undefined ? null : (
        <Notice genre="information" titre="Ce fait en corrige un autre :">
          {lien(original.n)}.
        </Notice>
      )}
      {correction === undefined ? null : (
        <Notice genre="alerte" titre="Ce fait a été corrigé depuis.">
          L’original reste lisible ; ce qui compte est le {lien(correction.n)}.
        </Notice>
      )}
    </>
  );
}

function CeQuIlDit({
  fait,
  preuve,
  liens,
}: {
  fait: FaitConsigne;
  preuve: PreuveDuFait;
  liens: readonly LienActe[];
}) {
  const { libelle, recit } = definitionDe(fait.type);
  const detail = recit(fait.donnees);
  const contenus = contenusNommes(fait.donnees);
  return (
    <Block id="dit" titre={libelle} note={`fait n° ${fait.n}`}>
      <KeyList
        lignes={[
          { cle: "A eu lieu le", valeur: formatJourLong(fait.date) },
          ...(detail === null ? [] : [{ cle: "Ce qu’il dit", valeur: detail }]),
          { cle: "Écrit le", valeur: `${direMoment(fait.consigne)}, par ${nomDuRole(fait.auteur.role)}` },
          ...contenus.map(({ cle, engagement }) => ({
            cle: `Contenu scellé : ${nomDuContenu(cle)}`,
            valeur: (
              <>
                <code>{engagement}</code>
                <br />
                <span class="minor">
                  Son engagement&nbsp;: il prouve que le texte existe, et n’en dit rien.
                </span>
              </>
            ),
          })),
        ]}
      />
      <details class="mt-4">
        <summary>Lire le texte scellé, mot pour mot</summary>
        <code class="command">{preuve.texte}</code>
      </details>
      <Actions liens={liens} />
    </Block>
  );
}

function Preuve({ preuve, organisme }: { preuve: PreuveDuFait; organisme: string }) {
  const { engagement, inscription } = preuve;
  const signe = inscription?.checkpoint ?? null;
  const cles = [
    { cle: "Engagement", valeur: <Fingerprint hex={engagement.hex} /> },
    ...(inscription === null ? [] : [{ cle: "Position au journal", valeur: String(inscription.position) }]),
    ...(signe === null
      ? []
      : [
          {
            cle: "Journal signé le",
            valeur: `${direMoment(signe.signeLe)}, ${accorder(signe.taille, "inscription")}`,
          },
          { cle: "Signé par", valeur: <CleDe organisme={organisme} nom={signe.texte.split("\n")[0]!} /> },
          { cle: "Tête signée", valeur: <code class="command">{signe.texte.trim()}</code> },
        ]),
  ];
  if (signe === null) {
    return (
      <div class="stack">
        <Notice genre="information" titre="Pas encore inscrit au journal.">
          Le fait est écrit et engagé. Sa place vient dans un instant : rechargez cette page.
        </Notice>
        <KeyList lignes={cles} />
      </div>
    );
  }
  return (
    <Seal
      id="preuve"
      titre="Scellé au journal"
      texte="Si un seul signe du fait changeait, son engagement changerait, et le journal signé ne le contiendrait plus."
      cles={cles}
    />
  );
}

/** One fact and its proof. Sealed contents are named by their commitment, for every reader. */
export function routesFait(app: Hono<Env>): void {
  app.get("/dossiers/:reference/faits/:n", async (c) => {
    const dossier = await dossierDeLAdresse(c);
    const n = /^[1-9]\d{0,5}$/.test(c.req.param("n")) ? Number(c.req.param("n")) : 0;
    const fait = dossier?.faits[n - 1];
    if (dossier === undefined || fait === undefined) return introuvable(c);
    const { auteur } = c.get("moi");
    const preuve = await consulterFait(c.get("portes").maison, auteur, dossier.id, n);
    if (preuve === undefined) return introuvable(c);
    const corrigeable = corrigeables(dossier.faits).some((f) => f.id === fait.id);
    const liens = corrigeable
      ? lienVersActe(dossier, auteur.role, "corrigerFait", { sur: fait.id, libelle: "Corriger ce fait" })
      : [];
    const corps = (
      <>
        <BackLink libelle="Ce qui s’est passé" href={`/dossiers/${dossier.reference}?faits=tout#fait-${n}`} />
        <Corrections fait={fait} dossier={dossier} />
        <Columns
          principal={<CeQuIlDit fait={fait} preuve={preuve} liens={liens} />}
          cote={<Preuve preuve={preuve} organisme={c.get("moi").organisme.raisonSociale} />}
        />
      </>
    );
    return pageDuDossier(c, dossier, { onglet: `faits/${n}`, titre: `Fait n° ${n}`, children: corps });
  });
}
