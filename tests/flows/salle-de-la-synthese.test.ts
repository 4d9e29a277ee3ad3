import { expect, it } from "vitest";
import { syntheseRedigee } from "../../src/dossier/faits/conclusion.ts";
import { bilanInterrompu, contenusDetruits } from "../../src/dossier/faits/fin.ts";
import { attentesDe, desaccordsDe } from "../../src/dossier/signature/objets.ts";
import { transaction } from "../../src/store/connexion.ts";
import { chargerDossier } from "../../src/usecases/dossier/charger-dossier.ts";
import { consulterDossier } from "../../src/usecases/dossier/consulter-dossier.ts";
import { ecrireFaits as ecrireDesFaits } from "../../src/usecases/dossier/ecrire-faits.ts";
import { jour } from "../../src/values/jour.ts";
import { BILAN_REMIS } from "../harness/bilan.ts";
import { ecrireFaits, ouvrirDossierVide } from "../harness/histoire.ts";
import { type Client, ouvrirMaisonDeTest } from "../harness/maison.ts";
import { plat } from "../harness/page.ts";
import { entrerChezElle } from "../harness/personne.ts";

const AVANT = BILAN_REMIS.findIndex((f) => typeof f !== "function" && f.type === "seance_signee.v1");
const PARTIES = ["circonstances", "competences", "projet"] as const;
const AU = jour("2026-11-24");
const TOUT = {
  circonstances: "À sa demande, après douze ans.",
  competences: "Elle sait vendre et former.",
  projet: "Reprendre un atelier de vélos.",
};
const FINI = { "fini.circonstances": "oui", "fini.competences": "oui", "fini.projet": "oui" };

/** A bilan under way, its counsellor at work, and the person in her space. */
async function enChantier() {
  const m = await ouvrirMaisonDeTest();
  const conseiller = await m.client("conseiller");
  const { reference } = await ouvrirDossierVide(m.maison, conseiller.auteur);
  await ecrireFaits(m.maison, conseiller.auteur, reference, BILAN_REMIS.slice(0, AVANT));
  const elle = await entrerChezElle(m, conseiller.auteur, reference);
  const dossier = async () => (await consulterDossier(m.maison, conseiller.auteur, reference))!;
  const aRelire = async () =>
    attentesDe((await dossier()).etat, "beneficiaire", AU)
      .filter((a) => a.objet === "synthese")
      .map((a) => a.detail);
  const courriels = async () =>
    (
      await m.maison.base.pool.query<{ quoi: string }>(
        `select donnees -> 'champs' ->> 'quoi' as quoi from message_sortie
           where modele = 'demande-de-signature' order by cree_le, id`,
      )
    ).rows.map((r) => r.quoi);
  return { m, conseiller, reference, elle, dossier, aRelire, courriels };
}

const champ = (page: string, nom: string) => new RegExp(`name="${nom}" value="([^"]*)"`).exec(page)?.[1];
const ecrit = (page: string) =>
  PARTIES.map((nom) => new RegExp(`name="${nom}"[^>]*>([^<]*)</textarea>`).exec(page)?.[1]?.trim());
const etats = (page: string) =>
  [...page.matchAll(/data-etat[^>]*>(.*?)<\/p>/gs)].map((x) => x[1]!.replace(/<[^>]+>/g, "").trim());

/** One page of the room, as its form and its script send it. */
async function entrer(client: Client, reference: string) {
  const ici = `/dossiers/${reference}/synthese`;
  const page = plat(await (await client.get(ici)).text());
  const noms = [
    "jeton",
    "redaction",
    ...PARTIES.flatMap((p) => [`version.${p}`, `aPart.${p}`, `envoye.${p}`]),
  ];
  const caches = Object.fromEntries(
    noms.map((nom) => [nom, champ(page, nom)]).filter(([, v]) => v !== undefined),
  ) as Record<string, string>;
  const textes = Object.fromEntries(ecrit(page).map((texte, i) => [PARTIES[i], texte ?? ""]));
  const date = /name="date"[^>]*value="([^"]*)"/.exec(page)?.[1] ?? "";
  const poster = async (saisie: Record<string, string>) => {
    const reponse = await client.post(ici, { ...caches, ...textes, date, relue: "oui", ...saisie });
    return {
      statut: reponse.status,
      vers: reponse.headers.get("location"),
      page: plat(await reponse.text()),
    };
  };
  return {
    page,
    poster,
    enregistrer: (saisie: Record<string, string>) => poster({ ...saisie, suite: "rester" }),
    envoyer: (saisie: Record<string, string>) => poster({ ...saisie, suite: "envoyer" }),
    seule: async (partie: (typeof PARTIES)[number], texte: string, fini = false) => {
      const reponse = await client.post(`${ici}/brouillon`, {
        redaction: caches.redaction ?? "",
        [partie]: texte,
        [`version.${partie}`]: caches[`version.${partie}`] ?? "0",
        [`envoye.${partie}`]: caches[`envoye.${partie}`] ?? "",
        ...(fini ? { [`fini.${partie}`]: "oui" } : {}),
      });
      const dit = (await reponse.json()) as Record<string, string>;
      if (dit.version !== undefined) caches[`version.${partie}`] = String(dit.version);
      return { statut: reponse.status, ...dit, phrase: plat(dit.phrase ?? "") };
    },
  };
}

