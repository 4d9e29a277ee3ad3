import { describe, expect, it } from "vitest";
import { utf8 } from "../../src/evidence/bytes.ts";
import { empreinteCle, formatVkey } from "../../src/evidence/cle.ts";
import { Carnet } from "../../src/evidence/dossier-controle/carnet.ts";
import { checkPreuves } from "../../src/evidence/dossier-controle/controle-preuves.ts";
import { FAITS, JOURNAL, TETE } from "../../src/evidence/dossier-controle/entrees.ts";
import {
  assembler,
  type FaitControle,
  verifierDossierControle,
} from "../../src/evidence/dossier-controle.ts";
import { formatTlogProof } from "../../src/evidence/tlog-proof.ts";
import { hasherNode as h } from "../../src/verifier/hasher-node.ts";
import { makeCleExemple } from "./cle-exemple.ts";
import {
  CLE,
  compositionExemple,
  faitExemple,
  journalExemple,
  preuveOf,
  teteOf,
  texteExemple,
} from "./exemple.ts";
import { BYTES, CONTENUS, MANIFESTE_SIGNE, renumber, reseal, withFaits, zip } from "./fabrique.ts";

const COMPOSITION = compositionExemple();
const VKEY = formatVkey(CLE);

function verdict(bytes: Uint8Array): string {
  return verifierDossierControle(bytes, h, { cle: VKEY }).verdict;
}

/** Flips each bit in turn and counts the copies that `accepts` still takes. */
function flipEach(
  bytes: Uint8Array,
  accepts: (faux: Uint8Array) => boolean,
): { essais: number; acceptes: number } {
  const faux = bytes.slice();
  let acceptes = 0;
  for (let bit = 0; bit < bytes.length * 8; bit++) {
    faux[bit >> 3]! ^= 1 << (bit & 7);
    if (accepts(faux)) acceptes++;
    faux[bit >> 3]! ^= 1 << (bit & 7);
  }
  return { essais: bytes.length * 8, acceptes };
}

describe("tout octet altéré est trouvé", { timeout: 120_000 }, () => {
  it("chaque bit du fichier retourné, un à un", () => {
    const { essais, acceptes } = flipEach(BYTES, (faux) => verdict(faux) !== "altere");
    console.log(
      `dossier de contrôle de ${BYTES.length} octets : ${essais} bits retournés, ${acceptes} acceptés`,
    );
    expect({ essais, acceptes }).toEqual({ essais: BYTES.length * 8, acceptes: 0 });
  });

  it("chaque bit de chaque fichier retourné, l’archive refaite autour", () => {
    let total = 0;
    for (const [nom, contenu] of CONTENUS) {
      const { essais, acceptes } = flipEach(
        contenu,
        (faux) => verdict(zip(new Map([...CONTENUS, [nom, faux]]))) !== "altere",
      );
      total += essais;
      expect(acceptes, nom).toBe(0);
    }
    console.log(`archive refaite : ${total} bits retournés, 0 accepté`);
  });

  it("chaque bit des preuves retourné par l’organisme lui-même, qui a la clé et refait le manifeste", () => {
    const accepts = (nom: string, faux: Uint8Array): boolean => {
      const carnet = new Carnet();
      checkPreuves(
        h,
        new Map([...CONTENUS, [nom, faux]]),
        MANIFESTE_SIGNE,
        { cle: CLE, passations: [] },
        carnet,
      );
      return carnet.close().verdict === "intact";
    };
    let total = 0;
    for (const nom of [FAITS, TETE, JOURNAL]) {
      const { essais, acceptes } = flipEach(CONTENUS.get(nom)!, (faux) => accepts(nom, faux));
      total += essais;
      expect(acceptes, nom).toBe(0);
    }
    console.log(`manifeste refait avec la vraie clé : ${total} bits retournés, 0 accepté`);
  });
});

