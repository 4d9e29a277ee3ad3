import { describe, expect, it } from "vitest";
import { EN_COURS, ENGAGE, TERME } from "../../../tests/dossier/cas/histoires.ts";
import { Essai } from "../../../tests/dossier/essai.ts";
import { dossierALEtape } from "../../../tests/dossier/etapes.ts";
import {
  ACCUEIL,
  DEVIS,
  ENTRETIEN,
  MENTIONS_TROIS,
  type Pas,
  raconter,
} from "../../../tests/dossier/recits.ts";
import type { Signataire } from "../../law/etat.ts";
import { MENTIONS_CONTRAT } from "../../law/listes/mentions-contrat.ts";
import { minutes } from "../../values/duree.ts";
import { type Jour, jour } from "../../values/jour.ts";
import { retenir } from "../decider.ts";
import { ETAPES } from "../etape.ts";
import type { FaitNouveau } from "../fait.ts";
import { informationRemise } from "../faits/accueil.ts";
import {
  communicationAutorisee,
  suiviPropose,
  syntheseRedigee,
  syntheseRemise,
} from "../faits/conclusion.ts";
import { documentSuiviArrete, dureeAjustee, questionnaireRempli } from "../faits/deroulement.ts";
import { conservationAutorisee } from "../faits/fin.ts";
import { desaccordExprime, signatureApposee } from "../faits/signature.ts";
import { type Attente, OBJETS, type Objet, type ObjetASigner } from "./objet.ts";
import { attenteDe, attentesDe, desaccordsDe, OBJETS_A_SIGNER, possiblesPour } from "./objets.ts";
import { texteCanonique } from "./texte-canonique.ts";

const SIGNATAIRES: readonly Signataire[] = ["beneficiaire", "conseiller", "organisme", "employeur"];
const CONTENU = { id: "c1", engagement: "AAAA" };

function ecrire(essai: Essai, faits: readonly FaitNouveau[], au: Jour): void {
  const tenu = retenir(essai, faits, au, "constat");
  if ("refus" in tenu) throw new Error(JSON.stringify(tenu.refus));
  essai.faits = [
    ...essai.faits,
    ...tenu.faits.map((f, i) => ({ ...f, id: `f${essai.faits.length + i + 1}`, consigneLe: au })),
  ];
}

type Signable = Attente & { definition: ObjetASigner };

const texteDe = (essai: Essai, attente: Signable, au: Jour) =>
  attente.definition.texte(
    {
      etat: essai.etat,
      alors: () => essai.etat,
      personne: "Camille Fictive",
      texteDe: (id) => `texte ${id}`,
      contenusDe: () => ({ reponses: "c1", circonstances: "c1", competences: "c2", projet: "c3" }),
    },
    attente,
    au,
  );

const dans = (modele: string) => ({ modele, empreinte: "0".repeat(64), contenu: null });

function signer(essai: Essai, attente: Signable, par: Signataire, au: Jour): void {
  const { objet, sur, definition } = attente;
  const { modele } = texteDe(essai, attente, au);
  const signature = signatureApposee.nouveau(au, { objet, sur, par, texte: dans(modele), moyen: "compte" });
  ecrire(essai, [...definition.effets(essai.etat, attente, au, par), signature], au);
}

function refuser(essai: Essai, attente: Signable, par: Signataire, au: Jour): void {
  const { objet, sur, definition } = attente;
  const { modele } = texteDe(essai, attente, au);
  const fait = desaccordExprime.nouveau(au, { objet, sur, par, texte: dans(modele), raison: CONTENU });
  ecrire(essai, [...(definition.refuser?.effets?.(essai.etat, attente, au) ?? []), fait], au);
}

/** A story where this kind of thing waits, or may be signed, and the ids under which it does. */
interface Cas {
  pas: readonly Pas[];
  au: string;
  faits?: (au: Jour) => FaitNouveau[];
}
const SANS_CONSENTEMENT = ACCUEIL.filter(([, acte]) => acte !== "recueillirConsentement");
const FINANCEMENT_EMPLOYEUR: Pas = [
  "2026-09-07",
  "arreterFinancement",
  {
    principal: "employeur",
    employeurPrescripteur: "oui",
    plan: "oui",
    surTempsDeTravail: "oui",
    anterieur: "aucun",
  },
];
const FINANCEMENT_SEULE: Pas = [
  "2026-09-07",
  "arreterFinancement",
  { principal: "fonds_propres", surTempsDeTravail: "non", anterieur: "aucun" },
];
const PHASES = { preliminaire: minutes(60), investigation: minutes(60), conclusion: minutes(60) };

