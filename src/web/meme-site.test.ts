import { expect, it } from "vitest";
import { estDIci } from "./meme-site.ts";

const PUBLIQUE = "https://probant.horizon.example";

it.each([
  ["l’adresse publique", PUBLIQUE, PUBLIQUE, `${PUBLIQUE}/connexion`, true],
  ["l’adresse publique derrière un serveur frontal", PUBLIQUE, PUBLIQUE, "http://127.0.0.1:4180/x", true],
  ["l’adresse publique a un chemin", PUBLIQUE, `${PUBLIQUE}/bilans`, "http://127.0.0.1:4180/x", true],
  [
    "un autre nom, que la demande répète",
    "https://piege.example",
    PUBLIQUE,
    "https://piege.example/x",
    false,
  ],
  [
    "cette machine, quand une adresse publique est dite",
    "http://localhost:4180",
    PUBLIQUE,
    "http://localhost:4180/x",
    false,
  ],
  [
    "cette machine sous un autre de ses noms",
    "http://localhost:4180",
    "http://127.0.0.1:4180",
    "http://localhost:4180/x",
    true,
  ],
  [
    "un autre port de cette machine",
    "http://localhost:3000",
    "http://127.0.0.1:4180",
    "http://localhost:4180/x",
    false,
  ],
  [
    "un nom mené ici par son DNS",
    "http://piege.example:4180",
    "http://127.0.0.1:4180",
    "http://piege.example:4180/x",
    false,
  ],
  [
    "un nom qui commence comme nous",
    "http://127.0.0.1.piege.example:4180",
    "http://127.0.0.1:4180",
    "http://127.0.0.1.piege.example:4180/x",
    false,
  ],
  [
    "toutes les adresses écoutées : cette machine",
    "http://127.0.0.1:4180",
    "http://0.0.0.0:4180",
    "http://127.0.0.1:4180/x",
    true,
  ],
  [
    "toutes les adresses écoutées : une autre",
    "http://piege.example:4180",
    "http://0.0.0.0:4180",
    "http://piege.example:4180/x",
    false,
  ],
])("%s : %s pour %s", (_, origine, url, demandee, attendu) => {
  expect(estDIci(origine, url, demandee)).toBe(attendu);
});