describe("toute manœuvre est trouvée, manifeste resigné avec la vraie clé", () => {
  const { faits } = COMPOSITION;

  it("le manifeste refait sans rien changer reste bon (témoin)", () => {
    expect(verdict(reseal(CONTENUS))).toBe("intact");
    expect(verdict(withFaits(faits))).toBe("intact");
  });

  it("un fait supprimé, où qu’il soit, renuméroté ou non", () => {
    for (let i = 0; i < faits.length; i++) {
      const reste = faits.toSpliced(i, 1);
      expect(verdict(withFaits(reste))).toBe("altere");
      expect(verdict(withFaits(renumber(reste)))).toBe("altere");
    }
  });

  it("la fin coupée, à chaque longueur", () => {
    for (let n = 0; n < faits.length; n++) expect(verdict(withFaits(faits.slice(0, n)))).toBe("altere");
  });

  it("la fin coupée avec une tête refaite, que le journal ne connaît pas à cette place", () => {
    for (let n = 1; n < faits.length; n++) {
      const reste = faits.slice(0, n);
      expect(verdict(withFaits(reste, [[TETE, utf8(teteOf(reste))]]))).toBe("altere");
    }
  });

  it("deux faits échangés, chaque paire", () => {
    for (let i = 0; i < faits.length; i++) {
      for (let j = i + 1; j < faits.length; j++) {
        const autres = faits.with(i, faits[j]!).with(j, faits[i]!);
        expect(verdict(withFaits(renumber(autres)))).toBe("altere");
      }
    }
  });

  it("un fait inséré, à chaque place", () => {
    for (let i = 0; i <= faits.length; i++) {
      const autres = renumber(faits.toSpliced(i, 0, faitExemple(13)));
      expect(verdict(withFaits(autres))).toBe("altere");
      expect(verdict(withFaits(autres, [[TETE, utf8(teteOf(autres))]]))).toBe("altere");
    }
  });

  it("un fait récrit, la tête refaite", () => {
    const autres = faits.with(1, faitExemple(2, texteExemple(2).replace("2026-09-02", "2026-08-02")));
    expect(verdict(withFaits(autres))).toBe("altere");
    expect(verdict(withFaits(autres, [[TETE, utf8(teteOf(autres))]]))).toBe("altere");
  });

  it("un fait montré sans être lisible, un fait retenu dont on change l’engagement", () => {
    expect(
      verdict(withFaits(faits.with(0, { ...faits[0]!, texte: `${texteExemple(1)} ` } as FaitControle))),
    ).toBe("altere");
    expect(verdict(withFaits(faits.with(2, { n: 3, engagement: new Uint8Array(32) })))).toBe("altere");
  });

  it("un ancien état du journal, rejoué contre la tête d’aujourd’hui", () => {
    const journal = journalExemple(faits);
    for (let taille = 1; taille < journal.length; taille++) {
      const preuve = formatTlogProof(preuveOf(journal, taille - 1, taille));
      expect(verdict(reseal(new Map([...CONTENUS, [JOURNAL, utf8(preuve)]])))).toBe("altere");
    }
  });
});

describe("l’histoire refaite avec une autre clé", () => {
  const faux = makeCleExemple(CLE.nom, 99);
  const { faits } = COMPOSITION;
  const autres = faits.with(1, faitExemple(2, texteExemple(2).replace("2026-09-02", "2026-08-02")));
  const journal = journalExemple(autres);
  const forge = assembler(h, {
    ...COMPOSITION,
    faits: autres,
    tete: teteOf(autres),
    journal: preuveOf(journal, journal.length - 1, journal.length, faux.cle, faux.signer),
    ...faux,
  });

  it("est refusée dès que la clé de l’organisme est connue", () => {
    const rapport = verifierDossierControle(forge, h, { cle: VKEY });
    expect(rapport.verdict).toBe("altere");
    expect(rapport.constats.filter(({ ok }) => !ok).map(({ phrase }) => phrase)).toEqual([
      "Le dossier est signé par une autre clé que celle que vous attendiez.",
    ]);
  });

  it("montre sinon sa propre empreinte, et dit de la comparer", () => {
    const rapport = verifierDossierControle(forge, h);
    expect(rapport.cle?.empreinte).toBe(empreinteCle(h, faux.cle));
    expect(rapport.cle?.empreinte).not.toBe(empreinteCle(h, CLE));
    expect(rapport.remarques[0]).toContain("Comparez cette empreinte");
  });

  it("ne se glisse pas dans le dossier de l’organisme par le seul manifeste, la seule clé ou le seul journal", () => {
    const vkey = utf8(`${formatVkey(faux.cle)}\n`);
    const preuve = utf8(formatTlogProof(preuveOf(journal, 23, 24, faux.cle, faux.signer)));
    for (const contenus of [CONTENUS, new Map([...CONTENUS, ["preuves/cle.txt", vkey]] as const)])
      expect(verifierDossierControle(reseal(contenus, faux), h).verdict).toBe("altere");
    expect(
      verifierDossierControle(reseal(new Map([...CONTENUS, ["preuves/cle.txt", vkey]])), h).verdict,
    ).toBe("altere");
    expect(verifierDossierControle(reseal(new Map([...CONTENUS, [JOURNAL, preuve]])), h).verdict).toBe(
      "altere",
    );
  });
});
