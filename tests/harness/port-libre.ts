import { createServer } from "node:net";

/** A port of this machine that nobody listens on now. */
export async function portLibre(): Promise<number> {
  const serveur = createServer();
  await new Promise<void>((resolve) => serveur.listen(0, "127.0.0.1", resolve));
  const { port } = serveur.address() as { port: number };
  await new Promise((resolve) => serveur.close(resolve));
  return port;
}
