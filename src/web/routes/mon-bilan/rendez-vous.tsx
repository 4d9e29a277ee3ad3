import type { Context, Hono } from "hono";
import { attenteDe } from "../../../dossier/signature/objets.ts";
import type { Seance } from "../../../law/etat.ts";
import { repondreRendezVous } from "../../../usecases/dossier/repondre-rendez-vous.ts";
import { formatJourLong } from "../../../values/dates-fr.ts";
import { formatHeure } from "../../../values/heure.ts";
import { formatTelephone } from "../../../values/telephone.ts";
import type { Env } from "../../contexte.ts";
import { champsDeFormulaire } from "../../formulaire.ts";
import { introuvable } from "../../introuvable.tsx";
import { page } from "../../page.tsx";
import { BackLink } from "../../ui/breadcrumbs.tsx";
import { Button, Buttons, LinkButton } from "../../ui/button.tsx";
import { Form } from "../../ui/form.tsx";
import { Actions, PageTitle } from "../../ui/layout.tsx";
import { AVEC_UN_CODE, adresseDeSignature, RETOUR } from "./adresses.ts";
import { monDossier } from "./mon-dossier.ts";

/** The appointment of the address: still to come, or held and waiting for her signature. */
async function rendezVousDeLAdresse(c: Context<Env>) {
  const dossier = await monDossier(c);
  const seance = dossier?.etat.seances.find((s) => s.id === c.req.param("seance"));
  if (dossier === undefined || seance === undefined) return undefined;
  if (seance.statut === "prevue") return { dossier, seance, tenue: false };
  const cible = { objet: "seance", sur: seance.id };
  const attend = attenteDe(dossier.etat, "beneficiaire", cible, dossier.au) !== undefined;
  return attend ? { dossier, seance, tenue: true } : undefined;
}

/** An appointment that took place: her counsellor shows his code, or she signs on her own. */
function Tenu({ seance: { id, date, debut } }: { seance: Seance }) {
  return (
    <>
      <BackLink {...RETOUR} />
      <PageTitle
        titre="Signer la séance"
        chapeau={`Rendez-vous du ${formatJourLong(date)} à ${formatHeure(debut)}.`}
      />
      <p class="mt-4">Votre conseiller peut vous montrer six chiffres sur son écran. Sans eux, signez ici.</p>
      <Buttons>
        <LinkButton large href={AVEC_UN_CODE.href}>
          {AVEC_UN_CODE.libelle}
        </LinkButton>
        <LinkButton rang="second" large href={adresseDeSignature({ objet: "seance", sur: id })}>
          Signer sans code
        </LinkButton>
      </Buttons>
    </>
  );
}

/** « Je viens », or « Déplacer »: her answer to one appointment, kept as a fact and shown to her counsellor. */
export function routesRendezVous(app: Hono<Env>): void {
  app.get("/mon-bilan/rendez-vous/:seance", async (c) => {
    const lu = await rendezVousDeLAdresse(c);
    if (lu === undefined) return introuvable(c);
    if (lu.tenue) return page(c, { titre: "Rendez-vous", children: <Tenu seance={lu.seance} /> });
    const { id, date, debut } = lu.seance;
    const { telephone } = lu.dossier.etat.organisme;
    const corps = (
      <>
        <BackLink {...RETOUR} />
        <PageTitle
          titre="Demander une autre date"
          chapeau={`Rendez-vous du ${formatJourLong(date)} à ${formatHeure(debut)}.`}
        />
        <p class="mt-4">
          Votre conseiller le voit tout de suite et vous propose une autre date. Ce rendez-vous reste prévu
          jusque-là.
        </p>
        {telephone === null ? null : (
          <p class="mt-2">
            C’est urgent&#8239;? Appelez le{" "}
            <a href={`tel:${telephone.replace(/[^+\d]/g, "")}`}>{formatTelephone(telephone)}</a>.
          </p>
        )}
        <Form
          action={`/mon-bilan/rendez-vous/${id}`}
          jeton={c.get("portes").maison.nouvelId()}
          champsCaches={{ reponse: "a_deplacer" }}
        >
          <Buttons>
            <Button large>Demander une autre date</Button>
            <LinkButton rang="second" large href="/mon-bilan">
              Garder ce rendez-vous
            </LinkButton>
          </Buttons>
        </Form>
        <Actions liens={date === lu.dossier.au ? [AVEC_UN_CODE] : []} />
      </>
    );
    return page(c, { titre: "Rendez-vous", children: corps });
  });

  app.post("/mon-bilan/rendez-vous/:seance", async (c) => {
    const { auteur, dossier: reference } = c.get("moi");
    const { maison } = c.get("portes");
    const brut = await champsDeFormulaire(c);
    const reponse = brut.reponse?.[0];
    if (reference === null || (reponse !== "vient" && reponse !== "a_deplacer")) return introuvable(c);
    const issue = await repondreRendezVous(maison, auteur, {
      reference,
      seance: c.req.param("seance"),
      reponse,
      cle: brut.jeton?.[0] || maison.nouvelId(),
    });
    return issue.issue === "inconnu" ? introuvable(c) : c.redirect("/mon-bilan", 303);
  });
}
