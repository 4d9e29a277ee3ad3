import type { Context, Hono } from "hono";
import type { Refus } from "../../../dossier/acte.ts";
import type { MembreLu } from "../../../usecases/membres/consulter-membres.ts";
import { finirMembre } from "../../../usecases/membres/finir-membre.ts";
import { RefusRendus } from "../../champs-rendus.tsx";
import type { Env } from "../../contexte.ts";
import { champsDeFormulaire } from "../../formulaire.ts";
import { introuvable } from "../../introuvable.tsx";
import { page } from "../../page.tsx";
import { BackLink } from "../../ui/breadcrumbs.tsx";
import { FaireOuLaisser, Interruption } from "../../ui/confirm.tsx";
import { Form } from "../../ui/form.tsx";
import { auteurDe, COURANT } from "../organisme/commun.tsx";
import { MEMBRES } from "./liste.tsx";
import { membreDe } from "./membre.tsx";

/** What the three endings say: leaving oneself, ending another's access, taking an invitation back. */
function motsDe({ nom, depuis }: MembreLu, lui: boolean) {
  if (lui)
    return {
      titre: "Quitter l’organisme ?",
      bouton: "Quitter l’organisme",
      perdu: ["Votre accès, sur tous vos appareils, tout de suite."],
    };
  if (depuis === null)
    return {
      titre: `Reprendre l’invitation de ${nom} ?`,
      bouton: "Reprendre l’invitation",
      perdu: ["Le lien qui lui a été envoyé n’ouvrira plus rien."],
    };
  return {
    titre: `Mettre fin à l’accès de ${nom} ?`,
    bouton: "Mettre fin à son accès",
    perdu: ["Son accès, sur tous ses appareils, tout de suite."],
  };
}

function demander(c: Context<Env>, membre: MembreLu, refus: readonly Refus[] = []) {
  const lui = membre.utilisateurId === c.get("moi").utilisateurId;
  const { titre, bouton, perdu } = motsDe(membre, lui);
  const corps = (
    <>
      <BackLink libelle="Les membres" href={MEMBRES} />
      <RefusRendus refus={refus} />
      <Interruption
        titre={titre}
        titrePerdu="Prend fin"
        perdu={perdu}
        titreGarde="Reste"
        garde={[
          "Les dossiers, et ce qui y est écrit sous son nom.",
          "La trace de ce départ, avec votre nom.",
        ]}
        pourquoi="Une nouvelle invitation rouvre l’accès."
      >
        <Form action={`${MEMBRES}/${membre.utilisateurId}/retirer`} jeton={c.get("portes").maison.nouvelId()}>
          <FaireOuLaisser faire={bouton} retour={MEMBRES} />
        </Form>
      </Interruption>
    </>
  );
  return page(c, { titre, enErreur: refus.length > 0, courant: COURANT, etroite: true, children: corps });
}

export function routesDuDepart(app: Hono<Env>): void {
  app.get("/organisme/membres/:membre/retirer", async (c) => {
    const membre = await membreDe(c);
    return membre === undefined ? introuvable(c) : demander(c, membre);
  });
  app.post("/organisme/membres/:membre/retirer", async (c) => {
    const { maison } = c.get("portes");
    const brut = await champsDeFormulaire(c);
    const cle = brut.jeton?.[0] || maison.nouvelId();
    const membre = await membreDe(c);
    if (membre === undefined) return introuvable(c);
    const reponse = await finirMembre(maison, auteurDe(c), { cle, membre: membre.utilisateurId });
    if (reponse.issue === "inconnu") return introuvable(c);
    return reponse.issue === "fait"
      ? c.redirect(`${MEMBRES}?fait=1`, 303)
      : demander(c, membre, reponse.refus);
  });
}
