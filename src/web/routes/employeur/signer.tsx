import type { Context, Hono } from "hono";
import { desaccordExprime, signatureApposee } from "../../../dossier/faits/signature.ts";
import { consulterDossier } from "../../../usecases/dossier/consulter-dossier.ts";
import { consulterFait } from "../../../usecases/dossier/consulter-fait.ts";
import { heureDeParis } from "../../../usecases/heure-de-paris.ts";
import { apposerSignature } from "../../../usecases/signer/apposer-signature.ts";
import { exprimerDesaccord } from "../../../usecases/signer/exprimer-desaccord.ts";
import { type ASigner, lireASigner } from "../../../usecases/signer/lire-a-signer.ts";
import { formatJourLong } from "../../../values/dates-fr.ts";
import { formatHeure } from "../../../values/heure.ts";
import { SANS_ID } from "../../adresses-de-la-personne.ts";
import type { Env } from "../../contexte.ts";
import { champsDeFormulaire } from "../../formulaire.ts";
import { introuvable } from "../../introuvable.tsx";
import { page } from "../../page.tsx";
import { BackLink } from "../../ui/breadcrumbs.tsx";
import { Button, Buttons, LinkButton } from "../../ui/button.tsx";
import { Form } from "../../ui/form.tsx";
import { PageTitle } from "../../ui/layout.tsx";
import { Fingerprint, Seal } from "../../ui/seal.tsx";
import {
  cibleDeLAdresse,
  PageDeSignature,
  PlusRienASigner,
  saisieDeSignature,
  TexteChange,
  type VueDeSignature,
} from "../../vues/page-de-signature.tsx";
import { TexteASignerVu } from "../../vues/signature.tsx";
import { ESPACE, RETOUR } from "./adresses.ts";
import { monEspace } from "./mon-espace.ts";

const commun = { base: ESPACE, retour: RETOUR, desaccord: true } as const;

function plusRien(c: Context<Env>) {
  return page(c, { titre: "Rien à signer", children: <PlusRienASigner retour={RETOUR} /> }, 404);
}

/** Who signs and what, for the employer whose door is open; undefined when it is not. `lit`: the text is shown, and noted. */
async function signataire(c: Context<Env>, lit = false) {
  // He reads a text only while it waits for him.
  const { objet, sur } = cibleDeLAdresse(c);
  const espace = await monEspace(c, (e) => {
    const attente = lit ? e.aSigner.find((a) => a.objet === objet && a.sur === sur) : undefined;
    return attente === undefined ? null : `Le texte de « ${attente.titre} »`;
  });
  if (espace === undefined) return undefined;
  const { auteur, nom } = c.get("moi");
  return { qui: { ...auteur, nom }, cible: { reference: espace.reference, ...cibleDeLAdresse(c) } };
}

function Refuser({ vu, jeton, change = false }: { vu: ASigner; jeton: string; change?: boolean }) {
  const { objet, sur } = vu.attente;
  const fin = `${objet}/${sur ?? SANS_ID}`;
  return (
    <>
      <BackLink libelle="Relire" href={`${ESPACE}/signer/${fin}`} />
      {change ? <TexteChange /> : null}
      <PageTitle
        titre={vu.attente.definition.refuser?.libelle ?? ""}
        chapeau="Vous ne signez pas. L’organisme le voit et vous répond. Vous n’avez pas à dire pourquoi."
      />
      <Form
        action={`${ESPACE}/desaccord/${fin}`}
        jeton={jeton}
        champsCaches={{ empreinte: vu.montre.empreinte }}
      >
        <Buttons>
          <Button large>Envoyer</Button>
          <LinkButton rang="second" large href={`${ESPACE}/signer/${fin}`}>
            Revenir au texte
          </LinkButton>
        </Buttons>
      </Form>
      <TexteASignerVu texte={vu.montre.texte} />
    </>
  );
}

