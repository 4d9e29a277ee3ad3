import { expect, test } from "vitest";
import { ouvrirMaisonDeTest } from "../../tests/harness/maison.ts";
import type { Envoi } from "../mail/postier.ts";
import { transaction } from "../store/connexion.ts";
import { ecrireMessage } from "../usecases/messages/preparer-message.ts";
import { type AdresseCourriel, parseExpediteur } from "../values/adresse-courriel.ts";
import { envoyerLesMessages } from "./messages.ts";

test("arrêté au milieu de la file, l’envoi finit le message en main et laisse les autres attendre", async () => {
  const m = await ouvrirMaisonDeTest();
  await transaction(m.maison.base, m.organismeId, async (tx) => {
    for (let i = 0; i < 3; i += 1) {
      await ecrireMessage(m.maison, tx, {
        modele: "lien-de-connexion",
        a: "zoe@exemple.example" as AdresseCourriel,
        donnees: { minutes: 15 },
        cheminSecret: `/entrer/${i}`,
      });
    }
  });
  const commence = Promise.withResolvers<void>();
  const reponse = Promise.withResolvers<Envoi>();
  const tache = envoyerLesMessages(
    m.maison,
    {
      postier: {
        envoyer: () => {
          commence.resolve();
          return reponse.promise;
        },
      },
      expediteur: parseExpediteur("contact@horizon.example"),
      url: "https://probant.example",
      imprimer: m.imprimer,
    },
    (phrase) => expect.fail(phrase),
  );
  await commence.promise;
  const arretee = tache.arreter();
  reponse.resolve({ issue: "accepte" });
  await arretee;
  const { rows } = await m.maison.base.pool.query(
    "select etat, count(*)::integer as nombre from message_sortie group by etat order by etat",
  );
  expect(rows).toEqual([
    { etat: "a_envoyer", nombre: 2 },
    { etat: "envoye", nombre: 1 },
  ]);
});
