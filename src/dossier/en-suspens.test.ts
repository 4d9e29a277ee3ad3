import { describe, expect, it } from "vitest";
import { dossierALEtape } from "../../tests/dossier/etapes.ts";
import { DEVIS } from "../../tests/dossier/recits.ts";
import { BILAN } from "../law/bilan-exemple.ts";
import type { Etat, Signataire } from "../law/etat.ts";
import { type Jour, jour } from "../values/jour.ts";
import { coteDe, enSuspens, plusAnciens, type Suspens } from "./en-suspens.ts";
import { ETAPES, estClose } from "./etape.ts";
import type { Fait } from "./fait.ts";
import { syntheseRedigee } from "./faits/conclusion.ts";
import { reponseRendezVous } from "./faits/seances.ts";
import { desaccordExprime, signatureApposee } from "./faits/signature.ts";
import { attentesDe } from "./signature/objets.ts";

const SIGNATAIRES: readonly Signataire[] = ["beneficiaire", "employeur", "conseiller", "organisme"];
const TEXTE = { modele: "seance.1", empreinte: "0".repeat(64), contenu: null };

function ajouter(essai: ReturnType<typeof dossierALEtape>["essai"], f: Omit<Fait, "id" | "consigneLe">) {
  essai.faits = [...essai.faits, { ...f, id: `f${essai.faits.length + 1}`, consigneLe: f.date }];
}

describe("ce qui attend dans un dossier", () => {
  it.each(ETAPES)("à l’étape « %s », chaque signature attendue l’est depuis le jour d’un fait", (etape) => {
    const { essai, au } = dossierALEtape(etape);
    const attendues = SIGNATAIRES.flatMap((par) =>
      attentesDe(essai.etat, par, au).map((a) => [par, a.objet]),
    );
    const suspens = enSuspens(essai.etat, essai.faits, au);
    expect(suspens.map((s) => [s.par, s.objet])).toEqual(estClose(etape) ? [] : attendues);
    const jours = new Set(essai.faits.map((f) => f.consigneLe));
    for (const s of suspens) expect([s, jours.has(s.depuis)]).toEqual([s, true]);
  });

  it("un désaccord remplace l’attente, et passe du côté de qui a répondu", () => {
    const { essai, au } = dossierALEtape("preparation");
    essai.faire("emettreDevis", au, DEVIS);
    const devis = () => enSuspens(essai.etat, essai.faits, au).filter((s) => s.objet === "devis");
    const surLeDevis = () => attentesDe(essai.etat, "beneficiaire", au).find((a) => a.objet === "devis")!.sur;
    const sur = surLeDevis();
    expect(devis()).toEqual([{ genre: "signature", par: "beneficiaire", objet: "devis", sur, depuis: au }]);
    const le = jour("2026-09-10");
    ajouter(
      essai,
      desaccordExprime.nouveau(le, {
        objet: "devis",
        sur,
        par: "beneficiaire",
        texte: TEXTE,
        raison: null,
        partie: null,
      }),
    );
    expect(devis()).toEqual([{ genre: "desaccord", par: "beneficiaire", objet: "devis", sur, depuis: le }]);
    essai.faire("emettreDevis", le, DEVIS);
    expect(devis()).toEqual([
      { genre: "signature", par: "beneficiaire", objet: "devis", sur: surLeDevis(), depuis: le },
    ]);
  });

  it("une autre date demandée attend jusqu’à ce que la séance soit déplacée", () => {
    const { essai, au } = dossierALEtape("deroulement");
    const s = essai.etat.seances.find((x) => x.statut === "prevue")!;
    const { id: seance, date, debut } = s;
    ajouter(essai, reponseRendezVous.nouveau(au, { seance, jour: date, debut, reponse: "a_deplacer" }));
    const demandes = () => enSuspens(essai.etat, essai.faits, au).filter((x) => x.genre === "autre_date");
    expect(demandes()).toEqual([
      { genre: "autre_date", par: "beneficiaire", objet: null, sur: seance, depuis: au },
    ]);
    essai.faire("deplacerSeance", au, { seance, jour: "20/11/2026", debut: "9 h", fin: "11 h" });
    expect(demandes()).toEqual([]);
  });

  it("une remarque sur la synthèse attend jusqu’à la version suivante", () => {
    const { essai, au } = dossierALEtape("deroulement");
    essai.faire("redigerSynthese", au, SYNTHESE);
    const remarquer = (observation: { id: string; engagement: string } | null) => {
      const { sur } = attentesDe(essai.etat, "beneficiaire", au).find((a) => a.objet === "synthese")!;
      ajouter(essai, accord(au, sur, observation));
    };
    const remarques = () => enSuspens(essai.etat, essai.faits, au).filter((x) => x.genre === "observation");
    remarquer(null);
    expect(remarques()).toEqual([]);
    remarquer({ id: "o1", engagement: "AAAA" });
    expect(remarques()).toEqual([
      { genre: "observation", par: "beneficiaire", objet: "synthese", depuis: au },
    ]);
    essai.faire("redigerSynthese", au, SYNTHESE);
    expect(remarques()).toEqual([]);
  });

  it("une remarque attend aussi sur une partie que la dernière version a reprise telle quelle", () => {
    const { essai, au } = dossierALEtape("deroulement");
    const parties = ["circonstances", "competences", "projet"] as const;
    const repris = { id: "t1", engagement: "AAAA" };
    const version = (projet: string) =>
      ajouter(
        essai,
        syntheseRedigee.nouveau(au, {
          parties: [...parties],
          sansElementPersonnel: true,
          circonstances: repris,
          competences: repris,
          projet: { id: projet, engagement: "AAAA" },
          contenu: null,
        }),
      );
    version("p1");
    version("p2");
    const { sur } = attentesDe(essai.etat, "beneficiaire", au).find((a) => a.objet === "synthese")!;
    ajouter(essai, accord(au, sur, { id: "o1", engagement: "AAAA" }));
    const remarques = (etat: Etat) =>
      enSuspens(etat, essai.faits, au).filter((x) => x.genre === "observation");
    expect(remarques({ ...essai.etat, remise: BILAN.remise })).toEqual([]);
    expect(remarques(essai.etat)).toEqual([
      { genre: "observation", par: "beneficiaire", objet: "synthese", depuis: au },
    ]);
  });
});

