import { z } from "zod";
import { defineFait } from "../fait.ts";
import { sContenu } from "../schema.ts";

const sSeance = z.string().regex(/^s\d{1,3}$/, { error: "Une séance se nomme s1, s2…" });

/** Where to meet at a distance: a secret of the two, so it is sealed and the fact names it only. */
export const lienDeSeanceNote = defineFait({
  type: "lien_de_seance_note.v1",
  libelle: "Lien de la séance à distance noté",
  schema: z.object({ seance: sSeance, lien: sContenu }),
  recit: (d) => `séance ${d.seance.slice(1)}`,
  evolve: () => ({}),
});

/**
 * One side joined or left a session at a distance, each from its own account. The person's arrival is an objective
 * trace of the session; it completes the signatures and never stands for them.
 */
export const presenceNotee = defineFait({
  type: "presence_notee.v1",
  libelle: "Présence à distance",
  schema: z.object({
    seance: sSeance,
    par: z.enum(["beneficiaire", "conseiller"]),
    evenement: z.enum(["arrivee", "depart"]),
  }),
  recit: (d) =>
    `séance ${d.seance.slice(1)}, ${d.evenement === "arrivee" ? "arrivée" : "départ"} ${d.par === "beneficiaire" ? "de la personne" : "du conseiller"}`,
  evolve: (etat, d) =>
    d.par === "beneficiaire" && d.evenement === "arrivee"
      ? {
          seances: etat.seances.map((s) =>
            s.id === d.seance && !s.traces.includes("connexion")
              ? { ...s, traces: [...s.traces, "connexion"] }
              : s,
          ),
        }
      : {},
});
