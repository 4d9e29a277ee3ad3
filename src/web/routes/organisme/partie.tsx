import type { Context, Hono } from "hono";
import type { Refus } from "../../../dossier/acte.ts";
import { partieDeNom } from "../../../dossier/parties-organisme/catalogue.ts";
import { NOUVEAU, type Partie } from "../../../dossier/parties-organisme/partie.ts";
import {
  type ChangementEcrit,
  changerOrganisme,
  consulterOrganisme,
  type OrganismeConsulte,
  parFormulaire,
} from "../../../usecases/organisme/changer-organisme.ts";
import { ChampsRendus, type Precisions, RefusRendus, retaper, type Valeurs } from "../../champs-rendus.tsx";
import type { Env } from "../../contexte.ts";
import { champsDeFormulaire } from "../../formulaire.ts";
import { introuvable } from "../../introuvable.tsx";
import { page } from "../../page.tsx";
import { Button, Buttons, LinkButton } from "../../ui/button.tsx";
import { Form } from "../../ui/form.tsx";
import { PageTitle } from "../../ui/layout.tsx";
import { auteurDe, COURANT, Conflit, clesDe, differences, Retour } from "./commun.tsx";

const PRECISIONS: Precisions = {
  siret: { largeur: "courte" },
  courriel: { saisie: "email" },
  telephone: { saisie: "tel" },
};

type Vue = {
  partie: Partie;
  cible: string;
  consulte: OrganismeConsulte;
  valeurs: Valeurs;
  jeton: string;
  refus?: readonly Refus[];
  conflit?: { changements: readonly ChangementEcrit[]; differe: [string, string][] };
};

/** The address of a form: its part, and the element it is about. */
function adresseDe(partie: Partie, cible: string): string {
  const base = `${COURANT}/${partie.nom}`;
  return partie.liste ? `${base}/${encodeURIComponent(cible)}` : base;
}

function Formulaire({ partie, cible, consulte, valeurs, jeton, refus = [], conflit }: Vue) {
  const { organisme, version } = consulte;
  const chapeau = partie.chapeau(organisme, cible);
  const retirable = cible !== NOUVEAU && partie.retrait(organisme, cible) !== null;
  return (
    <>
      <Retour />
      <RefusRendus refus={refus} />
      {conflit === undefined ? null : <Conflit {...conflit} />}
      <PageTitle titre={partie.titre(organisme, cible)} {...(chapeau === undefined ? {} : { chapeau })} />
      <Form action={adresseDe(partie, cible)} jeton={jeton} garde champsCaches={{ vu: String(version) }}>
        <ChampsRendus
          champs={partie.champs(organisme, cible)}
          valeurs={valeurs}
          refus={refus}
          precisions={PRECISIONS}
        />
        <Buttons>
          <Button>{partie.bouton}</Button>
          <LinkButton rang="discret" href={COURANT}>
            Revenir sans enregistrer
          </LinkButton>
        </Buttons>
      </Form>
      {retirable ? (
        <p class="mt-6">
          <a href={`${adresseDe(partie, cible)}/retirer`}>{partie.retrait(organisme, cible)?.bouton}…</a>
        </p>
      ) : null}
    </>
  );
}

function rendre(c: Context<Env>, vue: Omit<Vue, "jeton">, statut: 200 | 409 | 422 = 200) {
  return page(
    c,
    {
      titre: vue.partie.titre(vue.consulte.organisme, vue.cible),
      enErreur: statut !== 200,
      courant: COURANT,
      etroite: true,
      children: <Formulaire {...vue} jeton={c.get("portes").maison.nouvelId()} />,
    },
    statut,
  );
}

async function montrer(c: Context<Env>) {
  const { partie, cible } = lireAdresse(c);
  const { maison } = c.get("portes");
  const consulte = await consulterOrganisme(maison, c.get("moi"));
  if (partie === undefined || !partie.existe(consulte.organisme, cible)) return introuvable(c);
  const valeurs = partie.valeurs(consulte.organisme, cible, { au: consulte.au, nouvelId: "" });
  return rendre(c, { partie, cible, consulte, valeurs });
}

async function recevoir(c: Context<Env>) {
  const { partie, cible } = lireAdresse(c);
  if (partie === undefined) return introuvable(c);
  const { maison } = c.get("portes");
  const brut = await champsDeFormulaire(c);
  const reponse = await changerOrganisme(maison, auteurDe(c), {
    ...clesDe(c, brut),
    sujet: [partie.nom, cible],
    changer: parFormulaire(partie, cible, brut),
  });
  if (reponse.issue === "fait") return c.redirect(`${COURANT}?fait=1`, 303);
  if (reponse.issue === "inconnu") return introuvable(c);
  const consulte = await consulterOrganisme(maison, c.get("moi"));
  const { organisme, au } = consulte;
  const suite = partie.suite(organisme, cible);
  const champs = partie.champs(organisme, suite);
  const valeurs = retaper(champs, brut);
  const vue = { partie, cible: suite, consulte, valeurs };
  if (reponse.issue === "refus") return rendre(c, { ...vue, refus: reponse.refus }, 422);
  const gardees = partie.valeurs(organisme, suite, { au, nouvelId: "" });
  const differe = suite === NOUVEAU ? [] : differences(champs, gardees, valeurs);
  return rendre(c, { ...vue, conflit: { changements: reponse.changements, differe } }, 409);
}

/** A part of which there is one has no second piece; an element of a list must have it. */
function lireAdresse(c: Context<Env>) {
  const cible = c.req.param("cible") ?? "";
  const partie = partieDeNom(c.req.param("partie") ?? "");
  return { partie: partie?.liste === (cible !== "") ? partie : undefined, cible };
}

export function routesDesParties(app: Hono<Env>): void {
  app.get("/organisme/:partie", montrer);
  app.post("/organisme/:partie", recevoir);
  app.get("/organisme/:partie/:cible", montrer);
  app.post("/organisme/:partie/:cible", recevoir);
}
