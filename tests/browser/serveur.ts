import type { AddressInfo } from "node:net";
import { serve } from "@hono/node-server";

type Application = { fetch: (requete: Request) => Response | Promise<Response> };

export type Serveur = { readonly url: string; readonly fermer: () => Promise<void> };

/** Serves an application on a free port of this machine, until closed. */
export function servir(app: Application): Promise<Serveur> {
  return new Promise((resolve) => {
    const serveur = serve({ fetch: app.fetch, port: 0, hostname: "127.0.0.1" }, (adresse: AddressInfo) => {
      resolve({
        url: `http://127.0.0.1:${adresse.port}`,
        fermer: () => new Promise((fini) => serveur.close(() => fini())),
      });
    });
  });
}
