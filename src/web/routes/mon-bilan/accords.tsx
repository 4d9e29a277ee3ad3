import type { Hono } from "hono";
import type { Attente } from "../../../dossier/signature/objet.ts";
import { attentesDe, possiblesPour } from "../../../dossier/signature/objets.ts";
import type { Etat } from "../../../law/etat.ts";
import { listerDocumentsEnvoyes } from "../../../usecases/communication/documents-envoyes.ts";
import { lireNomsDesAccords } from "../../../usecases/communication/noms-des-accords.ts";
import { capitale } from "../../../values/capitale.ts";
import { formatJour } from "../../../values/dates-fr.ts";
import type { Env } from "../../contexte.ts";
import { introuvable } from "../../introuvable.tsx";
import { page } from "../../page.tsx";
import { BackLink } from "../../ui/breadcrumbs.tsx";
import { Block, PageTitle } from "../../ui/layout.tsx";
import { EmptyState, Notice } from "../../ui/notice.tsx";
import { fr } from "../../ui/typographie.ts";
import { DocumentsEnvoyes } from "../../vues/documents-envoyes.tsx";
import { adresseDeSignature, RETOUR } from "./adresses.ts";
import { monDossier } from "./mon-dossier.ts";

/** What she permits is said before how to take it back; what she may do is its own link. */
function Liste({ attentes }: { attentes: readonly Attente[] }) {
  return (
    <ul class="list list--links mt-2">
      {attentes.map((a) => (
        <li>
          <div class="list-body">
            {estUnRetrait(a) && a.detail !== null ? (
              <>
                <p>
                  <strong>{fr(capitale(a.detail))}</strong>
                </p>
                <a href={adresseDeSignature(a)}>{fr(a.titre)}</a>
              </>
            ) : (
              <>
                <a href={adresseDeSignature(a)}>{fr(a.titre)}</a>
                {a.detail === null ? null : <p class="minor">{fr(a.detail)}</p>}
              </>
            )}
          </div>
        </li>
      ))}
    </ul>
  );
}

/** What is destroyed, and since when no copy of it opens; nothing while the bilan goes on. */
function Detruit({ etat }: { etat: Etat }) {
  const { destruction, conservations } = etat;
  const retire = conservations.some((c) => c.retireLe !== null && c.detruitLe !== null);
  if (destruction === null && !retire) return null;
  const quoi = retire
    ? "Ce que vous aviez laissé en garde est détruit."
    : "Les textes de votre bilan sont détruits.";
  const cle =
    destruction?.effectiveLe == null
      ? "Leur clé est détruite en quelques minutes. Une attestation viendra dans vos papiers."
      : `Leur clé n’existe plus depuis le ${formatJour(destruction.effectiveLe)}. L’attestation est dans vos papiers.`;
  return (
    <div class="mt-4">
      <Notice genre="information" titre={quoi}>
        {cle}
      </Notice>
    </div>
  );
}

const estUnRetrait = (a: Attente) => a.objet.startsWith("retrait_");

/** What she permits: who receives one of her documents, what is kept; each given and taken back by herself. */
export function routesAccords(app: Hono<Env>): void {
  app.get("/mon-bilan/accords", async (c) => {
    const dossier = await monDossier(c);
    if (dossier === undefined) return introuvable(c);
    const { etat, au } = dossier;
    const { maison } = c.get("portes");
    const montres = (await listerDocumentsEnvoyes(maison, c.get("moi").auteur, dossier.reference)) ?? [];
    const nommer = await lireNomsDesAccords(maison, c.get("moi").auteur, dossier);
    const possibles = possiblesPour(etat, "beneficiaire", au, nommer);
    const donnes = possibles.filter(estUnRetrait);
    // One line a document: to whom is chosen on its page.
    const aDonner = possibles.filter((a) => a.objet === "communication" && a.choix !== undefined);
    const aChoisir = attentesDe(etat, "beneficiaire", au).filter((a) => a.objet === "conservation");
    const corps = (
      <>
        <BackLink {...RETOUR} />
        <PageTitle
          titre="Ce que je permets"
          chapeau="Rien ne sort sans votre accord. Vous le retirez quand vous voulez, sans dire pourquoi."
        />
        <Detruit etat={etat} />
        <Block id="donnes" titre="Vos accords" note={String(donnes.length)}>
          {donnes.length === 0 ? (
            <EmptyState titre="Aucun accord">Personne d’autre ne reçoit vos documents.</EmptyState>
          ) : (
            <Liste attentes={donnes} />
          )}
        </Block>
        {montres.length === 0 ? null : (
          <Block id="montres" titre="Les documents montrés" note={String(montres.length)}>
            <DocumentsEnvoyes liens={montres} />
          </Block>
        )}
        {aChoisir.length === 0 ? null : (
          <Block id="garder" titre="Ce que l’on garde">
            <Liste attentes={aChoisir} />
          </Block>
        )}
        {aDonner.length === 0 ? null : (
          <Block id="montrer" titre="Montrer un document à quelqu’un" className="screen-only">
            <Liste attentes={aDonner} />
          </Block>
        )}
      </>
    );
    return page(c, { titre: "Ce que je permets", children: corps });
  });
}
