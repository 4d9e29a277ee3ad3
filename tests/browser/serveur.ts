import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import { serve } from "@hono/node-server";
import { fermerServeur } from "../../src/web/fermer-serveur.ts";

type Application = { fetch: (requete: Request) => Response | Promise<Response> };

export type Serveur = { readonly url: string; readonly fermer: () => Promise<void> };

/** Serves an application on a free port of this machine, until closed. */
export function servir(app: Application): Promise<Serveur> {
  return new Promise((resolve) => {
    const serveur = serve({ fetch: app.fetch, port: 0, hostname: "127.0.0.1" }, (adresse: AddressInfo) => {
      resolve({
        url: `http://127.0.0.1:${adresse.port}`,
        // A browser keeps connections on which it has asked nothing yet: they are not waited for.
        fermer: () => fermerServeur(serveur as Server, 1000),
      });
    });
  });
}
