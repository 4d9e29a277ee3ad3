import type { Context, Hono } from "hono";
import { lireSaisie, type Refus, type Saisie } from "../../../dossier/acte.ts";
import { CHAMPS_ARRIVEE } from "../../../dossier/formulaire-compte.ts";
import { nomDuRoleDeMembre } from "../../../dossier/formulaire-membre.ts";
import {
  accepterEnCreant,
  accepterEnMembre,
  consulterInvitation,
  type InvitationLue,
} from "../../../usecases/membres/accepter-invitation.ts";
import { appareilDe } from "../../appareil.ts";
import { ChampsRendus, type Precisions, RefusRendus, retaper, type Valeurs } from "../../champs-rendus.tsx";
import type { Env } from "../../contexte.ts";
import { champsDeFormulaire } from "../../formulaire.ts";
import { page } from "../../page.tsx";
import { Button, Buttons, LinkButton } from "../../ui/button.tsx";
import { Form } from "../../ui/form.tsx";
import { KeyList, PageTitle, Sheet } from "../../ui/layout.tsx";
import { Notice } from "../../ui/notice.tsx";
import { EntrerAvec } from "../../vues/entrer-avec.tsx";
import { donnerCookies } from "./arriver.ts";
import { perime } from "./lien.tsx";

const PRECISIONS: Precisions = {
  nom: { autocompletion: "name" },
  motDePasse: { saisie: "password", autocompletion: "new-password" },
};

function Place({ invitation: { organisme, role, courriel } }: { invitation: InvitationLue }) {
  return (
    <KeyList
      lignes={[
        { cle: "Organisme", valeur: organisme },
        { cle: "Votre rôle", valeur: nomDuRoleDeMembre(role) },
        { cle: "Votre adresse", valeur: courriel },
      ]}
    />
  );
}

function Nouveau(p: {
  chemin: string;
  invitation: InvitationLue;
  valeurs: Valeurs;
  refus: readonly Refus[];
  reseau: string | undefined;
}) {
  return (
    <>
      <RefusRendus refus={p.refus} />
      <PageTitle
        titre="Entrer dans votre organisme"
        chapeau="Choisissez votre phrase de passe : vous seul la connaîtrez."
      />
      <Place invitation={p.invitation} />
      <Sheet className="mt-6">
        <Form action={p.chemin}>
          <ChampsRendus champs={CHAMPS_ARRIVEE} valeurs={p.valeurs} refus={p.refus} precisions={PRECISIONS} />
          <Buttons>
            <Button>Ouvrir mon compte</Button>
          </Buttons>
        </Form>
      </Sheet>
      {p.reseau === undefined ? null : (
        <>
          <p class="mt-6">Ou sans phrase de passe, avec l’adresse ci-dessus&nbsp;:</p>
          <EntrerAvec reseau={p.reseau} suite={p.chemin} />
        </>
      )}
    </>
  );
}

/** The account exists: only who signs in with it takes the place. */
function Connu({ chemin, invitation, lui }: { chemin: string; invitation: InvitationLue; lui: boolean }) {
  return (
    <>
      <PageTitle titre="Rejoindre cet organisme" chapeau="Avec le compte que vous avez déjà." />
      <Place invitation={invitation} />
      {lui ? (
        <Form action={chemin}>
          <Buttons>
            <Button>Rejoindre l’organisme</Button>
          </Buttons>
        </Form>
      ) : (
        <>
          <Notice genre="information">
            Un compte existe à cette adresse. Entrez d’abord avec lui : vous reviendrez ici.
          </Notice>
          <div class="buttons">
            <LinkButton href={`/connexion?suite=${encodeURIComponent(chemin)}`}>Entrer</LinkButton>
          </div>
        </>
      )}
    </>
  );
}

/**
 * The visitor, when he is signed in as the person who is invited, by his own means or by the provider's, and by no
 * organisation's link; read from the session itself, since he may have no place yet.
 */
async function luiMeme(c: Context<Env>, { utilisateurId }: InvitationLue) {
  const connecte = await c.get("portes").comptes.quiEst(c.req.raw.headers);
  return connecte !== null && connecte.utilisateurId === utilisateurId && !connecte.restreinte
    ? connecte
    : null;
}

async function montrer(
  c: Context<Env>,
  invitation: InvitationLue,
  valeurs: Valeurs,
  refus: readonly Refus[] = [],
) {
  const chemin = c.req.path;
  const reseau = c.get("portes").comptes.reseau?.nom;
  const corps = invitation.neuf ? (
    <Nouveau chemin={chemin} invitation={invitation} valeurs={valeurs} refus={refus} reseau={reseau} />
  ) : (
    <Connu chemin={chemin} invitation={invitation} lui={(await luiMeme(c, invitation)) !== null} />
  );
  const titre = "Votre invitation";
  return page(c, { titre, enErreur: refus.length > 0, etroite: true, children: corps });
}

/** The page behind an invitation. Reading it uses nothing up. */
export function routesInvitation(app: Hono<Env>): void {
  app.get("/invitation/:jeton", async (c) => {
    const { maison, comptes } = c.get("portes");
    const invitation = await consulterInvitation(maison, comptes, c.req.param("jeton"));
    return invitation === null ? perime(c) : montrer(c, invitation, { nom: invitation.nom });
  });
  app.post("/invitation/:jeton", async (c) => {
    const { maison, comptes } = c.get("portes");
    const jeton = c.req.param("jeton");
    const invitation = await consulterInvitation(maison, comptes, jeton);
    if (invitation === null) return perime(c);
    if (!invitation.neuf) {
      const lui = await luiMeme(c, invitation);
      if (lui === null) return montrer(c, invitation, {});
      const accepte = await accepterEnMembre(maison, comptes, jeton, lui);
      return accepte ? c.redirect("/", 303) : perime(c);
    }
    const brut = await champsDeFormulaire(c);
    const retape = { ...retaper(CHAMPS_ARRIVEE, brut), motDePasse: "" };
    const lu = lireSaisie(CHAMPS_ARRIVEE, brut);
    if ("refus" in lu) return montrer(c, invitation, retape, lu.refus);
    const saisie = lu.saisie as Saisie<typeof CHAMPS_ARRIVEE>;
    const arrivee = await accepterEnCreant(maison, comptes, jeton, { ...saisie, appareil: appareilDe(c) });
    if (arrivee.issue === "refus") return montrer(c, invitation, retape, arrivee.refus);
    if (arrivee.issue === "perimee") return perime(c);
    donnerCookies(c, arrivee.cookies);
    return c.redirect("/", 303);
  });
}
