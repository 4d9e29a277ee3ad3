import { afterEach, describe, expect, it } from "vitest";
import { jour } from "../../values/jour.ts";
import { EXEMPLES } from "../exemples.ts";
import type { DocumentImprimable } from "./document-imprimable.ts";
import { ErreurImpression } from "./erreur-impression.ts";
import { type Moteur, ouvrirMoteur } from "./moteur.ts";

const vrai = new URL("./worker.ts", import.meta.url);
const defaillant = new URL("./worker-defaillant.fixture.ts", import.meta.url);

let moteur: Moteur;
afterEach(() => moteur.fermer());

function titre(texte: string): DocumentImprimable {
  return { gabarit: "", titre: texte, date: jour("2026-11-24"), donnees: {}, logo: null };
}

const lire = (pdf: Uint8Array): string => new TextDecoder().decode(pdf);
const erreurDe = (promesse: Promise<unknown>): Promise<unknown> =>
  promesse.then(
    () => null,
    (e) => e,
  );

function echantillon(rang: number): DocumentImprimable {
  const composition = EXEMPLES[rang % EXEMPLES.length]!.composer();
  if (!composition.ok) throw new Error(composition.refus.join(" "));
  return composition.document;
}

describe("le moteur d’impression", () => {
  it("donne deux fois les mêmes octets, même d’un fil à l’autre", async () => {
    moteur = ouvrirMoteur({ worker: vrai });
    const un = await moteur.imprimer(echantillon(0));
    await moteur.fermer();
    moteur = ouvrirMoteur({ worker: vrai });
    await moteur.imprimer(echantillon(1));
    expect(Buffer.compare(await moteur.imprimer(echantillon(0)), un)).toBe(0);
  });

  it("imprime dans l’ordre ce qu’on lui demande en même temps", async () => {
    moteur = ouvrirMoteur({ worker: defaillant });
    const pdfs = await Promise.all(["a", "b", "c"].map((t) => moteur.imprimer(titre(t))));
    expect(pdfs.map(lire)).toEqual(["a", "b", "c"]);
  });

  it.each(["meurt", "jette"])(
    "perd le seul document en main quand le fil %s, et reprend avec un neuf",
    async (panne) => {
      moteur = ouvrirMoteur({ worker: defaillant });
      const avant = moteur.imprimer(titre("avant"));
      const perdu = erreurDe(moteur.imprimer(titre(panne)));
      const apres = moteur.imprimer(titre("apres"));
      expect(lire(await avant)).toBe("avant");
      const erreur = await perdu;
      expect(erreur).toBeInstanceOf(ErreurImpression);
      expect((erreur as ErreurImpression).message).toMatch(/^L’impression de ce document s’est interrompue/);
      expect(
        JSON.stringify([(erreur as ErreurImpression).message, (erreur as ErreurImpression).detail]),
      ).not.toContain("Camille");
      expect(lire(await apres)).toBe("apres");
    },
  );

  it("abandonne un document qui n’en finit pas, et imprime le suivant", async () => {
    moteur = ouvrirMoteur({ worker: defaillant, limiteMs: 3000 });
    const perdu = erreurDe(moteur.imprimer(titre("tourne")));
    const apres = moteur.imprimer(titre("apres"));
    expect(((await perdu) as ErreurImpression).message).toContain("trop long à mettre en page");
    expect(lire(await apres)).toBe("apres");
  });

  it("refuse ce qui attendait quand il ferme, et tout ce qui vient après", async () => {
    moteur = ouvrirMoteur({ worker: defaillant });
    const attentes = ["a", "b"].map((t) => erreurDe(moteur.imprimer(titre(t))));
    await moteur.fermer();
    const tard = erreurDe(moteur.imprimer(titre("c")));
    for (const erreur of await Promise.all([...attentes, tard])) {
      expect((erreur as ErreurImpression).message).toMatch(/^L’impression est arrêtée/);
    }
  });

  it("imprime 200 papiers de suite sans garder leur mémoire", async () => {
    moteur = ouvrirMoteur({ worker: vrai });
    const imprimer = async (n: number): Promise<void> => {
      for (let i = 0; i < n; i += 1)
        expect((await moteur.imprimer(echantillon(i))).length).toBeGreaterThan(10_000);
    };
    await imprimer(40);
    const avant = process.memoryUsage.rss();
    await imprimer(200);
    // Without eviction Typst keeps about 1 MB a document: 200 MB here.
    expect((process.memoryUsage.rss() - avant) / 2 ** 20).toBeLessThan(60);
  }, 60_000);
});
