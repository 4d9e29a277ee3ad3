import type { Context, Hono } from "hono";
import { nomDuRoleDeMembre, type Site } from "../../../dossier/formulaire-membre.ts";
import type { Organisme } from "../../../law/etat.ts";
import {
  type ChangementDeMembre,
  consulterMembres,
  type MembreLu,
} from "../../../usecases/membres/consulter-membres.ts";
import { accorder } from "../../../values/accorder.ts";
import type { Env } from "../../contexte.ts";
import { page } from "../../page.tsx";
import { LinkButton } from "../../ui/button.tsx";
import { Actions, Block, PageTitle } from "../../ui/layout.tsx";
import { EmptyState } from "../../ui/notice.tsx";
import { fr } from "../../ui/typographie.ts";
import { direJour, direMoment } from "../../vues/dire-moment.ts";
import { COURANT, Retour } from "../organisme/commun.tsx";

export const MEMBRES = `${COURANT}/membres`;

/** « Conseiller (Nadia Benali), gère l'organisme ». */
function placeDe(
  { role, intervenant, gere, sites }: MembreLu,
  { intervenants }: Organisme,
  connus: readonly Site[],
): string {
  const lui = intervenants.find((i) => i.id === intervenant)?.nom;
  const titre = nomDuRoleDeMembre(role);
  const lieux = connus
    .filter((s) => sites?.includes(s.id))
    .map((s) => `${s.nom}${s.fermeLe === null ? "" : " (fermé)"}`);
  const tenu = sites === null ? "" : `, à ${lieux.join(", ")}`;
  return `${titre}${lui === undefined ? "" : ` (${lui} sur les papiers)`}${tenu}${gere ? ", gère l’organisme" : ""}`;
}

function datesDe({ depuis, fin, inviteLe }: MembreLu): string {
  const debut =
    depuis === null ? `Invitation du ${direJour(inviteLe ?? "")}` : `Depuis le ${direJour(depuis)}`;
  if (fin === null) return debut;
  return depuis === null
    ? `${debut}, reprise le ${direJour(fin)}`
    : `Du ${direJour(depuis)} au ${direJour(fin)}`;
}

function Liste(p: {
  id: string;
  titre: string;
  membres: readonly MembreLu[];
  organisme: Organisme;
  sites: readonly Site[];
}) {
  if (p.membres.length === 0) return null;
  return (
    <Block id={p.id} titre={p.titre} note={String(p.membres.length)}>
      <ul class="list">
        {p.membres.map((m) => (
          <li>
            <div class="list-body">
              <h3>{fr(m.nom)}</h3>
              <p class="minor">{m.courriel}</p>
              <p class="minor">{fr(placeDe(m, p.organisme, p.sites))}</p>
              <p class="minor">{fr(datesDe(m))}</p>
            </div>
            {m.fin === null ? (
              <div class="list-end">
                <LinkButton rang="second" href={`${MEMBRES}/${m.utilisateurId}`} complement={m.nom}>
                  Changer
                </LinkButton>
              </div>
            ) : null}
          </li>
        ))}
      </ul>
    </Block>
  );
}

/** « Rôle changé : Nadia Benali, par Karim Aït Saïd, le 25 novembre 2026 à 9 h 30. » */
function direLeChangement({ quoi, nom, quand }: ChangementDeMembre): string {
  return `${quoi}, par ${nom}, le ${direMoment(quand)}.`;
}

export function routesDesMembres(app: Hono<Env>): void {
  app.get("/organisme/membres", async (c: Context<Env>) => {
    const { organisme, ...moi } = c.get("moi");
    const { membres, changements, delai, sites } = await consulterMembres(c.get("portes").maison, moi);
    const invites = membres.filter((m) => m.depuis === null && m.fin === null);
    const presents = membres.filter((m) => m.depuis !== null && m.fin === null);
    const partis = membres.filter((m) => m.fin !== null);
    const corps = (
      <>
        <Retour />
        <PageTitle
          titre="Les membres"
          chapeau="Qui entre dans cet organisme, et comme quoi. Chaque changement garde son auteur et sa date."
        />
        <div class="buttons">
          <LinkButton href={`${MEMBRES}/nouveau`}>Inviter un membre</LinkButton>
        </div>
        <Liste
          id="invites"
          titre="Invités, pas encore entrés"
          membres={invites}
          organisme={organisme}
          sites={sites}
        />
        <Liste id="presents" titre="Membres" membres={presents} organisme={organisme} sites={sites} />
        <Liste id="partis" titre="Partis" membres={partis} organisme={organisme} sites={sites} />
        <Block id="lieux" titre="Les lieux" note={String(sites.filter((s) => s.fermeLe === null).length)}>
          <p class="minor">Un membre peut être tenu à certains lieux&nbsp;: il n’en voit que les dossiers.</p>
          <Actions liens={[{ libelle: "Voir et changer les lieux", href: `${COURANT}/lieux` }]} />
        </Block>
        <Block id="second-facteur" titre="Le second facteur">
          <p class="minor">
            {fr(
              delai === 0
                ? "Demandé à chacun dès son arrivée."
                : `Demandé à chacun au bout de ${accorder(delai, "jour")} après son arrivée.`,
            )}
          </p>
          <Actions liens={[{ libelle: "Changer ce délai", href: `${MEMBRES}/second-facteur` }]} />
        </Block>
        <Block id="historique" titre="Les derniers changements">
          {changements.length === 0 ? (
            <EmptyState titre="Rien n’a changé">Les invitations et les départs seront ici.</EmptyState>
          ) : (
            <ul class="list">
              {changements.map((ch) => (
                <li>{fr(direLeChangement(ch))}</li>
              ))}
            </ul>
          )}
        </Block>
      </>
    );
    return page(c, {
      titre: "Les membres",
      courant: COURANT,
      ...(c.req.query("fait") === "1"
        ? { flash: { genre: "fait", titre: "C’est enregistré." } as const }
        : {}),
      children: corps,
    });
  });
}
