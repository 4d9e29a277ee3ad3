import { createServer, type ServerResponse } from "node:http";
import { type AddressInfo, connect } from "node:net";
import { expect, onTestFinished, test } from "vitest";
import { fermerServeur } from "./fermer-serveur.ts";

test("un navigateur qui garde sa connexion et redemande sans fin n’empêche pas le serveur de fermer", async () => {
  const { promise: recue, resolve: recevoir } = Promise.withResolvers<ServerResponse>();
  const serveur = createServer((demande, reponse) => {
    // The first answer is under way when the server closes: the connection is not idle, and stays.
    if (demande.url === "/premiere") recevoir(reponse);
    else reponse.end("scellé");
  });
  await new Promise<void>((resolve) => serveur.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => serveur.closeAllConnections());
  const client = connect((serveur.address() as AddressInfo).port, "127.0.0.1");
  client.on("error", () => undefined);
  let reponses = 0;
  client.on("data", () => {
    reponses += 1;
    client.write("GET / HTTP/1.1\r\nHost: ici\r\n\r\n");
  });
  client.write("GET /premiere HTTP/1.1\r\nHost: ici\r\n\r\n");
  const premiere = await recue;
  const ferme = fermerServeur(serveur, 100);
  premiere.end("ouvert");
  await ferme;
  expect(reponses).toBeGreaterThan(1);
});

test("une demande dont la fin ne vient jamais non plus, et une réponse en cours part d’abord", async () => {
  const { promise: recue, resolve: recevoir } = Promise.withResolvers<ServerResponse>();
  const serveur = createServer((demande, reponse) => {
    if (demande.method === "GET") recevoir(reponse);
  });
  await new Promise<void>((resolve) => serveur.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => serveur.closeAllConnections());
  const { port } = serveur.address() as AddressInfo;
  const lente = connect(port, "127.0.0.1");
  lente.on("error", () => undefined);
  lente.write("POST / HTTP/1.1\r\nHost: ici\r\nContent-Length: 10\r\n");
  const lue = fetch(`http://127.0.0.1:${port}/`).then((r) => r.text());
  const reponse = await recue;
  const ferme = fermerServeur(serveur, 100);
  reponse.end("parti");
  await ferme;
  expect(await lue).toBe("parti");
});
