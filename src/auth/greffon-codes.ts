import { createHash } from "node:crypto";
import { APIError, createAuthEndpoint, createAuthMiddleware, getSessionFromCtx } from "better-auth/api";
import { generateRandomString, symmetricDecrypt } from "better-auth/crypto";
import type pg from "pg";
import { z } from "zod";
import { base32 } from "./base32.ts";

/** As the library names the cookie of one who gave his passphrase and still owes a code. */
export const COOKIE_DU_CODE = "two_factor";
/** How what that cookie holds begins, when an identity provider and no passphrase came first. */
export const PAR_RESEAU = "2fa-reseau-";
const DUREE_S = 600;

const RESERVER = `
  with vieux as (
    delete from code_servi where utilisateur_id = $1 and servi_le < now() - interval '5 minutes'
  )
  insert into code_servi (utilisateur_id, empreinte) values ($1, $2) on conflict do nothing`;

/**
 * What the library's second factor lacks here: the same code is refused twice in its window, a link does not spare the
 * code, and a page can show again the secret that is being set.
 */
export const greffonCodes = (pool: pg.Pool) => ({
  id: "probant-codes",
  hooks: {
    before: [
      {
        matcher: ({ path }: { path?: string }) => path === "/two-factor/verify-totp",
        // Held before it is checked: of two sendings at once, one is tried. A wrong code held harms nobody.
        handler: createAuthMiddleware(async (ctx) => {
          const { internalAdapter, secret } = ctx.context;
          const present = await getSessionFromCtx(ctx);
          const defi = await ctx.getSignedCookie(ctx.context.createAuthCookie(COOKIE_DU_CODE).name, secret);
          const attendu = typeof defi === "string" ? await internalAdapter.findVerificationValue(defi) : null;
          const utilisateur = present?.user.id ?? attendu?.value;
          if (utilisateur === undefined) return;
          const empreinte = createHash("sha256").update(String(ctx.body?.code)).digest();
          const { rowCount } = await pool.query(RESERVER, [utilisateur, empreinte]);
          if (rowCount !== 1) throw new APIError("UNAUTHORIZED", { message: "this code was used" });
        }),
      },
    ],
  },
  endpoints: {
    /** Asks the code of a person whom a link or a provider told us, as the library does after a passphrase. */
    demanderCode: createAuthEndpoint(
      "/probant/demander-code",
      {
        method: "POST",
        body: z.object({ utilisateurId: z.string(), parReseau: z.boolean() }),
        metadata: { SERVER_ONLY: true as const },
      },
      async (ctx) => {
        const { internalAdapter, secret } = ctx.context;
        const debut = ctx.body.parReseau ? PAR_RESEAU : "2fa-";
        const identifier = `${debut}${generateRandomString(20)}`;
        const expiresAt = new Date(Date.now() + DUREE_S * 1000);
        await internalAdapter.createVerificationValue({
          value: ctx.body.utilisateurId,
          identifier,
          expiresAt,
        });
        await internalAdapter.createVerificationValue({
          value: "0",
          identifier: `2fa-attempts-${identifier}`,
          expiresAt,
        });
        const cookie = ctx.context.createAuthCookie(COOKIE_DU_CODE, { maxAge: DUREE_S });
        await ctx.setSignedCookie(cookie.name, identifier, secret, cookie.attributes);
        return ctx.json({});
      },
    ),
    /** The secret of a person's second factor as applications take it, and his recovery codes. */
    lireSecret: createAuthEndpoint(
      "/probant/lire-secret",
      {
        method: "POST",
        body: z.object({ utilisateurId: z.string() }),
        metadata: { SERVER_ONLY: true as const },
      },
      async (ctx) => {
        const lu = await ctx.context.adapter.findOne<{ secret: string; backupCodes: string }>({
          model: "twoFactor",
          where: [{ field: "userId", value: ctx.body.utilisateurId }],
        });
        const user = await ctx.context.internalAdapter.findUserById(ctx.body.utilisateurId);
        if (lu === null || user === null) return ctx.json(null);
        const ouvrir = (data: string) => symmetricDecrypt({ key: ctx.context.secretConfig, data });
        const cle = base32(Buffer.from(await ouvrir(lu.secret), "utf8"));
        return ctx.json({
          uri: `otpauth://totp/Probant:${encodeURIComponent(user.email)}?secret=${cle}&issuer=Probant`,
          secret: cle,
          codesDeSecours: z.array(z.string()).parse(JSON.parse(await ouvrir(lu.backupCodes))),
        });
      },
    ),
  },
});
