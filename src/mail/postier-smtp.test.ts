import { execFile } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { type AddressInfo, createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { getCACertificates, setDefaultCACertificates } from "node:tls";
import { promisify } from "node:util";
import { expect, onTestFinished, test } from "vitest";
import {
  type OptionsDuServeur,
  ouvrirServeurCourriel,
  reponse,
} from "../../tests/harness/serveur-courriel.ts";
import type { AdresseCourriel } from "../values/adresse-courriel.ts";
import type { Instant } from "../values/instant.ts";
import { DOUTE } from "./phrases-erreur.ts";
import type { Courriel } from "./postier.ts";
import { postierSmtp } from "./postier-smtp.ts";

const COURTS = { connexion: 300, reponse: 300, total: 900 };

const COURRIEL: Courriel = {
  id: "5a1f0c1e-0000-4000-8000-000000000001",
  le: "2026-11-25T09:00:00.000Z" as Instant,
  de: { nom: "Cabinet Horizon « fictif »", adresse: "contact@horizon.example" as AdresseCourriel },
  a: "zoe@exemple.example" as AdresseCourriel,
  repondreA: { nom: "Nadia", adresse: "nadia@horizon.example" as AdresseCourriel },
  retour: "contact@horizon.example" as AdresseCourriel,
  sujet: "Votre rendez-vous du lundi 30 novembre 2026 à 9 h 30, à l’été",
  texte: "Bonjour,\n\n.\nÀ bientôt\u00a0!\n",
  html: "<p>Bonjour,</p><p>À bientôt\u00a0!</p>",
  pieces: [
    { nom: "journal.txt", typeMedia: "text/plain; charset=utf-8", octets: Buffer.from("— journal\n") },
  ],
};

test("ce qui arrive est ce qui était voulu : en-têtes, texte, HTML, pièce", async () => {
  const s = await ouvrirServeurCourriel();
  expect(await postierSmtp(s.serveur).envoyer(COURRIEL)).toEqual({ issue: "accepte" });
  expect(s.recus).toHaveLength(1);
  expect(s.recus[0]).toMatchObject({ de: "contact@horizon.example", a: ["zoe@exemple.example"] });
  const lu = await s.lire();
  expect(lu.from?.value).toEqual([
    { name: "Cabinet Horizon « fictif »", address: "contact@horizon.example" },
  ]);
  expect(lu.replyTo?.value).toEqual([{ name: "Nadia", address: "nadia@horizon.example" }]);
  expect(lu.subject).toBe(COURRIEL.sujet);
  expect(lu.messageId).toBe("<5a1f0c1e-0000-4000-8000-000000000001@horizon.example>");
  expect(lu.date?.toISOString()).toBe(COURRIEL.le);
  expect(lu.text).toBe(COURRIEL.texte);
  expect(lu.html).toBe(COURRIEL.html);
  expect(lu.attachments.map((p) => [p.filename, p.contentType, p.content.toString()])).toEqual([
    ["journal.txt", "text/plain", "— journal\n"],
  ]);
});

test("un serveur qui sait le faire ne renvoie que les en-têtes ; les autres prennent le message quand même", async () => {
  const demandes: unknown[] = [];
  const onMailFrom: OptionsDuServeur["onMailFrom"] = (_, session, fin) => {
    demandes.push(session.envelope.dsn?.ret);
    fin();
  };
  for (const hideDSN of [false, true]) {
    const s = await ouvrirServeurCourriel({ hideDSN, onMailFrom });
    expect(await postierSmtp(s.serveur).envoyer(COURRIEL)).toEqual({ issue: "accepte" });
    expect(s.recus).toHaveLength(1);
  }
  expect(demandes).toEqual(["HDRS", undefined]);
});

test("l’enveloppe porte l’adresse de retour, ou aucune : celle que la personne lit ne change pas", async () => {
  const s = await ouvrirServeurCourriel({ hideDSN: false });
  const retour = "retours@probant.example" as AdresseCourriel;
  for (const vers of [retour, null]) {
    expect(await postierSmtp(s.serveur).envoyer({ ...COURRIEL, retour: vers })).toEqual({ issue: "accepte" });
  }
  expect(s.recus.map((r) => r.de)).toEqual([retour, ""]);
  expect((await s.lire(1)).from?.value[0]?.address).toBe("contact@horizon.example");
});

test("un nom et un mot de passe ouvrent la porte, un faux est dit", async () => {
  const s = await ouvrirServeurCourriel({
    authOptional: false,
    onAuth: (auth, _, fin) =>
      auth.username === "horizon" && auth.password === "p@ss:mot"
        ? fin(null, { user: "horizon" })
        : fin(reponse(535)),
  });
  const avec = (motDePasse: string) =>
    postierSmtp({ ...s.serveur, identifiants: { utilisateur: "horizon", motDePasse } }).envoyer(COURRIEL);
  expect(await avec("p@ss:mot")).toEqual({ issue: "accepte" });
  expect(await avec("faux")).toMatchObject({
    issue: "refuse",
    definitif: false,
    erreur: expect.stringContaining("PROBANT_SMTP_URL"),
  });
  expect(s.recus).toHaveLength(1);
});

test("une liaison chiffrée exigée et absente : rien ne part", async () => {
  const s = await ouvrirServeurCourriel();
  const envoi = await postierSmtp({ ...s.serveur, chiffrement: "exige" }, COURTS).envoyer(COURRIEL);
  expect(envoi).toMatchObject({
    issue: "refuse",
    definitif: false,
    erreur: expect.stringContaining("chiffrée"),
  });
  expect(s.recus).toEqual([]);
});

test("un serveur qui n’est pas celui qu’il dit : rien ne part, ni message ni mot de passe", async () => {
  // The server's own certificate: nobody vouches for it.
  const entrees: string[] = [];
  const onAuth = (
    auth: { username?: string | undefined },
    _: unknown,
    fin: (e: null, r: { user: string }) => void,
  ) => {
    entrees.push(auth.username ?? "");
    fin(null, { user: "horizon" });
  };
  const identifiants = { utilisateur: "horizon", motDePasse: "mot" };
  const ensuite = await ouvrirServeurCourriel({ disabledCommands: [], onAuth });
  const dAbord = await ouvrirServeurCourriel({ secure: true, onAuth });
  for (const [s, chiffrement] of [
    [ensuite, "exige"],
    [dAbord, "des_le_debut"],
  ] as const) {
    const envoi = await postierSmtp({ ...s.serveur, chiffrement, identifiants }, COURTS).envoyer(COURRIEL);
    expect([chiffrement, envoi]).toEqual([
      chiffrement,
      {
        issue: "refuse",
        definitif: false,
        erreur: "Le certificat du serveur de courriel n’est pas reconnu : rien n’a été envoyé.",
      },
    ]);
    expect(s.recus).toEqual([]);
  }
  expect(entrees).toEqual([]);
});

test("un serveur dont le certificat est reconnu reçoit nom, mot de passe et message sous chiffrement", async () => {
  const dossier = await mkdtemp(join(tmpdir(), "probant-certificat-"));
  onTestFinished(() => rm(dossier, { recursive: true }));
  const [cle, certificat] = [join(dossier, "cle.pem"), join(dossier, "certificat.pem")];
  const demande = `req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 2 -subj /CN=courriel
    -addext subjectAltName=IP:127.0.0.1 -keyout ${cle} -out ${certificat}`;
  await promisify(execFile)("openssl", demande.split(/\s+/));
  const cert = await readFile(certificat, "utf8");
  const connus = getCACertificates("default");
  onTestFinished(() => setDefaultCACertificates(connus));
  setDefaultCACertificates([...connus, cert]);
  const commun = {
    key: await readFile(cle),
    cert,
    disabledCommands: [],
    allowInsecureAuth: false,
    authOptional: false,
    onAuth: ((auth, _, fin) =>
      auth.password === "mot"
        ? fin(null, { user: "horizon" })
        : fin(reponse(535))) satisfies OptionsDuServeur["onAuth"],
  };
  const identifiants = { utilisateur: "horizon", motDePasse: "mot" };
  for (const [secure, chiffrement] of [
    [false, "exige"],
    [true, "des_le_debut"],
  ] as const) {
    const s = await ouvrirServeurCourriel({ ...commun, secure });
    const envoi = await postierSmtp({ ...s.serveur, chiffrement, identifiants }).envoyer(COURRIEL);
    expect([chiffrement, envoi]).toEqual([chiffrement, { issue: "accepte" }]);
    expect(s.recus).toHaveLength(1);
  }
});

test("un refus est un refus : du destinataire, du message, ou pour plus tard", async () => {
  const destinataire = await ouvrirServeurCourriel({ onRcptTo: (_, __, fin) => fin(reponse(550)) });
  expect(await postierSmtp(destinataire.serveur).envoyer(COURRIEL)).toEqual({
    issue: "refuse",
    definitif: true,
    erreur: "Le serveur de courriel refuse l’adresse du destinataire (réponse 550).",
  });
  const plusTard = await ouvrirServeurCourriel({ onRcptTo: (_, __, fin) => fin(reponse(451)) });
  expect(await postierSmtp(plusTard.serveur).envoyer(COURRIEL)).toMatchObject({
    issue: "refuse",
    definitif: false,
  });
  const message = await ouvrirServeurCourriel({ aLaReception: (_, fin) => fin(reponse(554)) });
  expect(await postierSmtp(message.serveur).envoyer(COURRIEL)).toMatchObject({
    issue: "refuse",
    definitif: true,
    erreur: expect.stringContaining("refuse ce message"),
  });
  const expediteur = await ouvrirServeurCourriel({ onMailFrom: (_, __, fin) => fin(reponse(553)) });
  expect(await postierSmtp(expediteur.serveur).envoyer(COURRIEL)).toMatchObject({
    issue: "refuse",
    definitif: false,
    erreur: expect.stringContaining("PROBANT_MAIL_FROM"),
  });
});

test("personne au bout : on sait que rien n’est parti", async () => {
  const muet = createServer(() => undefined).listen(0, "127.0.0.1");
  await once(muet, "listening");
  onTestFinished(() => void muet.close());
  const { port } = muet.address() as AddressInfo;
  const vers = (p: number) =>
    postierSmtp({ hote: "127.0.0.1", port: p, chiffrement: "aucun", identifiants: null }, COURTS).envoyer(
      COURRIEL,
    );
  expect(await vers(port)).toMatchObject({
    issue: "refuse",
    definitif: false,
    erreur: expect.stringContaining("à temps"),
  });
  muet.close();
  expect(await vers(1)).toMatchObject({
    issue: "refuse",
    definitif: false,
    erreur: expect.stringContaining("joignable"),
  });
});

test("le message remis et pas de réponse : il est peut-être parti", async () => {
  const muet = await ouvrirServeurCourriel({ aLaReception: () => undefined });
  expect(await postierSmtp(muet.serveur, COURTS).envoyer(COURRIEL)).toEqual(DOUTE);
  const coupe = await ouvrirServeurCourriel({ aLaReception: () => coupe.couper() });
  expect(await postierSmtp(coupe.serveur, COURTS).envoyer(COURRIEL)).toEqual(DOUTE);
});

test("une réponse qui vient après l’attente laisse le doute, et le serveur a bien pris le message une fois", async () => {
  const repondre = Promise.withResolvers<() => void>();
  const tardif = await ouvrirServeurCourriel({ aLaReception: (_, fin) => repondre.resolve(fin) });
  expect(await postierSmtp(tardif.serveur, COURTS).envoyer(COURRIEL)).toEqual(DOUTE);
  (await repondre.promise)();
  expect(tardif.recus).toHaveLength(1);
});

test("coupé au milieu d’un long message : le serveur ne peut pas l’avoir pris", async () => {
  const coupe = await ouvrirServeurCourriel({ auDebut: (couper) => couper() });
  const lourd = {
    nom: "lourd.bin",
    typeMedia: "application/octet-stream",
    octets: Buffer.alloc(20_000_000, 7),
  };
  const envoi = await postierSmtp(coupe.serveur, COURTS).envoyer({ ...COURRIEL, pieces: [lourd] });
  expect(envoi).toMatchObject({ issue: "refuse", definitif: false });
  expect(coupe.recus).toEqual([]);
});

test("trop lourd pour ce serveur : inutile d’insister", async () => {
  const petit = await ouvrirServeurCourriel({ size: 1000 });
  const envoi = await postierSmtp(petit.serveur, COURTS).envoyer(COURRIEL);
  expect(envoi).toMatchObject({ issue: "refuse", definitif: true });
  expect(petit.recus).toEqual([]);
});
