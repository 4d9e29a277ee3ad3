import { createServer } from "node:http";
import type { Config } from "../config.ts";
import { ErreurDemarrage } from "../store/postgres/erreur-demarrage.ts";

/** Refuses early, before a database is started or a demonstration told, when the port cannot be had. */
export async function assurerPort(config: Config): Promise<void> {
  const essai = createServer();
  await ecouter(essai, config);
  await new Promise<void>((resolve) => essai.close(() => resolve()));
}

export function ecouter(serveur: ReturnType<typeof createServer>, { port, hote }: Config): Promise<void> {
  return new Promise((resolve, reject) => {
    const refuser = (erreur: NodeJS.ErrnoException) => {
      const phrase =
        erreur.code === "EADDRINUSE"
          ? `Le port ${port} est déjà pris, peut-être par un autre Probant. Fermez-le, ou choisissez un autre port avec la même commande : PORT=4181 devant elle`
          : erreur.code === "EACCES"
            ? `Le port ${port} est réservé à l’administrateur de la machine. Choisissez-en un autre : PORT=4180 npm start`
            : `Le serveur ne peut pas écouter sur ${hote}, port ${port} (${erreur.code ?? "cause inconnue"}).`;
      reject(new ErreurDemarrage(phrase));
    };
    serveur.once("error", refuser);
    serveur.listen(port, hote, () => {
      // Once open, an error of the server is no refusal to listen: nobody would hear it here.
      serveur.off("error", refuser);
      resolve();
    });
  });
}
