import type { Context, Hono } from "hono";
import type { CodeMontre } from "../../../auth/codes-de-seance.ts";
import type { Seance } from "../../../law/etat.ts";
import type { DossierConsulte } from "../../../usecases/dossier/consulter-dossier.ts";
import { montrerCodeDeSeance } from "../../../usecases/emargement/montrer-code.ts";
import { heureDeParis, jourDeParis } from "../../../usecases/heure-de-paris.ts";
import { apposerSignature } from "../../../usecases/signer/apposer-signature.ts";
import { type ASigner, lireASigner } from "../../../usecases/signer/lire-a-signer.ts";
import { formatJourLong } from "../../../values/dates-fr.ts";
import { dePrenom } from "../../../values/de-prenom.ts";
import { formatHeure } from "../../../values/heure.ts";
import type { Instant } from "../../../values/instant.ts";
import type { Env } from "../../contexte.ts";
import { champsDeFormulaire } from "../../formulaire.ts";
import { introuvable } from "../../introuvable.tsx";
import { navigateurDe } from "../../navigateur.ts";
import { page } from "../../page.tsx";
import { BackLink } from "../../ui/breadcrumbs.tsx";
import { Button, Buttons, LinkButton } from "../../ui/button.tsx";
import { Form } from "../../ui/form.tsx";
import { Block, PageTitle, Sheet } from "../../ui/layout.tsx";
import { Notice } from "../../ui/notice.tsx";
import { Qr } from "../../ui/qr.tsx";
import { Status } from "../../ui/status.tsx";
import { fr } from "../../ui/typographie.ts";
import { FAIRE, pageDeRetour } from "../../vues/appareil-prete.tsx";
import { FormulaireDeSignature, type SignatureSaisie } from "../../vues/signature.tsx";
import { dossierDeSonConseiller } from "./ouvrir.ts";
import { pageAvantDePasser, passer, reprendre } from "./preter-l-appareil.tsx";

const aSigne = (s: Seance, par: "beneficiaire" | "conseiller") => s.signatures.some((x) => x.par === par);

function Etat({ qui, signee }: { qui: string; signee: boolean }) {
  return (
    <li>
      <div class="list-body">
        <strong>{qui}</strong>
      </div>
      {signee ? <Status genre="termine" mot="Signé" /> : <Status genre="aSigner" />}
    </li>
  );
}

function Code({ montre, url }: { montre: CodeMontre; url: string }) {
  return (
    <Sheet className="mt-4">
      <h3>{fr(`À photographier, pendant ${montre.minutes} minutes`)}</h3>
      <Qr texte={`${url}/emarger/${montre.jeton}`} titre="Code à photographier pour signer la séance" />
      <p class="mt-4">
        Sans appareil photo&nbsp;: la personne ouvre son espace, choisit «&nbsp;Signer avec un code&nbsp;» et
        tape
      </p>
      <p class="code-court">{`${montre.code.slice(0, 3)}\u00a0${montre.code.slice(3)}`}</p>
    </Sheet>
  );
}

type Vue = { dossier: DossierConsulte; seance: Seance; jeton: string; url: string; montre?: CodeMontre };

function Emargement({ dossier, seance: s, jeton, url, montre }: Vue) {
  const base = `/dossiers/${dossier.reference}`;
  const ici = `${base}/seances/${s.id}/emargement`;
  const { prenom } = dossier.identite;
  return (
    <>
      <BackLink libelle={`Séances, ${dossier.reference}`} href={`${base}/seances`} />
      <PageTitle
        titre={`Faire signer la séance ${s.id.slice(1)}`}
        chapeau={`${formatJourLong(s.date)}, de ${formatHeure(s.debut)} à ${formatHeure(s.fin)}.`}
      />
      <ul class="list mt-4">
        <Etat qui={prenom} signee={aSigne(s, "beneficiaire")} />
        <Etat qui="Son conseiller" signee={aSigne(s, "conseiller")} />
      </ul>
      {aSigne(s, "beneficiaire") ? null : (
        <>
          <Block id="telephone" titre={fr(`Sur le téléphone ${dePrenom(prenom)}`)}>
            {montre === undefined ? (
              <Form action={ici} jeton={jeton}>
                <Buttons>
                  <Button>Montrer un code</Button>
                </Buttons>
              </Form>
            ) : (
              <>
                <Code montre={montre} url={url} />
                <Buttons>
                  <LinkButton rang="second" href={ici}>
                    Voir si c’est signé
                  </LinkButton>
                </Buttons>
              </>
            )}
          </Block>
          <Block id="papier" titre="Sur papier">
            <p class="mt-2">
              <a href={`${base}/papiers/feuille-d-emargement-vierge`}>La feuille à imprimer</a>, puis{" "}
              <a href={`${base}/feuille`}>sa photo à verser</a>.
            </p>
          </Block>
          <Block id="appareil" titre="Sur cet appareil">
            <p class="mt-2">
              Vous passez l’appareil à {prenom} le temps de signer. Il n’ouvrira que cette signature, jusqu’à
              ce que vous donniez votre phrase de passe. Le dossier le dira&nbsp;: les deux signatures
              viendront du même appareil.
            </p>
            <Buttons>
              <LinkButton rang="second" href={`${base}/seances/${s.id}/sur-place`}>
                Passer l’appareil à {prenom}
              </LinkButton>
            </Buttons>
          </Block>
        </>
      )}
    </>
  );
}

