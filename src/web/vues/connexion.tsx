import type { Context } from "hono";
import type { Env } from "../contexte.ts";
import { page } from "../page.tsx";
import { type Saisie, saisieCachee } from "../reprise.ts";
import { Button, Buttons } from "../ui/button.tsx";
import { ChampTexte } from "../ui/champs/une-ligne.tsx";
import { ErrorSummary, type Faute, Form } from "../ui/form.tsx";
import { PageTitle, Sheet } from "../ui/layout.tsx";
import { Notice } from "../ui/notice.tsx";
import { EntrerAvec } from "./entrer-avec.tsx";

type Vue = {
  suite: string;
  courriel?: string;
  fautes?: readonly Faute[];
  saisie?: Saisie | null;
  cle?: object;
  /** What people call the identity provider; left out: there is none. */
  reseau?: string;
};

function Connexion({ courriel = "", suite, fautes = [], saisie = null, cle, reseau }: Vue) {
  const erreur = (nom: string) => fautes.find((f) => f.nom === nom)?.message;
  return (
    <>
      <ErrorSummary fautes={fautes} />
      <PageTitle titre="Entrer" chapeau="Avec l’adresse et la phrase de passe que votre organisme connaît." />
      {saisie === null ? null : (
        <div class="mt-6">
          <Notice genre="alerte" titre="Votre session a pris fin pendant que vous écriviez.">
            Rien n’est écrit au dossier. Vos réponses sont gardées dans cette page : entrez ici, et le
            formulaire revient tel que vous l’avez laissé.
          </Notice>
        </div>
      )}
      <Sheet className="mt-6">
        <Form action="/connexion" champsCaches={{ suite, ...(saisie === null ? {} : saisieCachee(saisie)) }}>
          <ChampTexte
            nom="courriel"
            libelle="Adresse électronique"
            saisie="email"
            autocompletion="username"
            requis
            valeur={courriel}
            erreur={erreur("courriel")}
          />
          <ChampTexte
            nom="motDePasse"
            libelle="Phrase de passe"
            saisie="password"
            autocompletion="current-password"
            requis
            erreur={erreur("motDePasse")}
          />
          <Buttons>
            <Button>Entrer</Button>
          </Buttons>
        </Form>
      </Sheet>
      {reseau === undefined ? null : <EntrerAvec reseau={reseau} suite={suite} />}
      {cle === undefined ? null : (
        <form
          method="post"
          action="/connexion/cle"
          class="mt-6"
          hidden
          data-cle-acces="get"
          data-options={JSON.stringify(cle)}
        >
          <input type="hidden" name="suite" value={suite} />
          <input type="hidden" name="reponse" />
          <Button rang="second">Entrer avec une clé d’accès</Button>
          <p role="status" data-cle-refus hidden>
            Votre appareil n’a pas donné de clé d’accès.
          </p>
        </form>
      )}
      <p class="mt-6">
        <a href="/connexion/lien">Recevoir un lien</a>, sans phrase de passe ou si vous l’avez oubliée.
      </p>
    </>
  );
}

/** The sign-in page; with `saisie`, it also carries the words of a form that came after the end of the session. */
export function pageDeConnexion(
  c: Context<Env>,
  vue: Omit<Vue, "cle" | "reseau">,
  statut: 200 | 401 | 403 | 422 | 429 | 503 = 200,
) {
  const enErreur = (vue.fautes ?? []).length > 0;
  // The words of a form go back with a passphrase alone: the other ways in do not carry them.
  const autres = vue.saisie ? {} : autresEntrees(c);
  return page(
    c,
    { titre: "Entrer", enErreur, etroite: true, children: <Connexion {...vue} {...autres} /> },
    statut,
  );
}

function autresEntrees(c: Context<Env>): Pick<Vue, "cle" | "reseau"> {
  const { clesAcces, reseau } = c.get("portes").comptes;
  return { cle: clesAcces.demander(), ...(reseau === null ? {} : { reseau: reseau.nom }) };
}
