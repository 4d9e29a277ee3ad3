import type { Context, Hono } from "hono";
import { lireSaisie, type Refus, type Saisie } from "../../../dossier/acte.ts";
import { CHAMPS_TIERS } from "../../../dossier/formulaire-tiers.ts";
import { refusPorteEmployeur } from "../../../dossier/porte-employeur.ts";
import { type LectureDeTiersLue, listerLecturesDeTiers } from "../../../usecases/acces/lectures-de-tiers.ts";
import { lireQuiAAcces, type QuiAAcces } from "../../../usecases/acces/lire-acces.ts";
import { fermerPorte, type GesteDePorte } from "../../../usecases/acces/porte.ts";
import type { DossierConsulte } from "../../../usecases/dossier/consulter-dossier.ts";
import { ouvrirPorteEmployeur, renvoyerLienEmployeur } from "../../../usecases/employeur/ouvrir-porte.ts";
import { jourDeParis } from "../../../usecases/heure-de-paris.ts";
import { formatJourLong } from "../../../values/dates-fr.ts";
import type { Instant } from "../../../values/instant.ts";
import { ChampsRendus, type Precisions, RefusRendus, retaper, type Valeurs } from "../../champs-rendus.tsx";
import type { Env } from "../../contexte.ts";
import { champsDeFormulaire } from "../../formulaire.ts";
import { introuvable } from "../../introuvable.tsx";
import { BackLink } from "../../ui/breadcrumbs.tsx";
import { Button, Buttons, LinkButton } from "../../ui/button.tsx";
import { Form } from "../../ui/form.tsx";
import { PageTitle, Sheet } from "../../ui/layout.tsx";
import { Notice } from "../../ui/notice.tsx";
import { LecturesDeTiers } from "../../vues/lectures-de-tiers.tsx";
import { CE_QUE_VOIT_L_EMPLOYEUR } from "../../vues/qui-voit.ts";
import { dossierDeLAdresse } from "./ouvrir.ts";
import { pageDuDossier } from "./page-du-dossier.tsx";

const PRECISIONS: Precisions = { courriel: { saisie: "email" } };
const ENTRE_TEMPS: Refus = {
  phrase: "Quelqu’un a écrit dans ce dossier au même moment. Rien n’a été fait : recommencez.",
};

interface Vue {
  c: Context<Env>;
  dossier: DossierConsulte;
  acces: QuiAAcces;
  lectures: readonly LectureDeTiersLue[];
  refus: readonly Refus[];
  valeurs: Valeurs;
}

const adresse = (reference: string) => `/dossiers/${reference}/acces/employeur`;

function Geste(p: { c: Context<Env>; reference: string; geste: string; libelle: string; danger?: boolean }) {
  return (
    <Form
      action={adresse(p.reference)}
      jeton={p.c.get("portes").maison.nouvelId()}
      champsCaches={{ geste: p.geste }}
    >
      <Button rang={p.danger === true ? "danger" : "second"}>{p.libelle}</Button>
    </Form>
  );
}

