import type { Hono } from "hono";
import { lireSaisie, type Refus, type Saisie } from "../../../dossier/acte.ts";
import {
  CHAMPS_ORGANISME,
  GROUPES_ORGANISME,
  lireOrganismeSaisi,
} from "../../../dossier/formulaire-organisme.ts";
import { fonderParCode, lireCode } from "../../../usecases/organisme/premier-demarrage.ts";
import { ChampsRendus, type Precisions, RefusRendus, retaper, type Valeurs } from "../../champs-rendus.tsx";
import type { Env } from "../../contexte.ts";
import { champsDeFormulaire } from "../../formulaire.ts";
import { introuvable } from "../../introuvable.tsx";
import { page } from "../../page.tsx";
import { Button, Buttons } from "../../ui/button.tsx";
import { FieldGroup, Form } from "../../ui/form.tsx";
import { PageTitle } from "../../ui/layout.tsx";

const PRECISIONS: Precisions = {
  siret: { largeur: "courte" },
  courriel: { saisie: "email", autocompletion: "email" },
  motDePasse: { saisie: "password", autocompletion: "new-password" },
  conseiller: { autocompletion: "name" },
};

function Demarrage({
  code,
  valeurs,
  refus = [],
}: {
  code: string;
  valeurs: Valeurs;
  refus?: readonly Refus[];
}) {
  return (
    <>
      <RefusRendus refus={refus} />
      <PageTitle
        titre="Créer votre organisme"
        chapeau="Une page, une seule fois. Vous entrez ensuite avec votre adresse."
      />
      <Form action="/demarrage" champsCaches={{ code }} garde>
        {GROUPES_ORGANISME.map(({ titre, champs }) => (
          <FieldGroup titre={titre}>
            <ChampsRendus
              champs={Object.fromEntries(champs.map((nom) => [nom, CHAMPS_ORGANISME[nom]]))}
              valeurs={valeurs}
              refus={refus}
              precisions={PRECISIONS}
            />
          </FieldGroup>
        ))}
        <Buttons>
          <Button>Créer l’organisme</Button>
        </Buttons>
      </Form>
    </>
  );
}

const EN_COURS: Refus = {
  phrase: "Cet organisme est déjà en train d’être créé, par un autre envoi de ce formulaire.",
  remede: "Attendez quelques secondes, puis entrez avec l’adresse et la phrase de passe de ce premier envoi.",
};

const ADRESSE_PRISE: Refus = {
  champ: "courriel",
  phrase: "Cette adresse a déjà un compte ici.",
  remede:
    "Créez l’organisme avec une autre adresse, puis invitez celle-ci dans la page « Membres » : elle aura deux places.",
};

export function routesDemarrage(app: Hono<Env>): void {
  app.get("/demarrage", async (c) => {
    const code = c.req.query("code") ?? "";
    if ((await lireCode(c.get("portes").maison, code)) !== "ouvert") return introuvable(c);
    const valeurs = { regimeTva: "attestation", territoire: "metropole" };
    return page(c, {
      titre: "Créer votre organisme",
      etroite: true,
      children: <Demarrage code={code} valeurs={valeurs} />,
    });
  });
  app.post("/demarrage", async (c) => {
    const brut = await champsDeFormulaire(c);
    const code = brut.code?.[0] ?? "";
    const { maison, comptes } = c.get("portes");
    const etat = await lireCode(maison, code);
    if (etat === "faux") return introuvable(c);
    if (etat === "servi") return c.redirect("/connexion", 303);
    const refuser = (refus: Refus[], statut: 409 | 422 = 422) =>
      page(
        c,
        {
          titre: "Créer votre organisme",
          enErreur: true,
          etroite: true,
          children: (
            <Demarrage
              code={code}
              valeurs={{ ...retaper(CHAMPS_ORGANISME, brut), motDePasse: "" }}
              refus={refus}
            />
          ),
        },
        statut,
      );
    const lu = lireSaisie(CHAMPS_ORGANISME, brut);
    if ("refus" in lu) return refuser(lu.refus);
    const saisie = lu.saisie as Saisie<typeof CHAMPS_ORGANISME>;
    const organisme = lireOrganismeSaisi(saisie);
    if (Array.isArray(organisme)) return refuser(organisme);
    const { conseiller: nom, courriel, motDePasse } = saisie;
    const fondateur = { nom, courriel, motDePasse, intervenant: "i1" };
    const { issue } = await fonderParCode(maison, comptes, code, organisme, fondateur);
    if (issue === "adresse") return refuser([ADRESSE_PRISE]);
    return issue === "en_cours" ? refuser([EN_COURS], 409) : c.redirect("/connexion", 303);
  });
}