async function repondre(client: Client, chemin: string, reste: Record<string, string>) {
  const page = await (await client.get(chemin)).text();
  const caches = { jeton: champ(page, "jeton") ?? "", empreinte: champ(page, "empreinte") ?? "" };
  return (await client.post(chemin, { ...caches, ...reste })).status;
}
const SIGNER = { nom: "Camille Fictive", atteste: "oui" };

it("ce qui s’écrit est gardé scellé, sans fait ni message, pour ses conseillers seulement", async () => {
  const { m, conseiller, reference, elle, dossier, courriels } = await enChantier();
  const avant = (await dossier()).faits.length;
  const salle = await entrer(conseiller, reference);
  expect(salle.page).toContain(
    "Il reste à écrire les circonstances du bilan, les compétences et aptitudes et le",
  );
  expect(etats(salle.page)).toEqual(["Vide", "Vide", "Vide"]);
  const dit = await salle.seule("projet", "Reprendre un atelier");
  expect(dit).toMatchObject({ statut: 200, garde: true, phrase: "Enregistré à 10 h.", etat: "En cours" });
  expect(await salle.seule("projet", "Reprendre un atelier", true)).toMatchObject({
    etat: "Écrite, à envoyer",
  });
  // Without script, the button keeps all three at once.
  const { version: _, ...autres } = { version: "", ...TOUT };
  expect(await salle.enregistrer({ ...autres, projet: "Reprendre un atelier" })).toMatchObject({
    statut: 303,
  });
  const ailleurs = await entrer(conseiller, reference);
  expect(ecrit(ailleurs.page)).toEqual([TOUT.circonstances, TOUT.competences, "Reprendre un atelier"]);
  expect(ailleurs.page).toContain("Vous reprenez votre brouillon. Enregistré à 10 h.");
  expect([(await dossier()).faits.length, await courriels()]).toEqual([avant, []]);
  const { rows } = await m.maison.base.pool.query<{ scelle: Buffer }>("select scelle from brouillon");
  expect(rows.map((r) => r.scelle.toString("utf8")).join()).not.toContain("atelier");
  // Neither a colleague, nor the office, nor the person reads a draft.
  const collegue = await m.client("conseiller");
  await m.maison.base.pool.query("update membre set intervenant = 'un-autre' where utilisateur_id = $1", [
    collegue.auteur.utilisateur,
  ]);
  const ici = `/dossiers/${reference}/synthese`;
  for (const qui of [collegue, await m.client("assistant"), elle]) {
    expect([403, 404]).toContain((await qui.get(ici)).status);
    expect((await qui.post(`${ici}/brouillon`, { projet: "x" })).status).toBeGreaterThan(400);
  }
  expect(await (await elle.get("/mon-bilan/tout/page")).text()).not.toContain("atelier");
  expect(await (await conseiller.get(`/dossiers/${reference}/actes/redigerSynthese`)).status).toBe(303);
  expect(m.pannes).toEqual([]);
});

