import type { Role } from "../../../dossier/acte.ts";
import { ACTES } from "../../../dossier/catalogue-actes.ts";
import { ETAPES } from "../../../dossier/etape.ts";
import { ROLES_DES_ACTES } from "../../../dossier/roles-des-actes.ts";
import { TRANSITIONS } from "../../../dossier/transitions.ts";
import { ACCES, type Qui } from "../../acces.ts";
import { Block } from "../../ui/layout.tsx";
import { Table } from "../../ui/table.tsx";
import { fr } from "../../ui/typographie.ts";
import { MOTS_ETAPES } from "../../vues/lignes.tsx";
import { CE_QUE_L_ON_FAIT } from "./ce-que-l-on-fait.ts";

const NOMS: Readonly<Record<Role, string>> = {
  conseiller: "Conseiller",
  assistant: "Assistant",
  responsable: "Responsable",
  reseau: "Réseau",
  beneficiaire: "Bénéficiaire",
  employeur: "Employeur",
  auditeur: "Auditeur",
};
const ROLES = Object.keys(NOMS) as Role[];
const TOUS: readonly Qui[] = [...ROLES, "gestion"];

/** What people do, and who may: one line per sentence, however many routes serve it. */
export function droits(): { quoi: string; qui: readonly Qui[] }[] {
  const lignes = new Map<string, readonly Qui[]>();
  for (const [route, acces] of Object.entries(ACCES)) {
    const quoi = CE_QUE_L_ON_FAIT[route];
    if (acces === "tous" || quoi === undefined) continue;
    const autres = lignes.get(quoi) ?? TOUS;
    lignes.set(
      quoi,
      autres.filter((r) => acces.includes(r)),
    );
  }
  return [...lignes].map(([quoi, qui]) => ({ quoi, qui }));
}

function reponse(qui: readonly Qui[], role: Role): string {
  if (qui.includes(role)) return "Oui";
  return role === "conseiller" && qui.includes("gestion") ? fr("S’il gère l’organisme") : "Non";
}

export const PARTIES_DES_ROLES = [
  { id: "pages", titre: "Les pages de chaque rôle" },
  { id: "etapes", titre: "Les actes de chaque étape" },
];

function enMots(noms: readonly string[]): string {
  return noms.length < 2 ? noms.join("") : `${noms.slice(0, -1).join(", ")} et ${noms.at(-1)}`;
}

/** Role × page, then act × stage: both tables are those that the program obeys. */
export function Roles() {
  const lignes = droits();
  const ouverts = ROLES.filter((r) => lignes.some((l) => l.qui.includes(r)));
  const fermes = ROLES.filter((r) => !ouverts.includes(r)).map((r) => NOMS[r].toLowerCase());
  return (
    <>
      <Block id={PARTIES_DES_ROLES[0]!.id} titre={PARTIES_DES_ROLES[0]!.titre}>
        <Table
          titre="Ce que chaque rôle peut faire"
          titreCache
          cartes
          colonnes={[{ libelle: "Faire" }, ...ouverts.map((r) => ({ libelle: NOMS[r] }))]}
          lignes={lignes.map((l) => [l.quoi, ...ouverts.map((r) => reponse(l.qui, r))])}
        />
        {fermes.length === 0 ? null : (
          <p class="mt-4">
            {fr(`Ces rôles n’ont encore aucune page à eux : ${enMots(fermes)}. Tout leur est fermé.`)}
          </p>
        )}
        <p class="mt-2">
          L’aide et la page d’entrée sont ouvertes à tous. Tout le reste est fermé sans compte.
        </p>
      </Block>
      <Block id={PARTIES_DES_ROLES[1]!.id} titre={PARTIES_DES_ROLES[1]!.titre}>
        <Table
          titre="Quand chaque acte est possible, et par qui"
          titreCache
          cartes
          colonnes={[{ libelle: "Acte" }, { libelle: "Possible à l’étape" }, { libelle: "Par" }]}
          lignes={ACTES.map((a) => [fr(a.titre), etapesDe(a.nom), rolesDe(a.nom)])}
        />
      </Block>
    </>
  );
}

function rolesDe(acte: string): string {
  return (ROLES_DES_ACTES[acte] ?? []).map((r) => NOMS[r]).join(", ");
}

function etapesDe(acte: string): string {
  const etapes = TRANSITIONS[acte] ?? [];
  if (etapes.length === ETAPES.length) return "Toutes";
  return etapes.map((e) => MOTS_ETAPES[e]).join(", ");
}
