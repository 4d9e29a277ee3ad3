import { expect, it } from "vitest";
import { ENGAGE } from "../../tests/dossier/cas/histoires.ts";
import type { Essai } from "../../tests/dossier/essai.ts";
import { ACCUEIL, raconter, VENTE_EMPLOYEUR } from "../../tests/dossier/recits.ts";
import { juger } from "../law/judge.ts";
import { type Jour, jour } from "../values/jour.ts";
import { desaccordExprime, signatureApposee } from "./faits/signature.ts";
import type { Objet } from "./signature/objet.ts";
import { attentesDe, desaccordsDe } from "./signature/objets.ts";

const AVANT = ACCUEIL.slice(0, -1);
const texte = { modele: "consentement.1", empreinte: "0".repeat(64), contenu: null };
const plat = (t: string | undefined) => t?.replace(/[\u00a0\u202f]/g, " ");

function ecrire(essai: Essai, objet: Objet, le: Jour, oui = false): void {
  const commun = { objet, sur: null, par: "beneficiaire", texte } as const;
  const fait = oui
    ? signatureApposee.nouveau(le, {
        ...commun,
        moyen: "compte",
        dessin: null,
        memeAppareil: false,
        differee: null,
        observation: null,
      })
    : desaccordExprime.nouveau(le, { ...commun, raison: null, partie: null });
  essai.faits = [...essai.faits, { ...fait, id: `f${essai.faits.length + 1}`, consigneLe: le }];
}

const constat = (essai: Essai, regle: string, au: Jour) =>
  juger(essai.etat, au).find((c) => c.rule.id === regle)!;

it("refuse un consentement noté par-dessus le non de la personne", () => {
  const essai = raconter(AVANT);
  ecrire(essai, "consentement", jour("2026-09-07"));
  const [refus] = essai.refus("recueillirConsentement", jour("2026-09-08"), { donne: "oui" });
  expect(plat(refus?.phrase)).toBe("Elle a dit qu’elle ne consent pas, le 7 septembre 2026.");
  expect(refus?.remede).toContain("dans son espace");
});

it("accepte son accord écrit d’après son refus, attesté, et pas un écrit du même jour", () => {
  const essai = raconter(AVANT);
  ecrire(essai, "consentement", jour("2026-09-07"));
  const atteste = { donne: "oui", apresRefus: "oui" };
  expect(
    essai.refus("recueillirConsentement", jour("2026-09-08"), { ...atteste, date: "07/09/2026" })[0]?.champ,
  ).toBe("date");
  const [fait] = essai.faire("recueillirConsentement", jour("2026-09-08"), atteste);
  expect(fait?.donnees).toMatchObject({ apresRefus: true, signatures: [{ par: "beneficiaire" }] });
  expect(constat(essai, "A02", jour("2026-09-09")).verdict).toBe("conforme");
});

it("garde son refus sous ses yeux et dans les constats quand un consentement plus ancien est noté", () => {
  const essai = raconter(ENGAGE);
  ecrire(essai, "consentement", jour("2026-09-15"));
  const au = jour("2026-09-16");
  expect(desaccordsDe(essai.etat, "beneficiaire", au).map((d) => d.objet)).toContain("consentement");
  expect(constat(essai, "A02", au).verdict).toBe("indetermine");
  ecrire(essai, "consentement", au, true);
  expect(constat(essai, "A02", au).verdict).toBe("conforme");
});

it("refuse un volontariat confirmé par-dessus son non, et l’accepte par écrit ensuite", () => {
  const essai = raconter([...ACCUEIL, VENTE_EMPLOYEUR[0]!]);
  ecrire(essai, "volontariat", jour("2026-09-07"));
  const au = jour("2026-09-08");
  const [refus] = essai.refus("confirmerVolontariat", au, { canal: "direct" });
  expect(plat(refus?.phrase)).toBe("Elle a dit qu’elle n’est pas volontaire, le 7 septembre 2026.");
  expect(constat(essai, "A03", au).verdict).toBe("indetermine");
  essai.faire("confirmerVolontariat", au, { canal: "direct", apresRefus: "oui" });
  expect(constat(essai, "A03", au).verdict).toBe("conforme");
});

it("refuse de noter signée l’information qu’elle a refusée, et laisse la nouvelle attendre sa signature", () => {
  const essai = raconter(AVANT);
  const au = jour("2026-09-08");
  const points = ["objectifs", "contenu"];
  ecrire(essai, "information", jour("2026-09-07"));
  const [refus] = essai.refus("informer", au, { points, signee: "oui" });
  expect(refus?.champ).toBe("signee");
  expect(plat(refus?.phrase)).toBe(
    "Elle a dit, le 7 septembre 2026, qu’elle n’est pas d’accord avec l’information remise.",
  );
  essai.faire("informer", au, { points, signee: "" });
  expect(attentesDe(essai.etat, "beneficiaire", au).map((a) => a.objet)).toContain("information");
  ecrire(essai, "information", au, true);
  expect(essai.faire("informer", au, { points, signee: "oui" })).toHaveLength(1);
});
