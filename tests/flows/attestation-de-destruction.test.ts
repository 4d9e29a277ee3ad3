import { expect, it } from "vitest";
import { destructionsDe } from "../../src/dossier/destructions.ts";
import { commandeAnnulee } from "../../src/dossier/faits/commande.ts";
import { conservationAutorisee, contenusDetruits } from "../../src/dossier/faits/fin.ts";
import { seancePlanifiee } from "../../src/dossier/faits/seances.ts";
import { parseBase64 } from "../../src/evidence/base64.ts";
import { hex } from "../../src/evidence/bytes.ts";
import { lireZip } from "../../src/evidence/zip-canonique.ts";
import { transaction } from "../../src/store/connexion.ts";
import { lireContenus } from "../../src/store/dossier/contenus.ts";
import { produireDossierControle } from "../../src/usecases/controle/produire-dossier-controle.ts";
import { rendreLesDestructionsEffectives } from "../../src/usecases/destruction/tourner-les-cles.ts";
import { chargerDossier } from "../../src/usecases/dossier/charger-dossier.ts";
import { archiveDeTout } from "../../src/usecases/personne/tout-rassembler.ts";
import { donnerPapier } from "../../src/usecases/sceau/donner-papier.ts";
import { jour } from "../../src/values/jour.ts";
import { ecrire, outil, sansBlancs, texte } from "../documents/pdf.ts";
import { BILAN_CERTIFIE, CANARI, recitAvant } from "../harness/bilan.ts";
import { CAMILLE, ecrireFaits, ecrireHistoire } from "../harness/histoire.ts";
import { ouvrirMaisonDeTest } from "../harness/maison.ts";
import { messagesEnAttente } from "../harness/messages.ts";
import { entrerChezElle } from "../harness/personne.ts";

const NOM = "attestation-de-destruction";
const detruire = contenusDetruits.nouveau(jour("2026-11-19"), { documents: 3 });
const garderLaSynthese = conservationAutorisee.nouveau(jour("2026-11-16"), {
  base: "accord_suivi",
  documents: ["synthese"],
  signeLe: jour("2026-11-16"),
  jusquAu: jour("2029-11-16"),
});

async function unBilan(identite = CAMILLE, recit = BILAN_CERTIFIE) {
  const m = await ouvrirMaisonDeTest();
  const { auteur } = await m.client("conseiller");
  const { reference, id } = await ecrireHistoire(m, auteur, recit, identite);
  const papier = () => donnerPapier({ maison: m.maison, auteur, imprimer: m.imprimer }, reference, NOM);
  const contenus = () => transaction(m.maison.base, auteur.organismeId, (tx) => lireContenus(tx, id));
  return { m, auteur, reference, papier, contenus };
}

it("compte et nomme par leurs engagements les textes détruits, et eux seuls, sans en dire un mot", async () => {
  const { m, auteur, reference, papier, contenus } = await unBilan();
  expect(await papier()).toEqual({ manque: "Aucun contenu n’a été détruit." });
  const avant = await contenus();
  await ecrireFaits(m.maison, auteur, reference, [garderLaSynthese]);
  await ecrireFaits(m.maison, auteur, reference, [detruire]);
  expect(await papier()).toEqual({ manque: expect.stringContaining("n’a pas encore pris effet") });
  await rendreLesDestructionsEffectives(m.maison);
  const donne = await papier();
  if (donne === undefined || "manque" in donne) throw new Error(JSON.stringify(donne));
  const fichier = ecrire(donne.octets);
  outil("qpdf", "--check", fichier);
  const lu = sansBlancs(texte(fichier));
  expect(lu).not.toContain(CANARI);
  for (const phrase of [
    "Camille Fictive",
    "Demandée le 19 novembre 2026",
    "Effective le 24 novembre 2026",
    "accord écrit de la personne",
    "16 novembre 2029",
    "R6313-7",
    "un export de l’organisme",
    "Témoin",
  ]) {
    expect(lu, phrase).toContain(sansBlancs(phrase));
  }
  const restes = new Set((await contenus()).map((c) => c.id));
  expect(restes.size).toBe(3);
  for (const { id, engagement } of avant) {
    const present = lu.includes(hex(engagement));
    expect(present, id).toBe(!restes.has(id));
  }
});

