import { describe, expect, it } from "vitest";
import { BILAN_CERTIFIE, BILAN_REMIS } from "../../../tests/harness/bilan.ts";
import { CAMILLE, type Recit } from "../../../tests/harness/histoire.ts";
import { definitionDe } from "../../dossier/catalogue.ts";
import { etatDe } from "../../dossier/evolve.ts";
import type { FaitNouveau } from "../../dossier/fait.ts";
import { faitCorrige } from "../../dossier/faits/controle.ts";
import { seanceSignee } from "../../dossier/faits/seances.ts";
import { signatureApposee } from "../../dossier/faits/signature.ts";
import { etatInitial } from "../../dossier/initial.ts";
import { BILAN } from "../../law/bilan-exemple.ts";
import type { Organisme } from "../../law/etat.ts";
import { TETE_VIDE } from "../../store/journal/journal.ts";
import type { Instant } from "../../values/instant.ts";
import { type Jour, jour } from "../../values/jour.ts";
import type { DossierCharge } from "../dossier/charger-dossier.ts";
import type { FaitConsigne } from "../dossier/texte-des-faits.ts";
import { PAPIERS, papierDeNom } from "./catalogue.ts";
import { dire } from "./imprimer-papier.ts";
import { signatureDeSeance } from "./signatures.ts";

/** A dossier made of these facts, each written at 16 h UTC on `consigneLe`, its own day unless told otherwise. */
function dossierDe(
  recit: Recit,
  { organisme = BILAN.organisme, consigneLe }: { organisme?: Organisme; consigneLe?: Jour } = {},
): DossierCharge {
  let contenus = 0;
  const sceller = () => ({ id: `contenu-${++contenus}`, engagement: "AAAA" });
  const faits = recit
    .map((f): FaitNouveau => (typeof f === "function" ? f(sceller) : f))
    .map((f, i): FaitConsigne => {
      const le = consigneLe ?? f.date;
      return {
        ...f,
        donnees: definitionDe(f.type).schema.parse(f.donnees),
        id: `f${i + 1}`,
        n: i + 1,
        consigneLe: le,
        consigne: `${le}T16:00:00.000Z` as Instant,
        auteur: { role: "conseiller", utilisateur: "u" },
      };
    });
  const initial = etatInitial(organisme, BILAN.beneficiaire);
  return {
    id: "d",
    reference: "D-2026-0001",
    identite: CAMILLE,
    initial,
    faits,
    etat: etatDe(initial, faits),
    tete: TETE_VIDE,
  };
}

const faire = (nom: string, dossier: DossierCharge, textes: Record<string, string> = {}) =>
  dire(
    papierDeNom(nom)!.composer({
      dossier,
      texteDe: (id) => textes[id] ?? null,
      temoin: null,
      au: jour("2026-11-24"),
    }),
  );

/** For each paper, how many facts of the whole bilan it waits for. */
const premierPret = (nom: string) =>
  BILAN_CERTIFIE.findIndex((_, i) => "document" in faire(nom, dossierDe(BILAN_CERTIFIE.slice(0, i + 1)))) + 1;

describe("chaque papier attend son fait, et dit lequel", () => {
  it.each([
    ["devis", "devis_emis.v1"],
    ["document-de-suivi", "document_suivi_arrete.v1"],
    ["feuille-d-emargement", "seance_tenue.v1"],
    ["feuille-d-emargement-vierge", "demande_recue.v1"],
    ["recepisse-de-remise", "synthese_remise.v1"],
    ["certificat-de-realisation", "certificat_emis.v1"],
  ])("%s attend %s", (nom, type) => {
    const rang = premierPret(nom);
    expect(dossierDe(BILAN_CERTIFIE).faits[rang - 1]?.type).toBe(type);
    const avant = faire(nom, dossierDe(BILAN_CERTIFIE.slice(0, rang - 1)));
    expect(avant).toEqual({ manque: expect.stringMatching(/^[A-Z].*\.$/) });
  });

  it("tous, sur un dossier sans fait", () => {
    for (const papier of PAPIERS) {
      expect(faire(papier.nom, dossierDe([])), papier.nom).toEqual({
        manque: expect.stringMatching(/^(Aucun|La |Le |Ce ).*\.$/),
      });
    }
  });
});