/** The employer's own signature under the convention, his no, and his receipt. */
export function routesSignerEmployeur(app: Hono<Env>): void {
  app.get(`${ESPACE}/signer/:objet/:sur`, async (c) => {
    const s = await signataire(c, true);
    if (s === undefined) return introuvable(c);
    const { maison } = c.get("portes");
    const vu = await lireASigner(maison, s.qui, s.cible);
    if (vu === undefined) return plusRien(c);
    const corps = <PageDeSignature {...commun} vu={vu} jeton={maison.nouvelId()} />;
    return page(c, { titre: "Signer", children: corps });
  });

  app.post(`${ESPACE}/signer/:objet/:sur`, async (c) => {
    const s = await signataire(c);
    if (s === undefined) return introuvable(c);
    const { maison } = c.get("portes");
    const brut = await champsDeFormulaire(c);
    const saisie = saisieDeSignature(brut);
    const cle = brut.jeton?.[0] || maison.nouvelId();
    const reponse = await apposerSignature(maison, s.qui, { ...s.cible, ...saisie, moyen: "compte", cle });
    if (reponse.issue === "fait") return c.redirect(`${ESPACE}/recus/${reponse.n}`, 303);
    const vu = await lireASigner(maison, s.qui, s.cible);
    if (reponse.issue === "rien_a_signer" || vu === undefined) return plusRien(c);
    await signataire(c, true);
    const vue: VueDeSignature = {
      ...commun,
      vu,
      jeton: maison.nouvelId(),
      saisie,
      ...(reponse.issue === "refus" ? { refus: reponse.refus } : { change: true }),
    };
    const statut = reponse.issue === "refus" ? 422 : 409;
    return page(c, { titre: "Signer", enErreur: true, children: <PageDeSignature {...vue} /> }, statut);
  });

  app.get(`${ESPACE}/desaccord/:objet/:sur`, async (c) => {
    const s = await signataire(c, true);
    if (s === undefined) return introuvable(c);
    const { maison } = c.get("portes");
    const vu = await lireASigner(maison, s.qui, s.cible);
    if (vu === undefined || vu.attente.definition.refuser === null) return plusRien(c);
    return page(c, { titre: "Dire non", children: <Refuser vu={vu} jeton={maison.nouvelId()} /> });
  });

  app.post(`${ESPACE}/desaccord/:objet/:sur`, async (c) => {
    const s = await signataire(c);
    if (s === undefined) return introuvable(c);
    const { maison } = c.get("portes");
    const brut = await champsDeFormulaire(c);
    const reponse = await exprimerDesaccord(maison, s.qui, {
      ...s.cible,
      raison: "",
      empreinte: brut.empreinte?.[0] ?? "",
      cle: brut.jeton?.[0] || maison.nouvelId(),
    });
    if (reponse.issue === "fait") return c.redirect(`${ESPACE}/recus/${reponse.n}`, 303);
    const vu = await lireASigner(maison, s.qui, s.cible);
    if (reponse.issue === "rien_a_signer" || vu === undefined) return plusRien(c);
    await signataire(c, true);
    const corps = <Refuser vu={vu} jeton={maison.nouvelId()} change />;
    return page(c, { titre: "Dire non", enErreur: true, children: corps }, 409);
  });

  app.get(`${ESPACE}/recus/:n`, async (c) => {
    const espace = await monEspace(c);
    if (espace === undefined) return introuvable(c);
    const { auteur } = c.get("moi");
    const { maison } = c.get("portes");
    const dossier = await consulterDossier(maison, auteur, espace.reference);
    const n = Number(c.req.param("n"));
    const fait = dossier?.faits.find((f) => f.n === n && f.auteur.utilisateur === auteur.utilisateur);
    if (dossier === undefined || fait === undefined) return introuvable(c);
    if (fait.type !== signatureApposee.type && fait.type !== desaccordExprime.type) return introuvable(c);
    const preuve = await consulterFait(maison, auteur, dossier.id, n);
    if (preuve === undefined) return introuvable(c);
    const signe = fait.type === signatureApposee.type;
    const corps = (
      <Seal
        id="recu"
        niveau={1}
        titre={signe ? "C’est signé" : "C’est noté"}
        texte={
          signe ? "Votre signature est scellée." : "Votre refus est scellé. L’organisme va vous répondre."
        }
        cles={[
          {
            cle: signe ? "Signé par vous" : "Écrit par vous",
            valeur: `${formatJourLong(fait.date)} à ${formatHeure(heureDeParis(fait.consigne))}`,
          },
          { cle: "Votre preuve", valeur: `n° ${espace.reference}-${n}` },
          {
            cle: "Votre témoin",
            valeur: <Fingerprint hex={preuve.engagement.hex.slice(0, 16)} groupe={4} />,
          },
        ]}
        boutons={
          <>
            {signe && espace.partie ? (
              <LinkButton href={`${ESPACE}/convention`}>Prendre la convention (PDF)</LinkButton>
            ) : null}
            <LinkButton rang="second" href={ESPACE}>
              Revenir à votre espace
            </LinkButton>
          </>
        }
      />
    );
    return page(c, { titre: "Reçu", children: corps });
  });
}
