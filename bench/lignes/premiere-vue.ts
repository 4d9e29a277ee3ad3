import { ecrireUnDossier } from "../dossier-ecrit.ts";
import { conclure, type Ligne, type Resultat } from "../ligne.ts";
import { avecServeur, type Lecteur } from "../maison-de-mesure.ts";

/** What a browser with an empty cache receives for one page: HTML, style, script, icon and the fonts it needs. */
interface Vue {
  demandes: number;
  octets: number;
  /** The scripts among them. */
  script: number;
}

/** The first view of a dossier by its counsellor, and of her own space by the person, each against its budgets. */
export const premiereVue: Ligne = {
  id: "premiere-vue",
  mesurer: () =>
    avecServeur(async (ouvrir) => {
      const mesure = await ouvrir("vue");
      const lecteur = await mesure.fonder();
      const reference = await ecrireUnDossier(mesure, lecteur);
      const elle = await mesure.entrerChezElle(lecteur.auteur, reference);
      return [
        ...conclureLaVue(await premiereVisite(lecteur, `/dossiers/${reference}`), {
          id: "premiere-vue",
          page: "the page of a dossier",
          ko: 120,
          koDeScript: 40,
        }),
        ...conclureLaVue(await premiereVisite(elle, "/mon-bilan"), {
          id: "premiere-vue-elle",
          page: "the first page of her space",
          ko: 60,
          koDeScript: 15,
        }),
      ];
    }),
};

async function premiereVisite({ recevoir }: Pick<Lecteur, "recevoir">, chemin: string): Promise<Vue> {
  const page = await recevoir(chemin);
  const adresses = new Set(
    [...page.texte.matchAll(/<(?:link|script)[^>]*?(?:href|src)="(\/[^"]+)"/g)].map((x) => x[1]!),
  );
  const vue = { demandes: 1, octets: page.octets, script: 0 };
  for (const adresse of adresses) {
    const { octets, texte } = await recevoir(adresse);
    vue.demandes += 1;
    vue.octets += octets;
    if (adresse.endsWith(".js")) vue.script += octets;
    // A set grows while it is walked: the fonts of a style sheet come after it.
    if (adresse.endsWith(".css"))
      for (const police of policesVoulues(texte, page.texte)) adresses.add(police);
  }
  return vue;
}

function conclureLaVue(
  { demandes, octets, script }: Vue,
  { id, page, ko, koDeScript }: { id: string; page: string; ko: number; koDeScript: number },
): Resultat[] {
  const dire = (nom: string, quoi: string, recus: number, budget: number) =>
    conclure({
      id: nom,
      what: `${quoi}, compressed, against its budget (KB; times the budget)`,
      ours: recus / 1024,
      rival: budget,
      ratio: recus / 1024 / budget,
      floor: 1,
      aim: 1,
    });
  return [
    dire(id, `First view of ${page}, ${demandes} requests`, octets, ko),
    dire(`${id}-script`, `Script in the first view of ${page}`, script, koDeScript),
  ];
}

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
