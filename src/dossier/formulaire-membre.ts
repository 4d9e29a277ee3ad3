import type { Organisme } from "../law/etat.ts";
import { parseAdresseCourriel } from "../values/adresse-courriel.ts";
import type { Refus } from "./acte.ts";
import {
  type Champ,
  champCase,
  champChoixMultiples,
  champSelection,
  champTexte,
  facultatif,
  Illisible,
} from "./champ.ts";
import { refus } from "./refus.ts";

export type RoleDeMembre = "conseiller" | "assistant" | "responsable" | "reseau";

/** What each one may do, as the person who chooses reads it. */
const ROLES_DE_MEMBRE: readonly { valeur: RoleDeMembre; libelle: string; aide: string }[] = [
  { valeur: "conseiller", libelle: "Conseiller", aide: "Conduit les bilans et lit leurs contenus." },
  { valeur: "assistant", libelle: "Assistant", aide: "Planifie et classe, sans lire les contenus." },
  {
    valeur: "responsable",
    libelle: "Responsable",
    aide: "Voit les preuves et les chiffres de l’organisme, sans les contenus.",
  },
  { valeur: "reseau", libelle: "Réseau", aide: "Voit les taux de ses bureaux, aucun dossier." },
];

/** How a member’s role is said; the word itself for a role that no member takes. */
export function nomDuRoleDeMembre(role: string): string {
  return ROLES_DE_MEMBRE.find((r) => r.valeur === role)?.libelle ?? role;
}

/** A place where the organisation works; `fermeLe` is null while it is open. */
export interface Site {
  id: string;
  nom: string;
  fermeLe: string | null;
}

/** What is ticked to hold a member to no site: nothing ticked is no answer. */
export const TOUT_L_ORGANISME = "tous";

/** His sites. The closed one that he is held to stays a choice of his: saving the form as it is changes nothing. */
function champSites(siens: readonly Site[]) {
  const champ = champChoixMultiples({
    libelle: "Ses lieux",
    aide: "Elle n’en voit que les dossiers.",
    vide: "Cochez ses lieux, ou « Tout l’organisme ».",
    min: 1,
    options: [
      { valeur: TOUT_L_ORGANISME, libelle: "Tout l’organisme" },
      ...siens.map(({ id, nom, fermeLe }) => ({
        valeur: id,
        libelle: fermeLe === null ? nom : `${nom} (fermé)`,
      })),
    ],
  });
  const connu = (v: string) => champ.options?.some((o) => o.valeur === v) === true;
  const lire: typeof champ.lire = (brut) =>
    brut.every(connu) ? champ.lire(brut) : new Illisible("Ce lieu n’est pas à choisir ici.");
  return { ...champ, lire };
}

/** The sites that may be chosen for somebody: those that are open, and those that he is held to already. */
export const sitesAChoisir = (sites: readonly Site[], tenus: readonly string[]) =>
  sites.filter((s) => s.fermeLe === null || tenus.includes(s.id));

/**
 * The fields of a place. Who may be chosen as the intervenant that a member is: those who still work here. Sites are
 * asked of an organisation that has some; `tenus` are those that the member is held to already.
 */
export function champsPlace(
  { intervenants }: Pick<Organisme, "intervenants">,
  sites: readonly Site[],
  tenus: readonly string[] = [],
) {
  const siens = sitesAChoisir(sites, tenus);
  const presents = intervenants.filter((i) => i.partiLe === null);
  return {
    role: champSelection({ libelle: "Son rôle", options: ROLES_DE_MEMBRE }),
    intervenant: facultatif(
      champSelection({
        libelle: "Dans la liste des intervenants",
        aide: "Pour un conseiller : qui il est sur les papiers et dans les séances.",
        options: presents.map((i) => ({ valeur: i.id, libelle: i.nom })),
      }),
    ),
    gere: champCase({
      libelle: "Cette personne gère l’organisme",
      aide: "Elle change ce que l’organisme dit de lui, invite et retire des membres. Pour un conseiller.",
    }),
    ...(siens.length === 0 ? {} : { sites: champSites(siens) }),
  };
}

/** Name and address of somebody who is invited, before what he will be. */
export const CHAMPS_INVITE = {
  nom: champTexte({ libelle: "Son prénom et son nom" }),
  courriel: champTexte({
    libelle: "Son adresse électronique",
    aide: "Le lien d’invitation y part. Vous ne le voyez pas.",
  }),
} satisfies Record<string, Champ<unknown>>;

export interface PlaceSaisie {
  role: RoleDeMembre;
  intervenant: string | null;
  gere: boolean;
  /** `TOUT_L_ORGANISME` alone, or some sites; absent when the organisation has none. */
  sites?: readonly string[] | undefined;
}

/** The place as it is kept: only a counsellor is an intervenant, and `sites` is null for the whole organisation. */
export function placeGardee({ role, intervenant, gere, sites = [TOUT_L_ORGANISME] }: PlaceSaisie) {
  return {
    role,
    gere,
    intervenant: role === "conseiller" ? (intervenant ?? "") : "",
    sites: sites.includes(TOUT_L_ORGANISME) ? null : [...sites],
  };
}

/** What is wrong in a place, whoever it is for. */
export function refusDePlace({ role, intervenant, gere, sites = [TOUT_L_ORGANISME] }: PlaceSaisie): Refus[] {
  const entier = sites.includes(TOUT_L_ORGANISME);
  const trouves = [
    sites.length === 0 || (entier && sites.length > 1)
      ? refus("sites", "Cochez ses lieux, ou « Tout l’organisme » seul.")
      : null,
    role === "conseiller" && intervenant === null
      ? refus(
          "intervenant",
          "Choisissez quel intervenant est ce conseiller.",
          "S’il n’est pas dans la liste, ajoutez-le d’abord dans « Mon organisme ».",
        )
      : null,
    gere && !entier
      ? refus("sites", "Qui gère l’organisme en voit tous les lieux : cochez « Tout l’organisme ».")
      : null,
    gere && role !== "conseiller" ? refus("gere", "Seul un conseiller peut gérer l’organisme.") : null,
  ];
  return trouves.filter((r) => r !== null);
}

/** What stands in the way of inviting somebody, besides the place that is given. */
export function refusDInvite({ nom, courriel }: { nom: string; courriel: string }): Refus[] {
  const trouves = [
    nom.length > 120 ? refus("nom", "Raccourcissez à 120 caractères.") : null,
    parseAdresseCourriel(courriel) === null
      ? refus("courriel", "Cette adresse électronique n’est pas complète.")
      : null,
  ];
  return trouves.filter((r) => r !== null);
}
