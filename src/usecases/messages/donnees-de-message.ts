import { z } from "zod";

/** A file to join, by reference: its bytes are read when the message leaves. */
const sPieceAJoindre = z.discriminatedUnion("genre", [
  /** A paper of the dossier, printed anew; proofs only. */
  z.object({ genre: z.literal("papier"), reference: z.string(), papier: z.string() }),
  /** A kept piece; proofs only. */
  z.object({ genre: z.literal("piece"), dossierId: z.string(), piece: z.string() }),
  /** The signed head of the organisation's journal, which covers what was just written. */
  z.object({ genre: z.literal("checkpoint") }),
]);
export type PieceAJoindre = z.infer<typeof sPieceAJoindre>;

/** What the outbox keeps of a mail: names, references and addresses; never content. */
export const sDonneesDeMessage = z.object({
  dossierId: z.string().optional(),
  champs: z.unknown(),
  /** Where the message leads, when that is no secret. */
  chemin: z.string().nullable(),
  /** Whether it leads to a secret link, still there or erased. */
  aUnSecret: z.boolean(),
  /** The sealed path; erased once the message can no longer leave. */
  secret: z.object({ cle: z.string(), scelle: z.string() }).optional(),
  pieces: z.array(sPieceAJoindre),
});
export type DonneesDeMessage = z.infer<typeof sDonneesDeMessage>;