describe("une signature ne s’imprime que d’un fait", () => {
  const tenue = BILAN_REMIS.slice(0, 21);
  const signer = (le: string, moyen: "compte" | "papier" | "appareil_du_conseiller") =>
    seanceSignee.nouveau(jour(le), { seance: "s1", par: "beneficiaire", moyen });

  it("avec l’heure quand elle a été donnée à l’écran ce jour-là", () => {
    const dossier = dossierDe([...tenue, signer("2026-09-28", "appareil_du_conseiller")]);
    expect(signatureDeSeance(dossier, "s1", "beneficiaire")).toEqual({
      jour: "2026-09-28",
      heure: "18:00",
      moyen: "sur l’appareil du conseiller",
    });
    expect(signatureDeSeance(dossier, "s1", "conseiller")).toBeNull();
  });

  it("sans heure quand elle a été donnée sur papier, ou notée un autre jour", () => {
    const papier = dossierDe([...tenue, signer("2026-09-28", "papier")]);
    expect(signatureDeSeance(papier, "s1", "beneficiaire")).toMatchObject({
      heure: null,
      moyen: "sur papier",
    });
    const tard = dossierDe([...tenue, signer("2026-09-28", "compte")], { consigneLe: jour("2026-10-02") });
    expect(signatureDeSeance(tard, "s1", "beneficiaire")).toMatchObject({ jour: "2026-09-28", heure: null });
  });

  it("d’un texte signé à l’écran, avec son heure et son moyen, et l’appareil quand c’était le même", () => {
    const apposer = (moyen: "compte" | "code_de_seance", memeAppareil: boolean) =>
      signatureApposee.nouveau(jour("2026-09-28"), {
        objet: "seance",
        sur: "s1",
        par: "beneficiaire",
        texte: { modele: "seance.1", empreinte: "0".repeat(64) },
        moyen,
        memeAppareil,
      });
    const moyenDe = (fait: FaitNouveau) =>
      signatureDeSeance(dossierDe([...tenue, fait]), "s1", "beneficiaire");
    expect(moyenDe(apposer("compte", false))).toEqual({
      jour: "2026-09-28",
      heure: "18:00",
      moyen: "depuis son compte",
    });
    expect(moyenDe(apposer("code_de_seance", true))?.moyen).toBe(
      "avec le code montré à la séance, sur l’appareil du conseiller",
    );
  });

  it("et plus du tout quand une correction l’annule", () => {
    const recit = [...tenue, signer("2026-09-28", "compte")];
    const corrigee = dossierDe([
      ...recit,
      faitCorrige.nouveau(jour("2026-09-29"), {
        corrige: `f${recit.length}`,
        remplacement: null,
        motif: "signée par erreur",
      }),
    ]);
    expect(signatureDeSeance(corrigee, "s1", "beneficiaire")).toBeNull();
  });
});

describe("un papier ne dit rien que les faits ne disent", () => {
  it("un devis accepté n’est pas un devis signé", () => {
    const pret = faire("devis", dossierDe(BILAN_REMIS.slice(0, 8)));
    const texte = JSON.stringify(pret).replaceAll("\u00a0", " ");
    expect(texte).toContain("accord noté le 9 septembre 2026");
    expect(texte).not.toContain("Signé le");
    expect(texte).toContain("participation obligatoire de 150,00 € comprise");
  });

  it("le document de suivi ne montre pas les séances planifiées après lui", () => {
    const suivi = BILAN_REMIS.findIndex(
      (f) => typeof f !== "function" && f.type === "document_suivi_arrete.v1",
    );
    const sansSeances = BILAN_REMIS.slice(0, suivi + 1).filter(
      (f) => typeof f !== "function" && !f.type.startsWith("seance_"),
    );
    const pret = JSON.stringify(faire("document-de-suivi", dossierDe(sansSeances)));
    expect(pret).toContain('"calendrier":null');
    expect(pret).toContain("9 séances");
    expect(pret).toContain("20\u00a0h");
  });

  it("sans représentant, pas de certificat ; sans région du préfet, pas de mention", () => {
    const organisme = { ...BILAN.organisme, representant: null, regionPrefet: null };
    const dossier = dossierDe(BILAN_CERTIFIE, { organisme });
    expect(faire("certificat-de-realisation", dossier)).toEqual({
      manque: expect.stringContaining("qui signe pour l’organisme"),
    });
    expect(JSON.stringify(faire("devis", dossier))).toContain('"mention":null');
  });

  it("la synthèse attend ses trois parties, et s’imprime avec elles", () => {
    const dossier = dossierDe(BILAN_REMIS);
    expect(faire("synthese", dossier)).toEqual({ manque: expect.stringContaining("première partie") });
    const { donnees } = dossier.faits.find((f) => f.type === "synthese_redigee.v1")!;
    const { circonstances, competences, projet } = donnees as Record<string, { id: string }>;
    const textes = { [circonstances!.id]: "un", [competences!.id]: "deux", [projet!.id]: "trois" };
    expect("document" in faire("synthese", dossier, textes)).toBe(true);
  });
});
