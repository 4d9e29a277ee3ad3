import type { Context } from "hono";
import type { Env } from "../contexte.ts";
import { page } from "../page.tsx";
import { Button, Buttons, LinkButton } from "../ui/button.tsx";
import { ChampTexte } from "../ui/champs/une-ligne.tsx";
import { ErrorSummary, type Faute, Form } from "../ui/form.tsx";
import { Block, PageTitle } from "../ui/layout.tsx";
import { fr } from "../ui/typographie.ts";

/** What a form of the signing page asks besides a signature: to lend the device, or to take it back. */
export const FAIRE = "faire";

/** The one page besides the signature that a lent device opens: it goes back to its owner, who says his passphrase. */
export function pageDeRetour(
  c: Context<Env>,
  { signe = false, fautes = [] }: { signe?: boolean; fautes?: readonly Faute[] },
  statut: 200 | 403 | 422 | 429,
) {
  const { nom, pretee } = c.get("moi");
  const titre = fr(signe ? `C’est signé. Rendez l’appareil à ${nom}.` : `Rendez l’appareil à ${nom}.`);
  const corps = (
    <>
      <ErrorSummary fautes={fautes} />
      <PageTitle titre={titre} chapeau="Cet appareil n’ouvre rien d’autre tant qu’il ne l’a pas repris." />
      <Block id="reprendre" titre={`${nom} reprend son appareil`}>
        <Form action={pretee ?? c.req.path} champsCaches={{ [FAIRE]: "reprendre" }}>
          <ChampTexte
            nom="motDePasse"
            libelle="Votre phrase de passe"
            saisie="password"
            autocompletion="off"
            requis
            valeur=""
            erreur={fautes.find((f) => f.nom === "motDePasse")?.message}
          />
          <Buttons>
            <Button>Reprendre l’appareil</Button>
            {signe || pretee === null ? null : (
              <LinkButton rang="second" href={pretee}>
                Revenir à la signature
              </LinkButton>
            )}
          </Buttons>
        </Form>
      </Block>
      <p class="minor mt-6">Sans phrase de passe, déconnectez-vous, puis connectez-vous comme d’habitude.</p>
    </>
  );
  return page(
    c,
    { titre: "Rendez l’appareil", enErreur: fautes.length > 0, etroite: true, children: corps },
    statut,
  );
}
