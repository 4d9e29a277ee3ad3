import type { Context, Hono } from "hono";
import { nettoyer } from "../../../dossier/champ.ts";
import { changerPhrase } from "../../../usecases/compte/changer-phrase.ts";
import { adresseDe } from "../../adresse.ts";
import type { Env } from "../../contexte.ts";
import { champsDeFormulaire } from "../../formulaire.ts";
import { page } from "../../page.tsx";
import { Button, Buttons } from "../../ui/button.tsx";
import { ChampTexte } from "../../ui/champs/une-ligne.tsx";
import type { Faute } from "../../ui/form.tsx";
import { ErrorSummary, Form } from "../../ui/form.tsx";
import { PageTitle } from "../../ui/layout.tsx";
import { tropDEssais } from "../entree/arriver.ts";
import { aUnePhrase, COMPTE, PhraseActuelle, RetourAuCompte } from "./commun.tsx";

async function montrer(c: Context<Env>, fautes: readonly Faute[] = [], statut: 200 | 422 | 429 = 200) {
  const erreur = (nom: string) => fautes.find((f) => f.nom === nom)?.message;
  const { comptes } = c.get("portes");
  const parLien = await comptes.vientDUnLien(c.req.raw.headers);
  const sansPhrase = !(await aUnePhrase(c));
  const titre = sansPhrase ? "Choisir une phrase de passe" : "Changer ma phrase de passe";
  const corps = (
    <>
      <RetourAuCompte />
      <ErrorSummary fautes={fautes} />
      <PageTitle
        titre={titre}
        chapeau="Vos autres appareils sont déconnectés, et un message vous le confirme."
      />
      <Form action={`${COMPTE}/phrase`}>
        {parLien ? null : <PhraseActuelle erreur={erreur("motDePasse")} />}
        <ChampTexte
          nom="nouvelle"
          libelle="Votre nouvelle phrase de passe"
          aide="12 caractères au moins. Quatre mots que vous retenez conviennent."
          saisie="password"
          autocompletion="new-password"
          requis
          erreur={erreur("nouvelle")}
        />
        <Buttons>
          <Button>{sansPhrase ? "Choisir cette phrase de passe" : "Changer ma phrase de passe"}</Button>
        </Buttons>
      </Form>
      {parLien ? null : (
        <p class="mt-6">
          Vous ne la connaissez pas&#8239;? <a href="/connexion/lien">Recevez un lien</a> : dans le quart
          d’heure où vous entrez avec lui, elle n’est pas demandée ici.
        </p>
      )}
    </>
  );
  return page(
    c,
    { titre, enErreur: fautes.length > 0, courant: COMPTE, etroite: true, children: corps },
    statut,
  );
}

export function routesDeLaPhrase(app: Hono<Env>): void {
  app.get("/compte/phrase", (c) => montrer(c));
  app.post("/compte/phrase", async (c) => {
    const { maison, comptes } = c.get("portes");
    const brut = await champsDeFormulaire(c);
    const nouvelle = nettoyer(brut.nouvelle?.[0] ?? "");
    if (nouvelle === "") {
      return montrer(c, [{ nom: "nouvelle", message: "Choisissez une phrase de passe." }], 422);
    }
    const change = await changerPhrase(maison, comptes, c.get("moi"), c.req.raw.headers, {
      actuelle: nettoyer(brut.motDePasse?.[0] ?? ""),
      nouvelle,
      adresse: adresseDe(c),
    });
    if ("attendre" in change) return montrer(c, [tropDEssais(c, change.attendre)], 429);
    if ("refus" in change) {
      const fautes = change.refus.map(({ champ, phrase: message }) => ({
        ...(champ === undefined ? {} : { nom: champ }),
        message,
      }));
      return montrer(c, fautes, 422);
    }
    return c.redirect(`${COMPTE}?fait=phrase`, 303);
  });
}
