import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import type { MiddlewareHandler } from "hono";

const enBrotli = promisify(brotliCompress);
const enGzip = promisify(gzip);
// A page is made for one reader: level 4 takes a millisecond beside the event loop, and the highest a tenth of a second.
const BROTLI = { params: { [constants.BROTLI_PARAM_QUALITY]: 4, [constants.BROTLI_PARAM_MODE]: 1 } };
const TROP_PETIT = 1_024;

/** Compresses pages for the browsers that ask for it: hundred kilobytes of HTML become fifteen. */
export const comprimer: MiddlewareHandler = async (c, suite) => {
  await suite();
  if (!c.res.headers.get("content-type")?.startsWith("text/html") || c.res.headers.has("content-encoding"))
    return;
  const accepte = c.req.header("accept-encoding") ?? "";
  const codage = /\bbr\b/.test(accepte) ? "br" : /\bgzip\b/.test(accepte) ? "gzip" : null;
  c.header("vary", "accept-encoding");
  if (codage === null || c.req.method === "HEAD") return;
  const page = new Uint8Array(await c.res.arrayBuffer());
  const corps =
    page.length < TROP_PETIT ? page : codage === "br" ? await enBrotli(page, BROTLI) : await enGzip(page);
  c.res = new Response(new Uint8Array(corps), c.res);
  if (corps !== page) c.header("content-encoding", codage);
};