const accord = (au: Jour, sur: string | null, observation: { id: string; engagement: string } | null) =>
  signatureApposee.nouveau(au, {
    objet: "synthese",
    sur,
    par: "beneficiaire",
    texte: TEXTE,
    moyen: "compte",
    dessin: null,
    differee: null,
    observation,
  });

const SYNTHESE = {
  circonstances: "Le bilan a eu lieu.",
  competences: "Des compétences.",
  projet: "Un projet.",
};

it("de chaque côté, la date est celle de ce qui attend depuis le plus longtemps", () => {
  const s = (genre: Suspens["genre"], par: Signataire, depuis: string): Suspens => ({
    genre,
    par,
    objet: "seance",
    depuis: jour(depuis),
  });
  const suspens = [
    s("signature", "employeur", "2026-03-02"),
    s("signature", "beneficiaire", "2026-03-01"),
    s("signature", "organisme", "2026-03-04"),
    s("desaccord", "beneficiaire", "2026-03-03"),
  ];
  expect(suspens.map(coteDe)).toEqual(["attend_reponse", "attend_reponse", "a_signer", "a_repondu"]);
  expect(plusAnciens(suspens)).toEqual({
    a_repondu: "2026-03-03",
    attend_reponse: "2026-03-01",
    a_signer: "2026-03-04",
  });
  expect(plusAnciens([])).toEqual({ a_repondu: null, attend_reponse: null, a_signer: null });
});