const synthese = (au: Jour, version = 1) =>
  syntheseRedigee.nouveau(au, {
    parties: ["circonstances", "competences", "projet"],
    sansElementPersonnel: true,
    circonstances: { ...CONTENU, id: `c1.${version}` },
    competences: { ...CONTENU, id: `c2.${version}` },
    projet: { ...CONTENU, id: `c3.${version}` },
  });

const CAS: Record<Objet, Cas> = {
  information: {
    pas: ACCUEIL,
    au: "2026-09-08",
    faits: (au) => [informationRemise.nouveau(au, { points: ["objectifs", "cep_gratuit"] })],
  },
  consentement: { pas: SANS_CONSENTEMENT, au: "2026-09-08" },
  volontariat: { pas: [...ACCUEIL, FINANCEMENT_EMPLOYEUR], au: "2026-09-08" },
  devis: { pas: [...ACCUEIL, FINANCEMENT_SEULE, ["2026-09-07", "emettreDevis", DEVIS]], au: "2026-09-08" },
  contrat: {
    pas: [
      ...ACCUEIL,
      FINANCEMENT_SEULE,
      ["2026-09-08", "proposerContrat", { mentions: MENTIONS_CONTRAT.map((m) => m.code) }],
    ],
    au: "2026-09-09",
  },
  convention: {
    pas: [
      ...ACCUEIL,
      FINANCEMENT_EMPLOYEUR,
      [
        "2026-09-10",
        "transmettreConvention",
        { transmiseParEmployeurLe: "10/09/2026", mentions: MENTIONS_TROIS },
      ],
    ],
    au: "2026-09-14",
  },
  questionnaire: {
    pas: SANS_CONSENTEMENT,
    au: "2026-09-04",
    faits: (au) => [
      questionnaireRempli.nouveau(au, { moment: "entretien", rubriques: ["parcours"], reponses: CONTENU }),
    ],
  },
  document_suivi: {
    pas: ENGAGE,
    au: "2026-09-20",
    faits: (au) => [
      documentSuiviArrete.nouveau(au, {
        seances: 9,
        duree: minutes(180),
        phases: PHASES,
        debut: jour("2026-09-28"),
        fin: jour("2026-11-16"),
        modalite: "presentiel",
        conjointement: true,
        disponibiliteVerifiee: true,
      }),
    ],
  },
  ajustement: {
    pas: EN_COURS,
    au: "2026-11-06",
    faits: (au) => [dureeAjustee.nouveau(au, { duree: minutes(1260), motif: "un métier de plus à voir" })],
  },
  seance: {
    pas: EN_COURS.filter(([le, acte]) => acte !== "signerSeance" || le < "2026-11-05"),
    au: "2026-11-06",
  },
  synthese: {
    pas: EN_COURS,
    au: "2026-11-10",
    faits: (au) => [synthese(au)],
  },
  remise: {
    pas: EN_COURS,
    au: "2026-11-16",
    faits: (au) => [syntheseRemise.nouveau(au, { documents: ["synthese", "resultats_detailles"] })],
  },
  suivi: {
    pas: EN_COURS,
    au: "2026-11-16",
    faits: (au) => [suiviPropose.nouveau(au, { prevuLe: jour("2027-05-17"), reponse: null })],
  },
  conservation: { pas: EN_COURS, au: "2026-11-10", faits: (au) => [synthese(au)] },
  retrait_conservation: {
    pas: TERME,
    au: "2026-11-16",
    faits: (au) => [
      conservationAutorisee.nouveau(au, {
        base: "accord_suivi",
        documents: ["synthese"],
        signeLe: au,
        jusquAu: jour("2029-11-16"),
      }),
    ],
  },
  // What is destroyed is shown to nobody.
  communication: { pas: TERME.filter(([, acte]) => acte !== "detruireContenus"), au: "2026-11-16" },
  retrait_communication: {
    pas: TERME,
    au: "2026-11-16",
    faits: (au) => [communicationAutorisee.nouveau(au, { document: "synthese", destinataire: "cep" })],
  },
};

function situation({ pas, au: le, faits }: Cas): { essai: Essai; au: Jour } {
  const essai = raconter(
    pas.map(
      ([j, acte, r]): Pas =>
        acte === "noterEntretien" ? [j, acte, { ...ENTRETIEN, ...r }] : [j, acte, r ?? {}],
    ),
    new Essai(),
  );
  const au = jour(le);
  if (faits !== undefined) ecrire(essai, faits(au), au);
  return { essai, au };
}

/** Each of a kind that this signatory may sign here, with its definition; a choice is signed by its answers. */
function signables(essai: Essai, objet: Objet, par: Signataire, au: Jour): Signable[] {
  return [...attentesDe(essai.etat, par, au), ...possiblesPour(essai.etat, par, au)]
    .filter((a) => a.objet === objet && a.choix === undefined)
    .map((a) => attenteDe(essai.etat, par, a, au)!);
}

