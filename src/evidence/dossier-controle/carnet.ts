import { PreuveInvalide } from "../preuve-invalide.ts";
import type { Constat, Point, Rapport } from "./rapport.ts";

/** The findings of one check, written down as it goes. */
export class Carnet {
  readonly #constats: Constat[] = [];
  readonly remarques: string[] = [];
  dossier: Rapport["dossier"] = null;
  faits: Rapport["faits"] = null;
  cle: Rapport["cle"] = null;
  passations: Rapport["passations"] = [];
  checkpoint: Rapport["checkpoint"] = null;

  /** Runs one check; a PreuveInvalide becomes a failed constat and the answer null. `phrase` says its success. */
  check<T>(point: Point, phrase: string, run: () => T): T | null {
    try {
      const result = run();
      this.#constats.push({ point, ok: true, phrase });
      return result;
    } catch (error) {
      if (!(error instanceof PreuveInvalide)) throw error;
      this.refuse(point, error.message);
      return null;
    }
  }

  refuse(point: Point, phrase: string): void {
    this.#constats.push({ point, ok: false, phrase });
  }

  close(verdict?: "illisible"): Rapport {
    return {
      verdict: verdict ?? (this.#constats.every(({ ok }) => ok) ? "intact" : "altere"),
      constats: this.#constats,
      remarques: this.remarques,
      dossier: this.dossier,
      faits: this.faits,
      cle: this.cle,
      passations: this.passations,
      checkpoint: this.checkpoint,
    };
  }
}
