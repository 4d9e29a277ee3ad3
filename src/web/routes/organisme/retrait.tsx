import type { Context, Hono } from "hono";
import { partieDeNom } from "../../../dossier/parties-organisme/catalogue.ts";
import type { Retrait } from "../../../dossier/parties-organisme/partie.ts";
import {
  type ChangementEcrit,
  changerOrganisme,
  consulterOrganisme,
  parRetrait,
} from "../../../usecases/organisme/changer-organisme.ts";
import type { Env } from "../../contexte.ts";
import { champsDeFormulaire } from "../../formulaire.ts";
import { introuvable } from "../../introuvable.tsx";
import { page } from "../../page.tsx";
import { FaireOuLaisser, Interruption } from "../../ui/confirm.tsx";
import { Form } from "../../ui/form.tsx";
import { auteurDe, COURANT, Conflit, clesDe, Retour } from "./commun.tsx";

/** What is asked before something is taken away: what goes, what stays, then the two ways out. */
export function pageDeRetrait(
  c: Context<Env>,
  retrait: Retrait,
  { action, version, conflit }: { action: string; version: number; conflit?: readonly ChangementEcrit[] },
) {
  const { titre, titrePerdu, perdu, garde, pourquoi, bouton } = retrait;
  const corps = (
    <>
      <Retour />
      {conflit === undefined ? null : <Conflit changements={conflit} />}
      <Interruption
        titre={titre}
        titrePerdu={titrePerdu}
        motPerdu="Change"
        perdu={perdu}
        titreGarde="Reste"
        garde={garde}
        pourquoi={pourquoi}
      >
        <Form
          action={action}
          jeton={c.get("portes").maison.nouvelId()}
          champsCaches={{ vu: String(version) }}
        >
          <FaireOuLaisser faire={bouton} retour={COURANT} />
        </Form>
      </Interruption>
    </>
  );
  const enErreur = conflit !== undefined;
  return page(c, { titre, enErreur, courant: COURANT, etroite: true, children: corps }, enErreur ? 409 : 200);
}

const ADRESSE = "/organisme/:partie/:cible/retirer";

export function routesDuRetrait(app: Hono<Env>): void {
  const demander = async (c: Context<Env>, conflit?: readonly ChangementEcrit[]) => {
    const { organisme, version } = await consulterOrganisme(c.get("portes").maison, c.get("moi"));
    const cible = c.req.param("cible") ?? "";
    const retrait = partieDeNom(c.req.param("partie") ?? "")?.retrait(organisme, cible) ?? null;
    if (retrait === null) return introuvable(c);
    return pageDeRetrait(c, retrait, {
      action: c.req.path,
      version,
      ...(conflit === undefined ? {} : { conflit }),
    });
  };
  app.get(ADRESSE, (c) => demander(c));
  app.post(ADRESSE, async (c) => {
    const [nom, cible] = [c.req.param("partie"), c.req.param("cible")];
    const partie = partieDeNom(nom);
    if (partie === undefined) return introuvable(c);
    const brut = await champsDeFormulaire(c);
    const reponse = await changerOrganisme(c.get("portes").maison, auteurDe(c), {
      ...clesDe(c, brut),
      sujet: [nom, cible, "retirer"],
      changer: parRetrait(partie, cible),
    });
    if (reponse.issue === "conflit") return demander(c, reponse.changements);
    return reponse.issue === "fait" ? c.redirect(`${COURANT}?fait=1`, 303) : introuvable(c);
  });
}
