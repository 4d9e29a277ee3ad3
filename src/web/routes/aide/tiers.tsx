import type { Role } from "../../../dossier/acte.ts";
import { recetteDuTirage } from "../../../dossier/refaire-le-tirage.ts";
import { Block } from "../../ui/layout.tsx";
import { Notice } from "../../ui/notice.tsx";
import { Table } from "../../ui/table.tsx";
import { fr } from "../../ui/typographie.ts";
import { ceQueVoit, TITRES_DES_ROLES } from "../../vues/qui-voit.ts";
import { droits } from "./roles.tsx";

const DEHORS: readonly Role[] = ["employeur", "auditeur"];

export const PARTIES_DES_TIERS = [
  { id: "qui-voit-quoi", titre: "Qui voit quoi" },
  { id: "l-employeur", titre: "L’employeur" },
  { id: "l-auditeur", titre: "L’auditeur" },
  { id: "refaire-le-tirage", titre: "Refaire le tirage" },
  { id: "un-document", titre: "Un document, à une personne" },
];
const [VOIT, EMPLOYEUR, AUDITEUR, TIRAGE, DOCUMENT] = PARTIES_DES_TIERS;

/** What somebody of that role may do, in the sentences of the table of access. */
function faits(role: Role): string {
  const siens = droits()
    .filter((d) => d.qui.includes(role) && !d.qui.includes("assistant"))
    .map((d) => d.quoi);
  return siens.join(". ");
}

function QuiVoitQuoi() {
  return (
    <Block id={VOIT!.id} titre={VOIT!.titre}>
      <Table
        titre="Ce que voient ceux qui sont hors de l’organisme"
        titreCache
        cartes
        colonnes={[{ libelle: "Qui" }, { libelle: "Ce qu’il voit" }, { libelle: "Ce qu’il peut faire" }]}
        lignes={[
          ...DEHORS.map((r) => [TITRES_DES_ROLES[r], fr(ceQueVoit(r, false)), fr(faits(r))]),
          [
            "Un destinataire",
            "Le seul document que la personne accepte de lui montrer",
            "L’ouvrir et le prendre, jusqu’au dernier jour du lien",
          ],
        ]}
      />
      <p class="minor mt-2">Ce tableau vient des règles auxquelles le programme obéit.</p>
      <Notice genre="secret" titre="Personne ici ne lit un contenu par une autre porte.">
        Ni celui qui paie, ni celui qui contrôle. Le texte de loi est l’article L6313-4 du code du travail.
      </Notice>
    </Block>
  );
}

const RECETTE = recetteDuTirage({ graine: "CERT-2026-0147", taille: 5 }).join("\n");

/** Employer, auditor, recipient: what each one sees, how one opens it, how it ends. */
export function Tiers() {
  return (
    <>
      <QuiVoitQuoi />
      <Block id={EMPLOYEUR!.id} titre={EMPLOYEUR!.titre}>
        <p class="mt-2">
          Il a un espace quand il paie le bilan ou le demande. Payé par le CPF hors du temps de travail, le
          bilan n’est pas dit à l’employeur&nbsp;: Probant refuse de lui ouvrir un espace.
        </p>
        <p class="mt-2">
          Dans le dossier, ouvrez «&nbsp;Qui a accès&nbsp;», puis «&nbsp;L’espace de l’employeur&nbsp;».
          Écrivez le nom de qui signe et son adresse. Un lien part, qui sert une seule fois. Vous ne le voyez
          pas&nbsp;: qui l’a peut signer la convention à sa place.
        </p>
        <p class="mt-2">
          Les jours de présence n’y sont que si le bilan a lieu sur le temps de travail. Il ne voit que les
          factures qui lui sont adressées&nbsp;: l’acte «&nbsp;Émettre la facture&nbsp;» demande pour qui elle
          est.
        </p>
        <p class="mt-2">
          Chacune de ses lectures est notée. Vous les voyez sur la page de son espace, et la personne sous
          «&nbsp;Qui voit quoi&nbsp;». Fermez son espace quand vous voulez&nbsp;: la page suivante lui est
          refusée.
        </p>
      </Block>
      <Block id={AUDITEUR!.id} titre={AUDITEUR!.titre}>
        <p class="mt-2">
          Qui gère l’organisme ouvre «&nbsp;Organisme&nbsp;», puis «&nbsp;Les audits&nbsp;». Il choisit une
          période, un nombre de dossiers et un dernier jour. Les dossiers sont tirés au sort par une graine.
          Elle est imprimée sur le papier du tirage, avec la période, la population et les empreintes.
        </p>
        <p class="mt-2">
          Sans la case des noms, l’auditeur voit des références et des faits. Avec elle, il voit aussi les
          noms, les papiers et le dernier dossier de contrôle que vous avez préparé&nbsp;: les papiers portent
          le nom.
        </p>
        <p class="mt-2">
          Chaque lecture est notée, avec son heure. Vous les voyez sur la page de l’audit et les prenez pour
          un tableur. Une personne dont le dossier est tiré voit aussi les lectures de son dossier. Fermé, ou
          son dernier jour passé, l’audit refuse la page suivante.
        </p>
      </Block>
      <Block id={TIRAGE!.id} titre={TIRAGE!.titre}>
        <p class="mt-2">
          Prenez le papier du tirage et la liste des références sur la page de l’audit. Le papier porte ces
          lignes, avec la graine et le nombre de dossiers de l’audit. Lancez-les dans le même dossier.
        </p>
        <pre class="mt-2">
          <code class="command">{RECETTE}</code>
        </pre>
        <p class="mt-2">
          La première ligne qui sort est l’empreinte de la liste. Les suivantes sont les dossiers tirés, avec
          leur empreinte et dans le même ordre. La même graine et la même liste donnent toujours les mêmes
          dossiers.
        </p>
      </Block>
      <Block id={DOCUMENT!.id} titre={DOCUMENT!.titre}>
        <p class="mt-2">
          La synthèse et les résultats détaillés sont deux documents. Chacun ne part que si la personne l’a
          accepté par écrit, pour ce destinataire. Elle le fait dans son espace, ou vous notez son accord
          écrit.
        </p>
        <p class="mt-2">
          Dans «&nbsp;Qui a accès&nbsp;», choisissez «&nbsp;Montrer un document&nbsp;». Le lien ne nomme
          personne avant d’être ouvert. À la première ouverture, le dossier note que le document a été
          communiqué. Chaque lecture est ensuite notée&nbsp;: vous et la personne voyez qui, quoi et quand.
        </p>
        <p class="mt-2">
          Le lien s’arrête à son dernier jour, quand vous l’arrêtez, ou dès que la personne retire son accord.
        </p>
      </Block>
    </>
  );
}
