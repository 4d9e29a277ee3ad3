import { execFileSync } from "node:child_process";
import * as commande from "../../src/dossier/faits/commande.ts";
import * as deroulement from "../../src/dossier/faits/deroulement.ts";
import * as fin from "../../src/dossier/faits/fin.ts";
import * as financement from "../../src/dossier/faits/financement.ts";
import * as seances from "../../src/dossier/faits/seances.ts";
import { BILAN } from "../../src/law/bilan-exemple.ts";
import type { Financement } from "../../src/law/etat.ts";
import { MENTIONS_FINANCEE_2025, MENTIONS_TRIPARTITE } from "../../src/law/listes/mentions-convention.ts";
import type { Auteur } from "../../src/usecases/maison.ts";
import { minutes } from "../../src/values/duree.ts";
import { jour } from "../../src/values/jour.ts";
import { centimes } from "../../src/values/montant.ts";
import { BILAN_CERTIFIE } from "./bilan.ts";
import type { Recit, Sceller } from "./histoire.ts";
import { type Client, clientDe, type MaisonDeTest, URL_DE_TEST } from "./maison.ts";

/** A word that stands in every free text of a fact in clear: place, motif, instrument, kind of work, proof. */
export const CANARI_EN_CLAIR = "martre-indigo";

/** Somebody outside the organisation, in through the link that a message carried to him. */
export async function entrerParSonLien(
  m: MaisonDeTest,
  chemin: string | null,
  role: Auteur["role"],
): Promise<Client> {
  if (chemin === null) throw new Error("no link was sent");
  const reponse = await m.app.request(`${URL_DE_TEST}${chemin}`, {
    method: "POST",
    headers: { origin: URL_DE_TEST },
  });
  if (reponse.status !== 303) throw new Error(`the link answered ${reponse.status}`);
  const auteur: Auteur = { organismeId: m.organismeId, utilisateur: "", role, intervenant: "" };
  return clientDe(m.app, reponse.headers.getSetCookie(), auteur);
}

const estUn = (type: string) => (f: Recit[number]) => typeof f !== "function" && f.type === type;
const le = jour;

/** A whole bilan, certified, financed as said, with its convention sent, an invoice, and canaries in every free text. */
export function bilanFinance(f: Partial<Financement>): Recit {
  const recit = BILAN_CERTIFIE.map((x) =>
    typeof x !== "function" && x.type === financement.financementArrete.type
      ? financement.financementArrete.nouveau(x.date, {
          ...BILAN.financement!,
          employeurPrescripteur: false,
          plan: false,
          surTempsDeTravail: false,
          ...f,
          bilanAnterieur: { declare: "aucun" },
        })
      : ailleurs(x),
  );
  const commandee = recit.findIndex(estUn(commande.commandePassee.type));
  return [
    ...recit.slice(0, commandee),
    commande.conventionTransmise.nouveau(le("2026-09-10"), {
      forme: "tripartite",
      transmiseParEmployeurLe: le("2026-09-10"),
      mentions: [...new Set([...MENTIONS_TRIPARTITE, ...MENTIONS_FINANCEE_2025].map((m) => m.code))],
      mentionNda: true,
      clauseSynthese: false,
      entreprise: "Ateliers Fictifs",
      debut: le("2026-09-28"),
      fin: le("2026-12-18"),
      reglement: "En une fois, à réception de la facture.",
    }),
    ...recit.slice(commandee),
    ...CANARIS,
    fin.factureEmise.nouveau(le("2026-11-20"), {
      numero: "F-2026-042",
      lignes: [{ nature: "accompagnement", minutes: minutes(1200), montant: centimes(180_000) }],
      priseEnChargeDuReste: null,
    }),
  ];
}

// Whoever may not see inside must not see where either: every place becomes a canary.
function ailleurs(x: Recit[number]): Recit[number] {
  const deplacer = <F extends { donnees: unknown }>(f: F): F => {
    const d = f.donnees as { lieu?: string };
    return d.lieu === undefined ? f : { ...f, donnees: { ...d, lieu: CANARI_EN_CLAIR } };
  };
  return typeof x === "function" ? (sceller: Sceller) => deplacer(x(sceller)) : deplacer(x);
}

const CANARIS: Recit = [
  seances.seancePlanifiee.nouveau(le("2026-11-18"), {
    seance: "s50",
    date: le("2026-11-18"),
    debut: "17:11" as never,
    fin: "18:13" as never,
    phase: "conclusion",
    modalite: "presentiel",
    lieu: CANARI_EN_CLAIR,
    intervenant: BILAN.seances[0]!.intervenant,
  }),
  seances.seanceAnnulee.nouveau(le("2026-11-18"), { seance: "s50", motif: CANARI_EN_CLAIR }),
  deroulement.dureeAjustee.nouveau(le("2026-11-18"), {
    duree: minutes(1200),
    motif: CANARI_EN_CLAIR,
    signatures: [],
  }),
  deroulement.evenementSurvenu.nouveau(le("2026-11-18"), {
    nature: "maladie",
    preuve: CANARI_EN_CLAIR,
    jusquAu: null,
  }),
  (sceller) =>
    deroulement.travailPersonnelVerse.nouveau(le("2026-11-18"), {
      nature: CANARI_EN_CLAIR,
      contenu: sceller("zibeline-outremer"),
    }),
  (sceller) =>
    deroulement.testUtilise.nouveau(le("2026-11-18"), {
      instrument: CANARI_EN_CLAIR,
      reserve: "aucune",
      intervenant: BILAN.seances[0]!.intervenant,
      consentement: true,
      resultats: sceller("zibeline-outremer"),
    }),
  (sceller) =>
    deroulement.projetElabore.nouveau(le("2026-11-18"), {
      pertinenceVerifiee: true,
      alternatives: 2,
      formation: false,
      contenu: sceller("zibeline-outremer"),
    }),
];

/** The words of a PDF, as its reader sees them. */
export const motsDuPdf = (octets: Buffer) =>
  execFileSync("pdftotext", ["-layout", "-", "-"], { input: octets, encoding: "utf8" });

/** Every page and file that links lead to, from those, with the words of each: a PDF as its reader sees it. */
export async function parcourir(client: Client, depart: readonly string[]): Promise<Map<string, string>> {
  const vues = new Map<string, string>();
  const attente = [...depart];
  for (let adresse = attente.shift(); adresse !== undefined; adresse = attente.shift()) {
    if (vues.has(adresse)) continue;
    const reponse = await client.get(adresse);
    const octets = Buffer.from(await reponse.arrayBuffer());
    const type = reponse.headers.get("content-type") ?? "";
    const texte = octets.toString("utf8");
    vues.set(adresse, type === "application/pdf" ? motsDuPdf(octets) : texte);
    if (!type.startsWith("text/html")) continue;
    for (const [, href = ""] of texte.matchAll(/(?:href|action|src)="(\/[^"#?]*)/g)) attente.push(href);
  }
  return vues;
}