it("d’un bilan qui n’a pas eu lieu, ne dit ni terme, ni qu’il a eu lieu, ni ce que la loi ne dit pas", async () => {
  const annule = commandeAnnulee.nouveau(jour("2026-09-16"), { par: "titulaire", motif: "Autre projet" });
  const { m, auteur, reference, papier } = await unBilan(CAMILLE, [
    ...recitAvant(seancePlanifiee.type),
    annule,
  ]);
  await ecrireFaits(m.maison, auteur, reference, [detruire]);
  await rendreLesDestructionsEffectives(m.maison);
  const donne = await papier();
  if (donne === undefined || "manque" in donne) throw new Error(JSON.stringify(donne));
  const lu = sansBlancs(texte(ecrire(donne.octets)));
  for (const phrase of ["Détruit parce que le bilan n’a pas eu lieu", "Aucun texte lu", "notre lecture"]) {
    expect(lu, phrase).toContain(sansBlancs(phrase));
  }
  for (const phrase of ["au terme du bilan", "dès le terme de l’action", "que le bilan a eu lieu"]) {
    expect(lu, phrase).not.toContain(sansBlancs(phrase));
  }
});

it("va dans le dossier de contrôle, chez la personne, dans tout ce qu’elle télécharge et par courriel", async () => {
  const { m, auteur, reference } = await unBilan();
  const elle = await entrerChezElle(m, auteur, reference);
  await ecrireFaits(m.maison, auteur, reference, [detruire]);
  await rendreLesDestructionsEffectives(m.maison);
  expect(await (await elle.get("/mon-bilan/papiers")).text()).toContain(`/mon-bilan/papiers/${NOM}`);
  expect((await elle.get(`/mon-bilan/papiers/${NOM}`)).headers.get("content-type")).toBe("application/pdf");
  const fabrique = { maison: m.maison, imprimer: m.imprimer, avancer: async () => undefined };
  const tout = await archiveDeTout({ ...fabrique, auteur: elle.auteur }, reference);
  expect(lireZip(tout!).map((e) => e.nom)).toContain(`papiers/${NOM}.pdf`);
  const controle = (await produireDossierControle({ ...fabrique, auteur }, reference))!;
  expect(lireZip(controle.octets).some((e) => e.nom.endsWith(`-${NOM}.pdf`))).toBe(true);
  expect(controle.manquantes).toEqual([]);
  const message = (await messagesEnAttente(m)).at(-1)!;
  expect(message).toMatchObject({
    modele: NOM,
    a: CAMILLE.courriel,
    champs: { effectiveLe: "2026-11-24", gardeJusquAu: null, discretion: false },
    pieces: [{ genre: "papier", reference, papier: NOM }],
  });
});

it("la table des faits et les lignes scellées disent les mêmes natures et les mêmes engagements", async () => {
  const { m, auteur, reference, contenus } = await unBilan({ ...CAMILLE, discretion: true });
  const avant = await contenus();
  await ecrireFaits(m.maison, auteur, reference, [detruire]);
  const dossier = await transaction(m.maison.base, auteur.organismeId, (tx) => chargerDossier(tx, reference));
  const [faite] = destructionsDe(dossier!.initial, dossier!.faits);
  const dits = faite!.contenus.map((c) => `${c.nature} ${hex(parseBase64(c.engagement))}`);
  expect(dits.sort()).toEqual(avant.map((c) => `${c.nature} ${hex(c.engagement)}`).sort());
  await rendreLesDestructionsEffectives(m.maison);
  expect((await messagesEnAttente(m)).at(-1)).toMatchObject({ modele: NOM, champs: { discretion: true } });
});
