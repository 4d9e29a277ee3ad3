import { ecrireUnDossier } from "../dossier-ecrit.ts";
import { conclure, type Ligne } from "../ligne.ts";
import { avecServeur } from "../maison-de-mesure.ts";

const BUDGET_KO = 120;

/** What a browser with an empty cache receives for the page of a dossier: HTML, style, script, icon and the fonts it needs. */
export const premiereVue: Ligne = {
  id: "premiere-vue",
  mesurer: () =>
    avecServeur(async (ouvrir) => {
      const mesure = await ouvrir("vue");
      const lecteur = await mesure.fonder();
      const page = await lecteur.recevoir(`/dossiers/${await ecrireUnDossier(mesure, lecteur)}`);
      const adresses = new Set(
        [...page.texte.matchAll(/<(?:link|script)[^>]*?(?:href|src)="(\/[^"]+)"/g)].map((x) => x[1]!),
      );
      let octets = page.octets;
      for (const adresse of adresses) {
        const { octets: recus, texte } = await lecteur.recevoir(adresse);
        octets += recus;
        // A set grows while it is walked: the fonts of a style sheet come after it.
        if (adresse.endsWith(".css"))
          for (const police of policesVoulues(texte, page.texte)) adresses.add(police);
      }
      const ko = octets / 1024;
      return [
        conclure({
          id: "premiere-vue",
          what: `First view of the page of a dossier, ${adresses.size + 1} requests, compressed, against its budget (KB; times the budget)`,
          ours: ko,
          rival: BUDGET_KO,
          ratio: ko / BUDGET_KO,
          floor: 1,
          aim: 1,
        }),
      ];
    }),
};

/** The fonts of a style sheet of which the page holds a character. */
function policesVoulues(feuille: string, page: string): string[] {
  return [...feuille.matchAll(/@font-face\s*{([^}]*)}/g)].flatMap(([, corps = ""]) => {
    const adresse = /url\("?(\/[^")]+)"?\)/.exec(corps)?.[1];
    const plages = /unicode-range:([^;}]+)/.exec(corps)?.[1]?.split(",").map(lirePlage) ?? [];
    const voulue = [...page].some((c) =>
      plages.some(([de, a]) => c.codePointAt(0)! >= de && c.codePointAt(0)! <= a),
    );
    return adresse !== undefined && voulue ? [adresse] : [];
  });
}

function lirePlage(texte: string): readonly [number, number] {
  const [de = "", a = de] = texte.trim().replace(/^U\+/i, "").split("-");
  return [Number.parseInt(de, 16), Number.parseInt(a, 16)];
}
