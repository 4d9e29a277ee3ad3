import { createAuthEndpoint } from "better-auth/api";
import { setSessionCookie } from "better-auth/cookies";
import { z } from "zod";

/**
 * Opens a session for a person whom a secret link told us. The library makes the session and signs its cookie; no
 * address leads here, only our own calls.
 */
export const greffonSession = {
  id: "probant-session",
  endpoints: {
    ouvrirSession: createAuthEndpoint(
      "/probant/ouvrir-session",
      {
        method: "POST",
        body: z.object({ utilisateurId: z.string() }),
        metadata: { SERVER_ONLY: true as const },
      },
      async (ctx) => {
        const { internalAdapter } = ctx.context;
        const user = await internalAdapter.findUserById(ctx.body.utilisateurId);
        if (user === null) throw ctx.error("NOT_FOUND");
        const session = await internalAdapter.createSession(user.id);
        await setSessionCookie(ctx, { session, user });
        return ctx.json({ jeton: session.token });
      },
    ),
  },
};