/** The session of the address, held, for its counsellor; undefined for anything else. */
async function seanceTenue(c: Context<Env>) {
  const dossier = await dossierDeSonConseiller(c);
  const seance = dossier?.etat.seances.find((s) => s.id === c.req.param("seance") && s.statut === "tenue");
  return dossier === undefined || seance === undefined ? undefined : { dossier, seance };
}

/** Whether the person signed the session of the address. */
async function estSignee(c: Context<Env>): Promise<boolean> {
  const lu = await seanceTenue(c);
  return lu !== undefined && aSigne(lu.seance, "beneficiaire");
}

type Passage = SignatureSaisie & { vu: ASigner; action: string; jeton: string };

function SurPlace({ vu, ...passage }: Passage) {
  const { prenom } = vu.dossier.identite;
  return (
    <FormulaireDeSignature
      {...passage}
      montre={vu.montre}
      horsLigne
      desaccord={{ href: `${passage.action}?rendre=oui`, libelle: "Rendre l’appareil sans signer" }}
      entete={
        <>
          <PageTitle titre="Signer votre séance" chapeau={`Cette page est pour ${prenom}.`} />
          <Notice genre="information">
            Vous signez sur l’appareil de votre conseiller : le dossier le dira.
          </Notice>
        </>
      }
    />
  );
}

/** A held session and its two signatures: on the person's phone by a code, or on this device in turn. */
export function routesEmargement(app: Hono<Env>): void {
  app.get("/dossiers/:reference/seances/:seance/emargement", async (c) => {
    const lu = await seanceTenue(c);
    const { maison, url } = c.get("portes");
    if (lu === undefined) return introuvable(c);
    const corps = <Emargement {...lu} jeton={maison.nouvelId()} url={url} />;
    return page(c, { titre: "Faire signer une séance", courant: "/dossiers", children: corps });
  });

  app.post("/dossiers/:reference/seances/:seance/emargement", async (c) => {
    const lu = await seanceTenue(c);
    const { maison, url } = c.get("portes");
    if (lu === undefined) return introuvable(c);
    const montre = await montrerCodeDeSeance(maison, c.get("moi").auteur, {
      reference: lu.dossier.reference,
      seance: lu.seance.id,
      appareil: navigateurDe(c),
    });
    if (montre === null) return introuvable(c);
    const corps = <Emargement {...lu} jeton={maison.nouvelId()} url={url} montre={montre} />;
    return page(c, { titre: "Faire signer une séance", courant: "/dossiers", children: corps });
  });

  app.get("/dossiers/:reference/seances/:seance/sur-place", async (c) => {
    const { maison } = c.get("portes");
    const vu = await lireASigner(maison, c.get("moi").auteur, cibleSurPlace(c));
    const { pretee } = c.get("moi");
    const rendre = c.req.query("rendre");
    if (pretee !== null && (vu === undefined || rendre !== undefined))
      return pageDeRetour(c, { signe: await estSignee(c) }, 200);
    if (vu === undefined) return introuvable(c);
    if (pretee === null) return pageAvantDePasser(c, vu.dossier.identite.prenom);
    const corps = <SurPlace vu={vu} action={c.req.path} jeton={maison.nouvelId()} />;
    return page(c, { titre: "Signer", etroite: true, children: corps });
  });

  app.post("/dossiers/:reference/seances/:seance/sur-place", async (c) => {
    const { maison } = c.get("portes");
    const { auteur } = c.get("moi");
    const cible = cibleSurPlace(c);
    const brut = await champsDeFormulaire(c);
    const faire = brut[FAIRE]?.[0];
    if (faire === "reprendre" && c.get("moi").pretee !== null)
      return reprendre(c, brut.motDePasse?.[0] ?? "");
    if (faire === "passer")
      return (await lireASigner(maison, auteur, cible)) === undefined ? introuvable(c) : passer(c);
    const [nom, atteste] = [brut.nom?.[0] ?? "", brut.atteste?.[0] === "oui"];
    const reponse = await apposerSignature(maison, auteur, {
      ...cible,
      nom,
      atteste,
      empreinte: brut.empreinte?.[0] ?? "",
      cle: brut.jeton?.[0] || maison.nouvelId(),
      ...momentDeLAppareil(brut.signeeA?.[0], maison.horloge()),
    });
    if (reponse.issue === "fait") {
      if (c.get("moi").pretee !== null) return c.redirect(c.req.path, 303);
      return c.redirect(`/dossiers/${cible.reference}/seances/${cible.sur}/emargement`, 303);
    }
    const vu = await lireASigner(maison, auteur, cible);
    if (vu === undefined) return introuvable(c);
    const refus =
      reponse.issue === "refus"
        ? reponse.refus
        : [{ phrase: "Ce texte a changé pendant que vous le lisiez. Rien n’est signé : relisez-le." }];
    const vue = { vu, action: c.req.path, jeton: maison.nouvelId(), nom, coche: atteste, refus };
    return page(c, { titre: "Signer", etroite: true, enErreur: true, children: <SurPlace {...vue} /> });
  });
}

/** The moment that the device told with a signature sent later; nothing when it told none that can be. */
function momentDeLAppareil(dit: string | undefined, maintenant: Instant) {
  const ms = Date.parse(dit ?? "");
  if (!/^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(dit ?? "") || !(ms <= Date.parse(maintenant))) return {};
  const instant = new Date(ms).toISOString() as Instant;
  return { differee: { jour: jourDeParis(instant), heure: heureDeParis(instant) } };
}

function cibleSurPlace(c: Context<Env>) {
  const [reference = "", sur = ""] = [c.req.param("reference"), c.req.param("seance")];
  return { reference, objet: "seance", sur, moyen: "appareil_du_conseiller" } as const;
}
