import type { Hono } from "hono";
import type { Role } from "../../../dossier/acte.ts";
import { refusPorteEmployeur } from "../../../dossier/porte-employeur.ts";
import { listerLecturesDeContenu } from "../../../usecases/acces/lectures-de-contenu.ts";
import { listerLecturesDeTiers } from "../../../usecases/acces/lectures-de-tiers.ts";
import type { Env } from "../../contexte.ts";
import { introuvable } from "../../introuvable.tsx";
import { page } from "../../page.tsx";
import { BackLink } from "../../ui/breadcrumbs.tsx";
import { Block, PageTitle } from "../../ui/layout.tsx";
import { Notice } from "../../ui/notice.tsx";
import { Table } from "../../ui/table.tsx";
import { Contact } from "../../vues/contact.tsx";
import { LecturesDeTiers, LecturesDuCentre } from "../../vues/lectures-de-tiers.tsx";
import { ceQueVoit } from "../../vues/qui-voit.ts";
import { RETOUR } from "./adresses.ts";
import { monDossier } from "./mon-dossier.ts";

const QUI: readonly { libelle: string; role: Role; sienne: boolean }[] = [
  { libelle: "Vous", role: "beneficiaire", sienne: true },
  { libelle: "Votre conseiller", role: "conseiller", sienne: true },
  { libelle: "Un autre conseiller du centre", role: "conseiller", sienne: false },
  { libelle: "Le secrétariat", role: "assistant", sienne: false },
  { libelle: "La direction et la qualité", role: "responsable", sienne: false },
  { libelle: "Le réseau du centre", role: "reseau", sienne: false },
  { libelle: "Votre employeur", role: "employeur", sienne: false },
  { libelle: "Un auditeur", role: "auditeur", sienne: false },
];

/** Who sees what of her: read from the table that the program itself obeys. */
export function routesQuiVoit(app: Hono<Env>): void {
  app.get("/mon-bilan/qui-voit", async (c) => {
    const dossier = await monDossier(c);
    if (dossier === undefined) return introuvable(c);
    const { maison } = c.get("portes");
    const lectures = (await listerLecturesDeTiers(maison, c.get("moi").auteur, dossier.reference)) ?? [];
    const duCentre = (await listerLecturesDeContenu(maison, c.get("moi").auteur, dossier.reference)) ?? [];
    const corps = (
      <>
        <BackLink {...RETOUR} />
        <PageTitle
          titre="Qui voit quoi"
          chapeau="Ce tableau vient du programme lui-même : il ne peut pas dire autre chose."
        />
        <Table
          titre="Qui voit quoi de votre bilan"
          titreCache
          cartes
          colonnes={[{ libelle: "Qui" }, { libelle: "Ce qu’il voit" }]}
          lignes={QUI.map((q) => [
            q.libelle,
            q.role === "beneficiaire"
              ? "Tout, contenu compris"
              : q.role === "employeur" && refusPorteEmployeur(dossier.etat) !== null
                ? "Rien"
                : ceQueVoit(q.role, q.sienne),
          ])}
        />
        <p class="minor mt-4">
          Qui gère l’organisme peut emporter tous ses dossiers, textes compris, dans un fichier fermé. Si cela
          arrive, vous le lisez plus bas, avec son nom.
        </p>
        <Block id="mots" titre="Deux mots">
          <p class="mt-2">
            <strong>Le contenu</strong> : vos réponses, les notes, vos résultats, votre synthèse. Il est
            détruit à la fin, sauf ce que vous acceptez de laisser en garde. Vous recevez alors une
            attestation.
          </p>
          <p class="mt-2">
            <strong>Les preuves</strong> : les dates, les heures, les signatures. Elles ne disent rien de ce
            que vous avez dit.
          </p>
        </Block>
        <LecturesDuCentre lectures={duCentre} />
        <LecturesDeTiers
          lectures={lectures}
          vide="Si votre employeur, un auditeur ou un destinataire lit quelque chose, vous le verrez ici."
        />
        <Notice genre="secret" titre="Un document ne va à personne d’autre">
          sans votre accord écrit. <a href="/mon-bilan/accords">Voir ce que vous permettez</a>
        </Notice>
        <Contact etat={dossier.etat} />
      </>
    );
    return page(c, { titre: "Qui voit quoi", courant: "/mon-bilan/qui-voit", children: corps });
  });
}