it("incomplète, elle ne part pas et dit ce qui manque ; complète, elle part une fois, en un message", async () => {
  const { conseiller, reference, dossier, aRelire, courriels, m } = await enChantier();
  const salle = await entrer(conseiller, reference);
  const refuse = await salle.envoyer({
    projet: TOUT.projet,
    competences: TOUT.competences,
    "fini.projet": "oui",
  });
  expect(refuse.statut).toBe(422);
  expect(refuse.page).toContain("Il manque les circonstances du bilan.");
  expect(refuse.page).toContain("Les compétences et aptitudes : cochez « Cette partie est écrite »");
  // What was typed is kept, and nothing was sent.
  expect(ecrit(refuse.page)).toEqual(["", TOUT.competences, TOUT.projet]);
  expect([await aRelire(), await courriels()]).toEqual([[], []]);
  const complete = await entrer(conseiller, reference);
  const envoi = { ...TOUT, ...FINI };
  const parti = await complete.envoyer(envoi);
  expect(parti).toMatchObject({ statut: 303, vers: expect.stringContaining("?envoye=") });
  // The same form sent twice has one effect.
  expect(await complete.envoyer(envoi)).toMatchObject({ statut: 303, vers: parti.vers });
  expect((await dossier()).etat.syntheses).toHaveLength(1);
  expect(await aRelire()).toHaveLength(3);
  expect(await courriels()).toEqual(["votre synthèse"]);
  expect((await m.maison.base.pool.query("select 1 from brouillon")).rowCount).toBe(0);
  const apres = await entrer(conseiller, reference);
  expect(etats(apres.page)).toEqual(Array(3).fill("À relire par la personne"));
  expect((await apres.envoyer(FINI)).page).toContain("Rien n’a changé depuis la dernière version envoyée.");
  expect(m.pannes).toEqual([]);
});

it("relue après l’envoi, elle le dit sans changer un mot : rien n’est redemandé à la personne", async () => {
  const { m, conseiller, reference, elle, dossier, aRelire, courriels } = await enChantier();
  await (await entrer(conseiller, reference)).envoyer({ ...TOUT, ...FINI, relue: "inconnu" });
  const { fait } = (await dossier()).etat.syntheses[0]!;
  expect(await repondre(elle, `/mon-bilan/signer/synthese/${fait}.projet`, SIGNER)).toBe(303);
  const avant = await courriels();
  expect((await aRelire()).length).toBe(2);
  const relue = await (await entrer(conseiller, reference)).envoyer({ relue: "oui" });
  expect(relue.statut).toBe(303);
  expect((await dossier()).etat.syntheses.map((s) => s.sansElementPersonnel)).toEqual([null, true]);
  expect((await aRelire()).length).toBe(2);
  expect(await courriels()).toEqual(avant);
  // Said again, it is nothing new.
  const encore = await (await entrer(conseiller, reference)).envoyer({ relue: "oui" });
  expect(encore.page).toContain("Rien n’a changé depuis la dernière version envoyée.");
  expect(m.pannes).toEqual([]);
});

it("une partie refusée se réécrit, ses mots à côté, et elle seule est redemandée", async () => {
  const { m, conseiller, reference, elle, dossier, aRelire, courriels } = await enChantier();
  await (await entrer(conseiller, reference)).envoyer({ ...TOUT, ...FINI });
  const { fait } = (await dossier()).etat.syntheses[0]!;
  const ou = (quoi: string, partie: string) => `/mon-bilan/${quoi}/synthese/${fait}.${partie}`;
  const observation = "Et aussi la gestion du stock.";
  expect(await repondre(elle, ou("signer", "competences"), { ...SIGNER, observation })).toBe(303);
  expect(await repondre(elle, ou("signer", "circonstances"), SIGNER)).toBe(303);
  expect(await repondre(elle, ou("desaccord", "projet"), { raison: "C’est une reprise à deux." })).toBe(303);
  const salle = await entrer(conseiller, reference);
  expect(etats(salle.page)).toEqual(["D’accord", "D’accord", "Pas d’accord"]);
  expect(salle.page).toContain("C’est une reprise à deux.");
  expect(salle.page).toContain(observation);
  expect(salle.page).toContain("À réécrire ou à lui expliquer : le projet et ses étapes.");
  expect(salle.page).not.toContain("/actes/remettreSynthese");
  // Two hours later the first message has left.
  m.regler("2026-11-24T12:00:00.000Z");
  await m.maison.base.pool.query("update message_sortie set etat = 'envoye', envoye_le = now()");
  expect(await salle.envoyer({ ...FINI, projet: "Reprendre un atelier à deux." })).toMatchObject({
    statut: 303,
  });
  const { etat, faits } = await dossier();
  expect(await aRelire()).toEqual(["Votre projet professionnel"]);
  expect(desaccordsDe(etat, "beneficiaire", AU)).toEqual([]);
  expect((await courriels()).at(-1)).toBe("votre synthèse, « Votre projet professionnel »");
  // What she agreed with is the same sealed text, to the letter.
  const versions = faits.filter((f) => f.type === syntheseRedigee.type).map((f) => f.donnees as typeof TOUT);
  expect(versions[1]!.competences).toEqual(versions[0]!.competences);
  expect(versions[1]!.projet).not.toEqual(versions[0]!.projet);
  const [nouvelle] = attentesDe(etat, "beneficiaire", AU).filter((a) => a.objet === "synthese");
  expect(await repondre(elle, `/mon-bilan/signer/synthese/${nouvelle!.sur}`, SIGNER)).toBe(303);
  const fin = await entrer(conseiller, reference);
  expect(etats(fin.page)).toEqual(["D’accord", "D’accord", "D’accord"]);
  expect(fin.page).toContain("Les trois parties ont son accord.");
  expect(fin.page).toContain(`/dossiers/${reference}/actes/remettreSynthese`);
  expect(m.pannes).toEqual([]);
});

