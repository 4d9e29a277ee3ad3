import type { Context, Hono } from "hono";
import { lireSaisie, type Refus, type Saisie } from "../../../dossier/acte.ts";
import { CHAMPS_IDENTITE, refusDIdentite } from "../../../dossier/formulaire-personne.ts";
import { corrigerIdentite } from "../../../usecases/acces/corriger-identite.ts";
import type { DossierConsulte } from "../../../usecases/dossier/consulter-dossier.ts";
import type { Identite } from "../../../usecases/dossier/identite.ts";
import { ChampsRendus, type Precisions, RefusRendus, retaper, type Valeurs } from "../../champs-rendus.tsx";
import type { Env } from "../../contexte.ts";
import { champsDeFormulaire } from "../../formulaire.ts";
import { introuvable } from "../../introuvable.tsx";
import { page } from "../../page.tsx";
import { BackLink } from "../../ui/breadcrumbs.tsx";
import { Button, Buttons, LinkButton } from "../../ui/button.tsx";
import { Form } from "../../ui/form.tsx";
import { PageTitle } from "../../ui/layout.tsx";
import { dossierDeLAdresse } from "./ouvrir.ts";

const PRECISIONS: Precisions = { courriel: { saisie: "email" }, telephone: { saisie: "tel" } };

const valeursDe = (i: Identite): Valeurs => ({
  prenom: i.prenom,
  nom: i.nom,
  courriel: i.courriel ?? "",
  telephone: i.telephone ?? "",
  discretion: i.discretion ? "oui" : "",
});

function FormulaireDIdentite({
  c,
  valeurs,
  refus,
}: {
  c: Context<Env>;
  valeurs: Valeurs;
  refus: readonly Refus[];
}) {
  const retour = `/dossiers/${c.req.param("reference")}/acces`;
  return (
    <>
      <BackLink libelle="Qui a accès" href={retour} />
      <RefusRendus refus={refus} />
      <PageTitle
        titre="Corriger l’identité"
        chapeau="Ce qui était écrit avant est gardé, avec votre nom et l’heure."
      />
      <Form
        action={`/dossiers/${c.req.param("reference")}/identite`}
        jeton={c.get("portes").maison.nouvelId()}
        garde
      >
        <ChampsRendus champs={CHAMPS_IDENTITE} valeurs={valeurs} refus={refus} precisions={PRECISIONS} />
        <Buttons>
          <Button>Corriger l’identité</Button>
          <LinkButton rang="discret" href={retour}>
            Revenir sans rien changer
          </LinkButton>
        </Buttons>
      </Form>
    </>
  );
}

function montrer(
  c: Context<Env>,
  dossier: DossierConsulte,
  valeurs: Valeurs,
  refus: readonly Refus[] = [],
  statut: 200 | 409 | 422 = 200,
) {
  return page(
    c,
    {
      // The reference stands for the person: titles stay in the browser's history.
      titre: `Corriger l’identité, ${dossier.reference}`,
      courant: "/dossiers",
      etroite: true,
      enErreur: refus.length > 0,
      children: <FormulaireDIdentite c={c} valeurs={valeurs} refus={refus} />,
    },
    statut,
  );
}

/** Who the person is, corrected: her name, her address, whether she wants discretion. */
export function routesIdentite(app: Hono<Env>): void {
  app.get("/dossiers/:reference/identite", async (c) => {
    const dossier = await dossierDeLAdresse(c);
    return dossier === undefined ? introuvable(c) : montrer(c, dossier, valeursDe(dossier.identite));
  });

  app.post("/dossiers/:reference/identite", async (c) => {
    const dossier = await dossierDeLAdresse(c);
    if (dossier === undefined) return introuvable(c);
    const brut = await champsDeFormulaire(c);
    const valeurs = retaper(CHAMPS_IDENTITE, brut);
    const lu = lireSaisie(CHAMPS_IDENTITE, brut);
    if ("refus" in lu) return montrer(c, dossier, valeurs, lu.refus, 422);
    const identite = lu.saisie as Saisie<typeof CHAMPS_IDENTITE>;
    const refus = refusDIdentite(identite);
    if (refus.length > 0) return montrer(c, dossier, valeurs, refus, 422);
    const { maison } = c.get("portes");
    const moi = c.get("moi");
    const reponse = await corrigerIdentite(maison, moi.auteur, {
      reference: dossier.reference,
      identite,
      nom: moi.nom,
      cle: brut.jeton?.[0] || maison.nouvelId(),
    });
    if (reponse.issue === "fait") return c.redirect(`/dossiers/${dossier.reference}/acces`, 303);
    if (reponse.issue === "inconnu") return introuvable(c);
    if (reponse.issue === "refus") return montrer(c, dossier, valeurs, reponse.refus, 422);
    const entreTemps = { phrase: "Quelqu’un a écrit dans ce dossier au même moment. Envoyez de nouveau." };
    return montrer(c, dossier, valeurs, [entreTemps], 409);
  });
}
