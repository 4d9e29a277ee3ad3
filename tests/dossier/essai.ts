import type { Brut, Champs, Refus } from "../../src/dossier/acte.ts";
import { definitionDe } from "../../src/dossier/catalogue.ts";
import { acteDeNom } from "../../src/dossier/catalogue-actes.ts";
import { type Decision, decider } from "../../src/dossier/decider.ts";
import { etatDe } from "../../src/dossier/evolve.ts";
import type { Fait } from "../../src/dossier/fait.ts";
import { etatInitial } from "../../src/dossier/initial.ts";
import { BILAN } from "../../src/law/bilan-exemple.ts";
import type { Beneficiaire, Etat } from "../../src/law/etat.ts";
import type { Jour } from "../../src/values/jour.ts";

/** What a person types over what the form proposes. */
export type Reponses = Record<string, string | readonly string[]>;

// What the use case puts in the place of a text that it sealed.
const reference = (nom: string) => JSON.stringify({ id: nom, engagement: "AAAA" });

function sansNul(v: unknown): unknown {
  if (typeof v !== "object" || v === null) return v;
  if (Array.isArray(v)) return v.map(sansNul);
  return Object.fromEntries(Object.entries(v).flatMap(([k, x]) => (x === null ? [] : [[k, sansNul(x)]])));
}

const CONSEILLERE = { role: "conseiller", intervenant: "nadia" } as const;

/** A dossier carried by its acts, from typed forms: nothing is stored, and each fact is written on the day given. */
export class Essai {
  readonly initial: Etat;
  faits: Fait[] = [];

  constructor(beneficiaire: Partial<Beneficiaire> = {}) {
    this.initial = etatInitial(BILAN.organisme, { ...BILAN.beneficiaire, ...beneficiaire });
  }

  get etat(): Etat {
    return etatDe(this.initial, this.faits);
  }

  champs(acte: string, au: Jour, cible?: string): Champs {
    return acteDeNom(acte)!.champs(this.etat, { ...CONSEILLERE, au, faits: this.faits, cible });
  }

  /** The form as it opens that day, changed by the answers. */
  formulaire(acte: string, au: Jour, reponses: Reponses = {}, cible?: string): Brut {
    const { valeurs } = acteDeNom(acte)!;
    const contexte = { ...CONSEILLERE, au, faits: this.faits, cible };
    const contenus = Object.entries(this.champs(acte, au, cible)).filter(([, c]) => c.genre === "contenu");
    const tout = { ...valeurs(this.etat, contexte), ...reponses };
    // A text that its field refuses is not sealed, as in the use case.
    for (const [nom, c] of contenus) {
      const texte = tout[nom];
      if (typeof texte !== "string" || texte === "") continue;
      tout[nom] = (c.refuser?.(texte) ?? null) === null ? reference(nom) : JSON.stringify(texte);
    }
    return Object.fromEntries(Object.entries(tout).map(([nom, v]) => [nom, typeof v === "string" ? [v] : v]));
  }

  tenter(acte: string, au: Jour, reponses: Reponses = {}, cible?: string): Decision {
    const brut = this.formulaire(acte, au, reponses, cible);
    return decider(acteDeNom(acte)!, this, brut, { ...CONSEILLERE, au, cible });
  }

  /** Does the act, or throws what it was refused for. */
  faire(acte: string, au: Jour, reponses: Reponses = {}, cible?: string): Fait[] {
    const decision = this.tenter(acte, au, reponses, cible);
    if ("refus" in decision) throw new Error(`${acte}: ${JSON.stringify(decision.refus)}`);
    const nouveaux = decision.faits.map(
      (f, i): Fait => ({
        ...f,
        id: `f${this.faits.length + i + 1}`,
        consigneLe: au,
      }),
    );
    this.faits = [...this.faits, ...nouveaux];
    return nouveaux;
  }

  /** Takes the facts as a journal gives them back: what is absent was not written. */
  relire(): void {
    this.faits = this.faits.map((f) => ({
      ...f,
      donnees: definitionDe(f.type).schema.parse(sansNul(f.donnees)),
    }));
  }

  /** What the act is refused for; empty when it is possible. */
  refus(acte: string, au: Jour, reponses: Reponses = {}, cible?: string): Refus[] {
    const decision = this.tenter(acte, au, reponses, cible);
    return "refus" in decision ? decision.refus : [];
  }
}
