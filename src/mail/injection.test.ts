import { simpleParser } from "mailparser";
import { expect, test } from "vitest";
import { type CourrielRecu, ouvrirServeurCourriel } from "../../tests/harness/serveur-courriel.ts";
import type { AdresseCourriel } from "../values/adresse-courriel.ts";
import { parseAdresseCourriel } from "../values/adresse-courriel.ts";
import type { Instant } from "../values/instant.ts";
import { composerCourriel } from "./composer.ts";
import type { Courriel } from "./postier.ts";
import { postierSmtp } from "./postier-smtp.ts";
import { nomDeFichier, uneLigne } from "./une-ligne.ts";

const FINS = [
  "\r\n",
  "\n",
  "\r",
  "%0d%0a",
  "%0D%0A",
  "%0a",
  "\u2028",
  "\u2029",
  "\u0085",
  "\u000b",
  "\u000c",
  "\r\n ",
  "\r\n\t",
  "\n\t",
  "=0D=0A",
  "=?utf-8?Q?=0D=0A?=",
  "\\r\\n",
  "\u0000\r\n",
  "\u560a\u560d",
  "\u202e\r\n",
];
const SUITES = [
  "Bcc: voleur@mal.example",
  "To: voleur@mal.example, autre@mal.example",
  "Content-Type: text/html\r\n\r\n<b>faux</b>",
  "\r\nCorps remplacé.\r\n.\r\nMAIL FROM:<voleur@mal.example>",
];
const LIEUX = ["nom", "sujet", "repondreA", "fichier"] as const;
type Lieu = (typeof LIEUX)[number];

const VECTEURS = LIEUX.flatMap((lieu) =>
  FINS.flatMap((fin) => SUITES.map((suite) => [lieu, `Zoé${fin}${suite}`] as const)),
);

const SAIN: Courriel = {
  id: "5a1f0c1e-0000-4000-8000-000000000001",
  le: "2026-11-25T09:00:00.000Z" as Instant,
  de: { nom: "Cabinet Horizon", adresse: "contact@horizon.example" as AdresseCourriel },
  a: "zoe@exemple.example" as AdresseCourriel,
  repondreA: { nom: "Nadia", adresse: "nadia@horizon.example" as AdresseCourriel },
  retour: "contact@horizon.example" as AdresseCourriel,
  sujet: "Sujet",
  texte: "Texte.\n",
  html: "<p>Texte.</p>",
  pieces: [{ nom: "journal.txt", typeMedia: "text/plain", octets: Buffer.from("journal") }],
};

function avec(lieu: Lieu, vecteur: string): Courriel {
  if (lieu === "nom") return { ...SAIN, de: { ...SAIN.de, nom: vecteur } };
  if (lieu === "sujet") return { ...SAIN, sujet: vecteur };
  if (lieu === "repondreA") return { ...SAIN, repondreA: { ...SAIN.repondreA!, nom: vecteur } };
  return { ...SAIN, pieces: [{ ...SAIN.pieces[0]!, nom: vecteur }] };
}

/** What must be read of a hostile text: its visible characters, one space where it held anything else. */
function surUneLigne(vecteur: string): string {
  const visibles = [...vecteur].map((c) => (/[\p{L}\p{N}\p{P}\p{S}]/u.test(c) ? c : " "));
  return visibles.join("").replace(/ +/g, " ").trim();
}

const enTetes = async (octets: Buffer) => [...(await simpleParser(octets)).headers.keys()].toSorted();

test(`${VECTEURS.length} textes hostiles : un seul destinataire, et le message voulu`, async () => {
  expect(VECTEURS.length).toBeGreaterThanOrEqual(300);
  const s = await ouvrirServeurCourriel();
  const postier = postierSmtp(s.serveur);
  const attendus = await enTetes(await composerCourriel(SAIN));
  // Side by side: the server keeps each line waiting before it greets.
  for (let i = 0; i < VECTEURS.length; i += 40) {
    const envois = VECTEURS.slice(i, i + 40).map(([lieu, vecteur], k) =>
      postier.envoyer({ ...avec(lieu, vecteur), id: `vecteur-${i + k}` }),
    );
    expect(new Set((await Promise.all(envois)).map((e) => e.issue))).toEqual(new Set(["accepte"]));
  }
  expect(s.recus).toHaveLength(VECTEURS.length);
  const recus = new Map<string | undefined, CourrielRecu>();
  for (const recu of s.recus) recus.set((await simpleParser(recu.octets)).messageId, recu);
  for (const [rang, [lieu, vecteur]] of VECTEURS.entries()) {
    const { a, octets } = recus.get(`<vecteur-${rang}@horizon.example>`)!;
    const lu = await simpleParser(octets);
    expect([vecteur, a]).toEqual([vecteur, ["zoe@exemple.example"]]);
    expect([vecteur, await enTetes(octets)]).toEqual([vecteur, attendus]);
    const arrive = { nom: lu.from?.value[0]?.name, sujet: lu.subject, repondreA: lu.replyTo?.value[0]?.name };
    if (lieu !== "fichier") expect([vecteur, arrive[lieu]]).toEqual([vecteur, surUneLigne(vecteur)]);
    const nom = lu.attachments[0]?.filename ?? "";
    expect([vecteur, nom]).toEqual([vecteur, expect.stringMatching(/^[\p{L}\p{N}. _-]+$/u)]);
    expect({
      de: lu.from?.value,
      a: [lu.to].flat().map((t) => t?.text),
      repondreA: lu.replyTo?.value,
      sujet: lu.subject,
      texte: lu.text,
      html: lu.html,
      pieces: lu.attachments.map((p) => [p.filename, p.content.toString()]),
    }).toEqual({
      de: [
        { name: lieu === "nom" ? uneLigne(vecteur) : "Cabinet Horizon", address: "contact@horizon.example" },
      ],
      a: ["zoe@exemple.example"],
      repondreA: [
        { name: lieu === "repondreA" ? uneLigne(vecteur) : "Nadia", address: "nadia@horizon.example" },
      ],
      sujet: lieu === "sujet" ? uneLigne(vecteur) : "Sujet",
      texte: "Texte.\n",
      html: "<p>Texte.</p>",
      pieces: [[lieu === "fichier" ? nomDeFichier(vecteur) : "journal.txt", "journal"]],
    });
  }
});

test("une adresse hostile n’est pas une adresse", () => {
  for (const fin of FINS) {
    for (const suite of SUITES) {
      for (const texte of [`zoe@exemple.example${fin}${suite}`, `zoe${fin}${suite}@exemple.example`]) {
        expect([texte, parseAdresseCourriel(texte)]).toEqual([texte, null]);
      }
    }
  }
});

test("un nom de fichier garde sa fin et perd tout ce qui mène ailleurs", () => {
  expect(nomDeFichier("Reçu D-2026-0001.pdf")).toBe("Reçu D-2026-0001.pdf");
  expect(nomDeFichier("../../etc/passwd")).toBe("etc-passwd");
  expect(nomDeFichier("a%0d%0ab.pdf")).toBe("a-0d-0ab.pdf");
  expect(nomDeFichier("\u202efdp.exe")).toBe("fdp.exe");
  expect(nomDeFichier(".pdf")).toBe("document.pdf");
  expect(nomDeFichier(`${"é".repeat(300)}.pdf`)).toBe(`${"é".repeat(60)}.pdf`);
});
