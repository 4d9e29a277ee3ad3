import type { Context, Hono } from "hono";
import { type Brut, lireSaisie, type Refus, type Saisie } from "../../../../dossier/acte.ts";
import { type AuditSaisi, CHAMPS_AUDIT, refusDAudit } from "../../../../dossier/formulaire-audit.ts";
import { creerAudit } from "../../../../usecases/audit/creer-audit.ts";
import { jourDeParis } from "../../../../usecases/heure-de-paris.ts";
import { formatJourSaisie } from "../../../../values/dates-fr.ts";
import { ajouterJours } from "../../../../values/jour.ts";
import { ChampsRendus, RefusRendus, retaper, type Valeurs } from "../../../champs-rendus.tsx";
import type { Env } from "../../../contexte.ts";
import { champsDeFormulaire } from "../../../formulaire.ts";
import { page } from "../../../page.tsx";
import { BackLink } from "../../../ui/breadcrumbs.tsx";
import { Button, Buttons, LinkButton } from "../../../ui/button.tsx";
import { Form } from "../../../ui/form.tsx";
import { PageTitle } from "../../../ui/layout.tsx";
import { auteurDe, COURANT } from "../commun.tsx";
import { AUDITS } from "./adresses.ts";

/** The year behind, five dossiers, three weeks: what an audit usually asks. */
function parDefaut(c: Context<Env>): Valeurs {
  const aujourdhui = jourDeParis(c.get("portes").maison.horloge());
  return {
    du: formatJourSaisie(ajouterJours(aujourdhui, -365)),
    au: formatJourSaisie(aujourdhui),
    taille: "5",
    finLe: formatJourSaisie(ajouterJours(aujourdhui, 21)),
  };
}

function montrer(c: Context<Env>, valeurs: Valeurs, refus: readonly Refus[] = []) {
  const corps = (
    <>
      <BackLink libelle="Les audits" href={AUDITS} />
      <RefusRendus refus={refus} />
      <PageTitle
        titre="Préparer un audit"
        chapeau="Les dossiers sont tirés au sort avec une graine que chacun peut refaire. Chaque auditeur reçoit un lien."
      />
      <Form action={`${AUDITS}/nouveau`} jeton={c.get("portes").maison.nouvelId()} garde>
        <ChampsRendus champs={CHAMPS_AUDIT} valeurs={valeurs} refus={refus} />
        <Buttons>
          <Button>Tirer et envoyer les liens</Button>
          <LinkButton rang="discret" href={AUDITS}>
            Revenir sans tirer
          </LinkButton>
        </Buttons>
      </Form>
    </>
  );
  return page(c, {
    titre: "Préparer un audit",
    enErreur: refus.length > 0,
    courant: COURANT,
    etroite: true,
    children: corps,
  });
}

/** The fields that can be read, when others cannot: what is wrong with them is told at the same time. */
function lisibles(brut: Brut): Partial<AuditSaisi> {
  const lus = Object.entries(CHAMPS_AUDIT).map(([nom, champ]) => lireSaisie({ [nom]: champ }, brut));
  return Object.assign({}, ...lus.map((l) => ("refus" in l ? {} : l.saisie)));
}

export function routesDuNouvelAudit(app: Hono<Env>): void {
  app.get(`${AUDITS}/nouveau`, (c) => montrer(c, parDefaut(c)));
  app.post(`${AUDITS}/nouveau`, async (c) => {
    const { maison, comptes } = c.get("portes");
    const brut = await champsDeFormulaire(c);
    const valeurs = retaper(CHAMPS_AUDIT, brut);
    const lu = lireSaisie(CHAMPS_AUDIT, brut);
    if ("refus" in lu) {
      const autres = refusDAudit(lisibles(brut), jourDeParis(maison.horloge()));
      return montrer(c, valeurs, [...lu.refus, ...autres]);
    }
    const cle = brut.jeton?.[0] || maison.nouvelId();
    const saisie = lu.saisie as Saisie<typeof CHAMPS_AUDIT>;
    const reponse = await creerAudit(maison, comptes, auteurDe(c), { ...saisie, cle });
    return reponse.issue === "fait"
      ? c.redirect(`${AUDITS}/${reponse.audit}?fait=cree`, 303)
      : montrer(c, valeurs, reponse.refus);
  });
}
