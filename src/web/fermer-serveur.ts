import type { Server } from "node:http";

/**
 * Takes no new connection, lets the answers under way leave, and cuts what is still open after `patienceMs`: a browser
 * that keeps its connection and asks again, or one that never ends its request, would hold a server open for ever.
 */
export async function fermerServeur(serveur: Server, patienceMs: number): Promise<void> {
  await new Promise<void>((resolve) => {
    const trop = setTimeout(() => serveur.closeAllConnections(), patienceMs);
    serveur.close(() => {
      clearTimeout(trop);
      resolve();
    });
    serveur.closeIdleConnections();
  });
}