it("chaque objet a sa définition, une seule", () => {
  expect(OBJETS_A_SIGNER.map((o) => o.objet).toSorted()).toEqual([...OBJETS].toSorted());
});

const COUPLES = OBJETS_A_SIGNER.flatMap((o) => SIGNATAIRES.map((par) => [o.objet, par, o] as const));

describe.each(COUPLES)("%s, par %s", (objet, par, definition) => {
  const cas = CAS[objet];
  const attendu = definition.signataires.includes(par);

  it(
    attendu ? "attend sa signature, et ne l’attend plus quand elle est donnée" : "n’attend rien de lui",
    () => {
      const { essai, au } = situation(cas);
      const siens = signables(essai, objet, par, au);
      expect(siens.length > 0).toBe(attendu);
      for (const attente of siens) {
        expect(texteCanonique(texteDe(essai, attente, au))).toMatch(/^.+\n[\s\S]+\n$/);
        expect(definition.quoi(essai.etat, attente)).toMatch(/^[a-zà-ÿ]/);
        const apres = situation(cas).essai;
        signer(apres, attente, par, au);
        expect(attenteDe(apres.etat, par, attente, au)).toBeUndefined();
        expect(apres.etat.signaturesApposees.at(-1)).toMatchObject({ objet, sur: attente.sur, par });
        const etat = apres.etat;
        apres.relire();
        expect(apres.etat).toEqual(etat);
      }
    },
  );

  if (!attendu || definition.refuser === null) return;
  it("se refuse : le désaccord reste à traiter, et peut changer", () => {
    const { essai, au } = situation(cas);
    const [attente] = signables(essai, objet, par, au);
    refuser(essai, attente!, par, au);
    expect(signables(essai, objet, par, au).map((a) => a.sur)).not.toContain(attente!.sur);
    const ouverts = desaccordsDe(essai.etat, par, au).map((d) => [d.objet, d.sur]);
    if (definition.refuser?.effets !== undefined) {
      expect(ouverts).toEqual([]);
      return;
    }
    expect(ouverts).toEqual([[objet, attente!.sur]]);
    signer(essai, attenteDe(essai.etat, par, attente!, au)!, par, au);
    expect(desaccordsDe(essai.etat, par, au)).toEqual([]);
  });
});

it("une nouvelle version remplace celle que la personne a refusée, et attend de nouveau", () => {
  const { essai, au } = situation(CAS.synthese);
  const [premiere] = signables(essai, "synthese", "beneficiaire", au);
  refuser(essai, premiere!, "beneficiaire", au);
  expect(signables(essai, "synthese", "beneficiaire", au)).toHaveLength(2);
  ecrire(essai, [synthese(au, 2)], au);
  expect(desaccordsDe(essai.etat, "beneficiaire", au)).toEqual([]);
  expect(signables(essai, "synthese", "beneficiaire", au)).toHaveLength(3);
});

it("une version qui garde le texte d’une partie garde aussi sa réponse, et ne redemande que le reste", () => {
  const { essai, au } = situation(CAS.synthese);
  const [circonstances, competences] = signables(essai, "synthese", "beneficiaire", au);
  signer(essai, circonstances!, "beneficiaire", au);
  refuser(essai, competences!, "beneficiaire", au);
  const version = synthese(au, 2);
  const avant = synthese(au).donnees as { circonstances: object };
  ecrire(
    essai,
    [{ ...version, donnees: { ...(version.donnees as object), circonstances: avant.circonstances } }],
    au,
  );
  expect(signables(essai, "synthese", "beneficiaire", au).map((a) => a.detail)).toEqual([
    "Vos compétences et vos aptitudes",
    "Votre projet professionnel",
  ]);
  expect(desaccordsDe(essai.etat, "beneficiaire", au)).toEqual([]);
});

describe.each(ETAPES)("à l’étape « %s »", (etape) => {
  it.each(SIGNATAIRES)("tout ce que %s peut signer a son texte et ses faits", (par) => {
    const { essai, au } = dossierALEtape(etape);
    for (const attente of [...attentesDe(essai.etat, par, au), ...possiblesPour(essai.etat, par, au)]) {
      const signable = attenteDe(essai.etat, par, attente, au)!;
      expect(signable.definition.signataires).toContain(par);
      const copie = new Essai();
      copie.faits = essai.faits;
      signer(copie, signable, par, au);
      expect(copie.etat.signaturesApposees).toHaveLength(essai.etat.signaturesApposees.length + 1);
    }
  });
});