function Employeur({ c, dossier, acces, lectures, refus, valeurs }: Vue) {
  const { reference } = dossier;
  const porte = acces.portes.find((p) => p.role === "employeur" && p.fin === null);
  const loi = refusPorteEmployeur(dossier.etat);
  const visibles = loi === null ? refus : refus.filter((r) => r.phrase !== loi.phrase);
  return (
    <>
      <BackLink libelle="Qui a accès" href={`/dossiers/${reference}/acces`} />
      <RefusRendus refus={visibles} />
      <PageTitle niveau={2} titre="L’espace de l’employeur" />
      <Notice genre="secret" titre="Ce qu’il y voit.">
        {CE_QUE_VOIT_L_EMPLOYEUR}. Jamais un contenu, une phase, un thème ni une note.
      </Notice>
      {porte === undefined ? null : (
        <Sheet>
          <p>
            Ouvert à <strong>{porte.nom}</strong>, {porte.courriel}, depuis le{" "}
            {formatJourLong(jourDeParis(porte.depuis as Instant))}.
          </p>
          <Buttons>
            {loi === null ? (
              <Geste c={c} reference={reference} geste="renvoyer" libelle="Renvoyer le lien" />
            ) : null}
            <Geste c={c} reference={reference} geste="fermer" libelle="Fermer son espace" danger />
          </Buttons>
        </Sheet>
      )}
      {loi === null ? null : (
        <Notice genre="refus" titre="L’employeur ne peut pas entrer ici.">
          {loi.phrase} {loi.remede ?? ""}
        </Notice>
      )}
      {porte === undefined && loi === null ? (
        <Form
          action={adresse(reference)}
          jeton={c.get("portes").maison.nouvelId()}
          champsCaches={{ geste: "ouvrir" }}
          garde
        >
          <ChampsRendus champs={CHAMPS_TIERS} valeurs={valeurs} refus={refus} precisions={PRECISIONS} />
          <Buttons>
            <Button>Ouvrir et envoyer le lien</Button>
            <LinkButton rang="discret" href={`/dossiers/${reference}/acces`}>
              Revenir sans ouvrir
            </LinkButton>
          </Buttons>
        </Form>
      ) : null}
      <LecturesDeTiers
        lectures={lectures}
        vide="Chaque lecture de l’employeur viendra ici, avec son heure."
      />
    </>
  );
}

async function montrer(c: Context<Env>, refus: readonly Refus[] = [], valeurs: Valeurs = {}, statut = 200) {
  const dossier = await dossierDeLAdresse(c);
  const { maison } = c.get("portes");
  const { auteur } = c.get("moi");
  const reference = c.req.param("reference") ?? "";
  const acces = await lireQuiAAcces(maison, auteur, reference);
  const lues = await listerLecturesDeTiers(maison, auteur, reference);
  if (dossier === undefined || acces === undefined || lues === undefined) return introuvable(c);
  const lectures = lues.filter((l) => l.role === "employeur");
  const vue = { c, dossier, acces, lectures, refus, valeurs };
  const children = <Employeur {...vue} />;
  return pageDuDossier(
    c,
    dossier,
    { onglet: "acces", titre: "Employeur", enErreur: refus.length > 0, children },
    statut as 200 | 409 | 422,
  );
}

const FAITS: Readonly<Record<string, string>> = {
  ouvrir: "employeur_ouvert",
  renvoyer: "employeur_renvoye",
  fermer: "employeur_ferme",
};

/** The door of the employer: given, sent again, closed, or refused with the reason. */
export function routesAccesEmployeur(app: Hono<Env>): void {
  app.get("/dossiers/:reference/acces/employeur", (c) => montrer(c));

  app.post("/dossiers/:reference/acces/employeur", async (c) => {
    const { maison, comptes } = c.get("portes");
    const { auteur } = c.get("moi");
    const reference = c.req.param("reference");
    const brut = await champsDeFormulaire(c);
    const geste = brut.geste?.[0] ?? "";
    const demande = { reference, cle: brut.jeton?.[0] || maison.nouvelId() };
    const valeurs = retaper(CHAMPS_TIERS, brut);
    let reponse: GesteDePorte;
    if (geste === "renvoyer") reponse = await renvoyerLienEmployeur(maison, comptes, auteur, demande);
    else if (geste === "fermer") reponse = await fermerPorte(maison, auteur, "employeur", demande);
    else if (geste === "ouvrir") {
      const lu = lireSaisie(CHAMPS_TIERS, brut);
      if ("refus" in lu) return montrer(c, lu.refus, valeurs, 422);
      const saisie = lu.saisie as Saisie<typeof CHAMPS_TIERS>;
      reponse = await ouvrirPorteEmployeur(maison, comptes, auteur, { ...demande, ...saisie });
    } else return introuvable(c);
    if (reponse.issue === "inconnu") return introuvable(c);
    if (reponse.issue === "refus") return montrer(c, reponse.refus, valeurs, 422);
    if (reponse.issue === "conflit") return montrer(c, [ENTRE_TEMPS], valeurs, 409);
    return c.redirect(`/dossiers/${reference}/acces?fait=${FAITS[geste]}`, 303);
  });
}