it("enregistrée, elle le dit en haut de la page ; remise, elle dit à qui et quand, sans refus", async () => {
  const { m, conseiller, reference } = await enChantier();
  const { vers } = await (await entrer(conseiller, reference)).enregistrer(TOUT);
  expect(plat(await (await conseiller.get(vers!)).text())).toContain("Brouillon enregistré.");
  await ecrireFaits(m.maison, conseiller.auteur, reference, BILAN_REMIS.slice(AVANT));
  const { page } = await entrer(conseiller, reference);
  expect(page).toMatch(/Remise à .+ le .+ 2026\./);
  expect(page).not.toContain("n’est pas possible");
  expect(m.pannes).toEqual([]);
});

it("deux fenêtres : la seconde est prévenue, ne perd rien, et rien ne part avant qu’il ait choisi", async () => {
  const { conseiller, reference, aRelire, m } = await enChantier();
  const [bureau, portable] = [await entrer(conseiller, reference), await entrer(conseiller, reference)];
  await bureau.seule("projet", "Écrit au bureau.", true);
  expect(await portable.seule("projet", "Écrit en train.")).toMatchObject({
    statut: 409,
    garde: true,
    voir: "Voir les deux textes",
  });
  const deux = await entrer(conseiller, reference);
  expect(deux.page).toContain("Cette partie a deux textes.");
  expect(deux.page).toContain("Écrit en train.");
  const sans = { circonstances: TOUT.circonstances, competences: TOUT.competences, ...FINI };
  const perime = await portable.envoyer({ ...sans, projet: "Écrit en train." });
  expect(perime.statut).toBe(409);
  expect(perime.page).toContain("Une autre page a enregistré un texte plus récent.");
  expect(perime.page).toContain("Écrit au bureau.");
  expect(ecrit(perime.page)[2]).toBe("Écrit en train.");
  expect(await aRelire()).toEqual([]);
  const choix = await entrer(conseiller, reference);
  expect(await choix.envoyer({ ...sans, projet: "Les deux ensemble." })).toMatchObject({ statut: 303 });
  // A page left open from before the sending begins another draft, and says so.
  const tard = await bureau.seule("projet", "Écrit au bureau, plus tard.");
  expect(tard.phrase).toContain("envoyée depuis une autre page");
  const apres = await entrer(conseiller, reference);
  expect(ecrit(apres.page)[2]).toBe("Écrit au bureau, plus tard.");
  expect(m.pannes).toEqual([]);
});

it("une page ouverte avant un envoi ne le remplace pas sans que son auteur l’ait lu", async () => {
  const { m, conseiller, reference, dossier, courriels } = await enChantier();
  const [portable, tablette] = [await entrer(conseiller, reference), await entrer(conseiller, reference)];
  await (await entrer(conseiller, reference)).envoyer({ ...TOUT, ...FINI });
  const perime = await portable.envoyer({ ...TOUT, ...FINI, projet: "Un projet d’avant." });
  expect(perime.statut).toBe(409);
  expect(perime.page).toContain(TOUT.projet);
  expect(ecrit(perime.page)[2]).toBe("Un projet d’avant.");
  // Kept as it was typed, it still does not leave by itself.
  expect(await tablette.seule("projet", "Un projet d’avant.", true)).toMatchObject({
    phrase: expect.stringContaining("envoyée depuis une autre page"),
  });
  expect((await tablette.envoyer({ ...TOUT, ...FINI, projet: "Un projet d’avant." })).statut).toBe(409);
  expect((await dossier()).etat.syntheses).toHaveLength(1);
  expect(await courriels()).toEqual(["votre synthèse"]);
  const lue = await entrer(conseiller, reference);
  expect((await lue.envoyer({ ...FINI, projet: "Un projet d’avant, relu." })).statut).toBe(303);
  expect(m.pannes).toEqual([]);
});

