import { type Mesure, mesurer, reconnaitre } from "./matrice.ts";
import { batirMonde } from "./monde.ts";
import { avecScene } from "./scene.ts";

/** Builds two organisations on a throw-away database and asks every route in the name of every role; prints what was found. */
export async function lancerMatrice({ json }: { json: boolean }): Promise<0 | 1> {
  const { resultat, ecarts }: Mesure = await avecScene(async (scene) => {
    const monde = await batirMonde(scene);
    return await mesurer(monde, await reconnaitre(monde));
  });
  for (const ecart of ecarts) process.stderr.write(`${ecart}\n`);
  const { routes, roles, cibles, requetes, inattendus, canaris } = resultat;
  process.stdout.write(
    json
      ? `${JSON.stringify(resultat)}\n`
      : [
          `${routes} routes × ${roles} visiteurs × ${cibles} cibles : ${requetes} demandes.`,
          `Réponses inattendues : ${inattendus}.`,
          `Canaris : ${canaris.plantes} posés, ${canaris.vus} vus par qui ne devait pas.`,
          "",
        ].join("\n"),
  );
  return inattendus === 0 && canaris.vus === 0 ? 0 : 1;
}
