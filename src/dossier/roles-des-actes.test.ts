import { describe, expect, it } from "vitest";
import { CAS } from "../../tests/dossier/cas-des-actes.ts";
import { dossierALEtape } from "../../tests/dossier/etapes.ts";
import { raconter } from "../../tests/dossier/recits.ts";
import { jour } from "../values/jour.ts";
import { type Acte, ROLES } from "./acte.ts";
import { ACTES } from "./catalogue-actes.ts";
import { decider } from "./decider.ts";
import { ETAPES } from "./etape.ts";
import { ROLES_DES_ACTES, refusDeRole } from "./roles-des-actes.ts";

const phraseDe = (acte: Acte) => `« ${acte.titre} » n’est pas dans votre rôle.`;

describe("la table des rôles", () => {
  it("nomme chaque acte, et chaque acte y est", () => {
    expect(Object.keys(ROLES_DES_ACTES).sort()).toEqual(ACTES.map((a) => a.nom).sort());
  });

  it("ne laisse à l’assistant aucun acte qui écrit un contenu d’entretien, de test ou de synthèse", () => {
    for (const { nom, champs } of ACTES.filter((a) => refusDeRole(a, "assistant") === null)) {
      const { avant, au } = CAS[nom]!;
      const essai = raconter(avant);
      const qui = { role: "assistant", intervenant: "", au: jour(au), faits: essai.faits } as const;
      const contenus = Object.entries(champs(essai.etat, qui)).flatMap(([cle, c]) =>
        c.genre === "contenu" ? [cle] : [],
      );
      // The address of a remote session is written by who plans it; it says nothing of the person.
      expect([nom, contenus.filter((c) => c !== "lien")]).toEqual([nom, []]);
    }
  });
});

describe.each(ROLES)("le rôle « %s »", (role) => {
  it.each(ACTES.map((a) => [a.nom, a] as const))("%s : fait ou refusé comme la table le dit", (nom, acte) => {
    const { avant, au, reponses } = CAS[nom]!;
    const essai = raconter(avant);
    const le = jour(au);
    const brut = essai.formulaire(nom, le, reponses);
    const decision = decider(acte, essai, brut, { role, intervenant: "nadia", au: le });
    if (ROLES_DES_ACTES[nom]!.includes(role)) expect(decision).toHaveProperty("faits");
    else expect(decision).toMatchObject({ refus: [{ phrase: phraseDe(acte) }] });
  });

  it.each(ETAPES)("à l’étape « %s », le refus du rôle passe avant celui de l’étape", (etape) => {
    const { essai, au } = dossierALEtape(etape);
    for (const acte of ACTES) {
      const decision = decider(acte, essai, essai.formulaire(acte.nom, au), {
        role,
        intervenant: "nadia",
        au,
      });
      const phrases = "refus" in decision ? decision.refus.map((r) => r.phrase) : [];
      expect([acte.nom, phrases.includes(phraseDe(acte))]).toEqual([
        acte.nom,
        !ROLES_DES_ACTES[acte.nom]!.includes(role),
      ]);
    }
  });
});
