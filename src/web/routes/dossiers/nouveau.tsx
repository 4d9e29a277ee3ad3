import type { Context, Hono } from "hono";
import { type Champs, lireSaisie, type Refus, type Saisie } from "../../../dossier/acte.ts";
import { noterDemande } from "../../../dossier/actes/noter-demande.ts";
import { champDuLieu } from "../../../dossier/formulaire-lieu.ts";
import { CHAMPS_PERSONNE, lirePersonne } from "../../../dossier/formulaire-personne.ts";
import { etatInitial } from "../../../dossier/initial.ts";
import { ouvrirDossier } from "../../../usecases/dossier/ouvrir-dossier.ts";
import { jourDeParis } from "../../../usecases/heure-de-paris.ts";
import { sitesOuverts } from "../../../usecases/membres/sites.ts";
import { ChampsRendus, type Precisions, RefusRendus, retaper, type Valeurs } from "../../champs-rendus.tsx";
import type { Env } from "../../contexte.ts";
import { champsDeFormulaire } from "../../formulaire.ts";
import { page } from "../../page.tsx";
import { POUR, REPRISE } from "../../reprise.ts";
import { BackLink } from "../../ui/breadcrumbs.tsx";
import { Button, Buttons, LinkButton } from "../../ui/button.tsx";
import { Form } from "../../ui/form.tsx";
import { Block, PageTitle } from "../../ui/layout.tsx";
import { Repris } from "../../vues/repris.tsx";

const PRECISIONS: Precisions = {
  courriel: { saisie: "email" },
  telephone: { saisie: "tel" },
  employeurSiren: { largeur: "courte" },
};

/** The fields of the first call, whose days start from today's. */
function champsDeLaDemande(c: Context<Env>) {
  const { auteur, organisme } = c.get("moi");
  const au = jourDeParis(c.get("portes").maison.horloge());
  const contexte = { au, role: auteur.role, intervenant: auteur.intervenant, faits: [] };
  const inconnu = {
    statut: "autre",
    employeurSiren: null,
    fonctionPublique: null,
    mineur: false,
    accordTuteur: false,
  } as const;
  const etat = etatInitial(organisme, inconnu);
  return { champs: noterDemande.champs(etat, contexte), valeurs: noterDemande.valeurs(etat, contexte) };
}

/** The field of the site, for an organisation that has some; none otherwise. */
async function champDeSonLieu(c: Context<Env>): Promise<Champs> {
  const { auteur } = c.get("moi");
  const sites = await sitesOuverts(c.get("portes").maison, auteur);
  return sites.length === 0 ? {} : { site: champDuLieu(sites, auteur.sites != null) };
}

type Vue = {
  c: Context<Env>;
  lieu: Champs;
  valeurs: Valeurs;
  refus?: readonly Refus[];
  repris?: { jeton: string };
};

function Nouveau({ c, lieu, valeurs, refus = [], repris }: Vue) {
  const { champs } = champsDeLaDemande(c);
  return (
    <>
      <BackLink libelle="Dossiers" href="/dossiers" />
      <RefusRendus refus={refus} />
      {repris === undefined ? null : <Repris />}
      <PageTitle
        titre="Ouvrir un dossier"
        chapeau="Au premier appel. L’entretien préalable, gratuit, vient ensuite."
      />
      <Form
        action="/dossiers/nouveau"
        jeton={repris?.jeton ?? c.get("portes").maison.nouvelId()}
        garde
        champsCaches={{ [POUR]: c.get("moi").utilisateurId }}
      >
        <Block id="personne" titre="La personne">
          <ChampsRendus champs={CHAMPS_PERSONNE} valeurs={valeurs} refus={refus} precisions={PRECISIONS} />
        </Block>
        <Block id="demande" titre="Sa demande">
          <ChampsRendus champs={{ ...lieu, ...champs }} valeurs={valeurs} refus={refus} />
        </Block>
        <Buttons>
          <Button>Ouvrir le dossier</Button>
          <LinkButton rang="discret" href="/dossiers">
            Revenir aux dossiers
          </LinkButton>
        </Buttons>
      </Form>
    </>
  );
}

export function routesNouveau(app: Hono<Env>): void {
  app.get("/dossiers/nouveau", async (c) =>
    page(c, {
      titre: "Ouvrir un dossier",
      courant: "/dossiers",
      etroite: true,
      children: <Nouveau c={c} lieu={await champDeSonLieu(c)} valeurs={champsDeLaDemande(c).valeurs} />,
    }),
  );
  app.post("/dossiers/nouveau", async (c) => {
    const brut = await champsDeFormulaire(c);
    const { champs } = champsDeLaDemande(c);
    const lieu = await champDeSonLieu(c);
    const valeurs = {
      ...retaper(CHAMPS_PERSONNE, brut),
      ...retaper(champs, brut),
      ...retaper(lieu, brut),
    };
    if (brut[REPRISE] !== undefined) {
      const jeton = brut.jeton?.[0] || c.get("portes").maison.nouvelId();
      const corps = <Nouveau c={c} lieu={lieu} valeurs={valeurs} repris={{ jeton }} />;
      return page(c, { titre: "Ouvrir un dossier", courant: "/dossiers", etroite: true, children: corps });
    }
    const refuser = (refus: readonly Refus[]) => {
      const corps = <Nouveau c={c} lieu={lieu} valeurs={valeurs} refus={refus} />;
      return page(c, {
        titre: "Ouvrir un dossier",
        enErreur: true,
        courant: "/dossiers",
        etroite: true,
        children: corps,
      });
    };
    const [personne, demande] = [lireSaisie(CHAMPS_PERSONNE, brut), lireSaisie(champs, brut)];
    const place = lireSaisie(lieu, brut);
    const illisibles = [personne, place, demande].flatMap((l) => ("refus" in l ? l.refus : []));
    if ("refus" in personne) return refuser(illisibles);
    const lue = lirePersonne(personne.saisie as Saisie<typeof CHAMPS_PERSONNE>);
    if (Array.isArray(lue)) return refuser([...lue, ...illisibles]);
    if ("refus" in place || illisibles.length > 0) return refuser(illisibles);
    const { maison } = c.get("portes");
    const reponse = await ouvrirDossier(maison, c.get("moi").auteur, {
      ...lue,
      site: (place.saisie.site as string | null | undefined) ?? null,
      brut,
      cle: brut.jeton?.[0] || maison.nouvelId(),
    });
    return reponse.issue === "refus"
      ? refuser(reponse.refus)
      : c.redirect(`/dossiers/${reponse.reference}?fait=1`, 303);
  });
}
