import type { Context, Hono } from "hono";
import { nomDuRoleDeMembre } from "../../../dossier/formulaire-membre.ts";
import { consulterPlaces, type PlaceNommee } from "../../../usecases/compte/places.ts";
import type { Env } from "../../contexte.ts";
import { champsDeFormulaire } from "../../formulaire.ts";
import { introuvable } from "../../introuvable.tsx";
import { page } from "../../page.tsx";
import { Button } from "../../ui/button.tsx";
import { Form } from "../../ui/form.tsx";
import { PageTitle } from "../../ui/layout.tsx";
import { fr } from "../../ui/typographie.ts";

/** « Votre bilan », or the role in which one works there. */
function direLaPlace({ dossierId, role }: PlaceNommee): string {
  if (role === "auditeur") return "L’échantillon d’un audit";
  if (dossierId === null) return nomDuRoleDeMembre(role);
  return role === "employeur" ? "Le bilan d’un salarié" : "Votre bilan";
}

async function montrer(c: Context<Env>) {
  const { maison, comptes } = c.get("portes");
  const { utilisateurId } = c.get("moi");
  const places = await consulterPlaces(maison, comptes, { entetes: c.req.raw.headers, utilisateurId });
  const corps = (
    <>
      <PageTitle
        titre="Où entrez-vous ?"
        chapeau="Votre compte a plusieurs places. Chacune ne voit que ce qui est à elle."
      />
      <ul class="list">
        {places.map((place) => (
          <li>
            <div class="list-body">
              <h2>{fr(place.organisme)}</h2>
              <p class="minor">{fr(direLaPlace(place))}</p>
            </div>
            <div class="list-end">
              <Form
                action="/places"
                champsCaches={{ organisme: place.organismeId, dossier: place.dossierId ?? "" }}
              >
                <Button rang="second" complement={fr(`chez ${place.organisme}, ${direLaPlace(place)}`)}>
                  Entrer
                </Button>
              </Form>
            </div>
          </li>
        ))}
      </ul>
    </>
  );
  return page(c, { titre: "Où entrez-vous", etroite: true, children: corps });
}

export function routesPlaces(app: Hono<Env>): void {
  app.get("/places", montrer);
  app.post("/places", async (c) => {
    const brut = await champsDeFormulaire(c);
    const [organismeId, dossier] = [brut.organisme?.[0] ?? "", brut.dossier?.[0] ?? ""];
    const place = { organismeId, dossierId: dossier === "" ? null : dossier };
    const { utilisateurId } = c.get("moi");
    const choisie = await c.get("portes").comptes.choisirPlace(c.req.raw.headers, utilisateurId, place);
    return choisie ? c.redirect("/", 303) : introuvable(c);
  });
}
