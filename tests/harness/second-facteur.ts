import { createHmac } from "node:crypto";
import { type Client, clientDe, type MaisonDeTest, MOT_DE_PASSE } from "./maison.ts";

/**
 * RFC 6238 written here anew: what an application shows now, or at the next step, which the server takes too. The
 * second factor is set with the present code, so that a step that passes meanwhile breaks no test.
 */
export function codeDe(secret: string, decalage = 0): string {
  const bits = [...secret]
    .map((l) => "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(l).toString(2).padStart(5, "0"))
    .join("");
  const cle = Buffer.from((bits.match(/.{8}/g) ?? []).map((o) => Number.parseInt(o, 2)));
  const compteur = Buffer.alloc(8);
  compteur.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000) + decalage));
  const mac = createHmac("sha1", cle).update(compteur).digest();
  return String((mac.readUInt32BE(mac[19]! & 15) & 0x7f_ff_ff_ff) % 1_000_000).padStart(6, "0");
}

/** Sets somebody’s second factor, as its page leads him. */
export async function enroler(m: MaisonDeTest, client: Client) {
  const page = await (
    await client.post("/compte/second-facteur", { faire: "preparer", motDePasse: MOT_DE_PASSE })
  ).text();
  const secret = (/Le secret\u00a0: <code>([A-Z2-7 ]+)<\/code>/.exec(page)?.[1] ?? "").replaceAll(" ", "");
  const code = codeDe(secret);
  const reponse = await client.post("/compte/second-facteur/code", { code });
  const codes = [...(await reponse.text()).matchAll(/<li><code>([^<]+)<\/code><\/li>/g)].map((c) => c[1]!);
  const dedans = clientDe(m.app, reponse.headers.getSetCookie(), client.auteur);
  return { secret, code, codes, dedans };
}