it("un envoi et une frappe au même instant : les derniers mots sont dans la version ou dans le brouillon", async () => {
  const { m, conseiller, reference, dossier } = await enChantier();
  const [bureau, portable] = [await entrer(conseiller, reference), await entrer(conseiller, reference)];
  for (const partie of PARTIES) await bureau.seule(partie, TOUT[partie], true);
  const [parti] = await Promise.all([
    bureau.envoyer({ ...TOUT, ...FINI }),
    portable.seule("projet", "Tapé à cet instant."),
    portable.seule("competences", "Tapé aussi."),
  ]);
  // Whichever came first: a text kept apart stops the sending, a sending leaves the words as another draft.
  expect([303, 409, 422]).toContain(parti.statut);
  const apres = await entrer(conseiller, reference);
  expect(apres.page).toContain("Tapé à cet instant.");
  expect(apres.page).toContain("Tapé aussi.");
  expect((await dossier()).etat.syntheses).toHaveLength(parti.statut === 303 ? 1 : 0);
  expect(m.pannes).toEqual([]);
});

it("reprise après une version partielle : aucune partie déjà écrite n’est perdue, et les trois repartent", async () => {
  const { m, conseiller, reference, aRelire } = await enChantier();
  const version =
    (parties: Partial<typeof TOUT>) => (sceller: (texte: string) => { id: string; engagement: string }) =>
      syntheseRedigee.nouveau(jour("2026-10-01"), {
        parties: PARTIES.filter((p) => parties[p] !== undefined),
        sansElementPersonnel: null,
        contenu: null,
        circonstances: parties.circonstances === undefined ? null : sceller(parties.circonstances),
        competences: parties.competences === undefined ? null : sceller(parties.competences),
        projet: parties.projet === undefined ? null : sceller(parties.projet),
      });
  const recit = [version(TOUT), version({ projet: "Reprendre un atelier." })];
  await ecrireFaits(m.maison, conseiller.auteur, reference, recit);
  const salle = await entrer(conseiller, reference);
  expect(ecrit(salle.page)).toEqual([TOUT.circonstances, TOUT.competences, "Reprendre un atelier."]);
  expect(await salle.envoyer(FINI)).toMatchObject({ statut: 303 });
  expect(await aRelire()).toHaveLength(3);
  expect(m.pannes).toEqual([]);
});

it("des mots tapés pendant une destruction attendent sa fin, et n’en gardent ni le texte ni une clé", async () => {
  const { m, conseiller, reference } = await enChantier();
  const salle = await entrer(conseiller, reference);
  await salle.seule("projet", TOUT.projet);
  const { base } = m.maison;
  const attendent = `select count(*)::int as n from pg_stat_activity
    where datname = current_database() and wait_event_type = 'Lock'`;
  let frappe = Promise.resolve({ statut: 0 });
  await transaction(base, conseiller.auteur.organismeId, async (tx) => {
    const lu = (await chargerDossier(tx, reference))!;
    await ecrireDesFaits(m.maison, tx, conseiller.auteur, lu, [
      bilanInterrompu.nouveau(AU, {
        responsable: "beneficiaire",
        motif: "Elle arrête.",
        forceMajeure: null,
        preuve: null,
      }),
      contenusDetruits.nouveau(AU, { documents: 1 }),
    ]);
    frappe = salle.seule("projet", "Tapé à cet instant.");
    // The other transaction waits for this one before it goes on.
    while ((await base.pool.query<{ n: number }>(attendent)).rows[0]!.n === 0);
  });
  expect((await frappe).statut).toBe(409);
  const restent = await base.pool.query(`select (select count(*) from brouillon)::int as brouillons,
    (select count(*) from cle_dossier where classe = 'contenu')::int as cles`);
  expect(restent.rows).toEqual([{ brouillons: 0, cles: 0 }]);
  expect(m.pannes).toEqual([]);
});
