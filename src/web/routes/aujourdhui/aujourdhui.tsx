import type { Context, Hono } from "hono";
import { acteDeNom } from "../../../dossier/catalogue-actes.ts";
import { consulterDossier } from "../../../usecases/dossier/consulter-dossier.ts";
import { heureDeParis, jourDeParis } from "../../../usecases/heure-de-paris.ts";
import { ceQuiAttend } from "../../../usecases/listes/ce-qui-attend.ts";
import { enMemeTemps } from "../../../usecases/listes/en-meme-temps.ts";
import { type Journee, maJournee } from "../../../usecases/listes/ma-journee.ts";
import { capitale } from "../../../values/capitale.ts";
import { formatJourLong } from "../../../values/dates-fr.ts";
import { formatDuree } from "../../../values/duree.ts";
import { formatHeure } from "../../../values/heure.ts";
import { peutAgir } from "../../acces.ts";
import type { Env } from "../../contexte.ts";
import { page } from "../../page.tsx";
import { LinkButton } from "../../ui/button.tsx";
import { Day } from "../../ui/day.tsx";
import { Block, Columns, PageTitle } from "../../ui/layout.tsx";
import { ActList, NextAct } from "../../ui/next-act.tsx";
import { EmptyState } from "../../ui/notice.tsx";
import { compter, fr } from "../../ui/typographie.ts";
import { sourceLegale } from "../../vues/constats.ts";
import { quandEcheance } from "../../vues/echeances.ts";
import { EnSuspens } from "../../vues/en-suspens.tsx";
import { adresseDeLaListe } from "../dossiers/liste.tsx";

function chapeau(j: Journee, prenom: string): string {
  const rendezVous =
    j.seances.length === 0
      ? "pas de séance aujourd’hui"
      : `${compter(j.seances.length, "séance")} aujourd’hui`;
  if (j.urgents.length === 0) return `Bonjour ${prenom}. Rien ne presse, ${rendezVous}.`;
  return `Bonjour ${prenom}. ${compter(j.urgents.length, "acte")} à faire d’abord, ${rendezVous}.`;
}

type Raison = Pick<Parameters<typeof NextAct>[0], "explication" | "delai">;

/** Why the first act is asked for, from its dossier; nothing but the act's own sentence when no finding asks for it. */
async function raisonDu(premier: Journee["urgents"][number] | undefined, c: Context<Env>): Promise<Raison> {
  if (premier === undefined) return {};
  const dossier = await consulterDossier(c.get("portes").maison, c.get("moi").auteur, premier.reference);
  const constat = dossier?.aFaire.find((a) => a.acte === premier.acte)?.constats[0];
  const source = constat?.rule.sources[0];
  return {
    explication: constat?.manque ?? constat?.explication ?? acteDeNom(premier.acte)?.chapeau,
    ...(constat === undefined || source === undefined
      ? {}
      : { delai: { annonce: `Règle ${constat.rule.id} : `, source: sourceLegale(source) } }),
  };
}

function Urgents({ journee, raison, agit }: { journee: Journee; raison: Raison; agit: boolean }) {
  const [premier, ...suite] = journee.urgents;
  if (premier === undefined) {
    return (
      <EmptyState
        titre="Rien à faire d’abord"
        action={
          <LinkButton rang="second" href="/dossiers">
            Voir les dossiers
          </LinkButton>
        }
      >
        Les actes dont l’échéance approche apparaissent ici, avec leur date et leur raison.
      </EmptyState>
    );
  }
  // Who may not act is led to the dossier: there he reads why.
  const lien = (u: Journee["urgents"][number]) => `/dossiers/${u.reference}${agit ? `/actes/${u.acte}` : ""}`;
  const titre = (u: Journee["urgents"][number]) => `${acteDeNom(u.acte)?.titre ?? u.acte} : ${u.personne}`;
  return (
    <>
      <NextAct
        id="premier"
        niveau={3}
        echeance={premier.echeance}
        quand={capitale(quandEcheance(premier.echeance, journee.au))}
        titre={titre(premier)}
        href={lien(premier)}
        {...raison}
        boutons={
          <>
            {agit ? (
              <LinkButton href={lien(premier)}>{acteDeNom(premier.acte)?.titre ?? "Ouvrir"}</LinkButton>
            ) : null}
            <LinkButton rang="second" href={`/dossiers/${premier.reference}`}>
              Ouvrir le dossier
            </LinkButton>
          </>
        }
      />
      <ActList
        actes={suite.map((u) => ({
          jour: u.echeance,
          titre: titre(u),
          href: lien(u),
          precision: capitale(quandEcheance(u.echeance, journee.au)),
        }))}
      />
    </>
  );
}

/** Says that he is expected elsewhere at these hours: one of the two sessions is to be moved or corrected. */
function enDouble(s: Journee["seances"][number], { seances }: Journee): string {
  const autres = enMemeTemps(s, seances);
  if (autres.length === 0) return "";
  return ` Attention, aux mêmes heures : ${autres.map((a) => `${a.personne}, ${a.reference}`).join(" ; ")}.`;
}

export function routesAujourdhui(app: Hono<Env>): void {
  app.get("/aujourdhui", async (c) => {
    const { maison } = c.get("portes");
    const moi = c.get("moi");
    const maintenant = maison.horloge();
    const [journee, attend] = await Promise.all([
      maJournee(maison, moi.auteur, jourDeParis(maintenant)),
      ceQuiAttend(maison, moi.auteur),
    ]);
    const siens = moi.auteur.role === "conseiller" ? { conseiller: moi.auteur.intervenant } : {};
    const agit = peutAgir(moi.auteur.role);
    const raison = await raisonDu(journee.urgents[0], c);
    const minutes = journee.seances.reduce((total, s) => total + s.minutes, 0);
    const principal = (
      <>
        <Block id="d-abord" titre="À faire d’abord" note={compter(journee.urgents.length, "acte")}>
          <Urgents journee={journee} raison={raison} agit={agit} />
        </Block>
        <EnSuspens
          attend={attend}
          adresse={(suspens) => adresseDeLaListe({ ...siens, suspens })}
          // A counsellor is shown his own dossiers alone.
          qui={moi.auteur.role === "conseiller" ? "son_conseiller" : "autre"}
        />
        <Block
          id="journee"
          titre="Votre journée"
          note={minutes === 0 ? "aucune séance" : `${formatDuree(minutes)} d’accompagnement`}
        >
          {journee.seances.length === 0 ? (
            <EmptyState titre="Aucune séance aujourd’hui">
              Les séances prévues ce jour apparaissent ici, à leur heure.
            </EmptyState>
          ) : (
            <Day
              maintenant={heureDeParis(maintenant)}
              rendezVous={journee.seances.map((s) => ({
                heure: s.debut,
                qui: s.personne,
                href: `/dossiers/${s.reference}`,
                quoi: `séance ${s.seance.slice(1)}, ${formatDuree(s.minutes)}`,
                passe: s.tenue,
                precision: `${s.lieu}. ${s.tenue ? "Tenue." : `Jusqu’à ${formatHeure(s.fin)}.`}${enDouble(s, journee)}`,
                ...(s.tenue || !agit
                  ? {}
                  : {
                      boutons: (
                        <LinkButton
                          rang="second"
                          href={`/dossiers/${s.reference}/actes/tenirSeance?sur=${s.seance}`}
                          complement={`avec ${s.personne}`}
                        >
                          Noter la séance
                        </LinkButton>
                      ),
                    }),
              }))}
            />
          )}
        </Block>
      </>
    );
    const cote = (
      <Block id="ensuite" titre="Ensuite">
        {journee.ensuite.length === 0 ? (
          <EmptyState titre="Rien d’autre de daté">
            Les échéances des deux prochaines semaines apparaissent ici.
          </EmptyState>
        ) : (
          <ul class="list">
            {journee.ensuite.map((u) => (
              <li>
                <div class="list-body">
                  <a href={`/dossiers/${u.reference}`}>{u.personne}</a>
                  <p class="minor">
                    {fr(`${acteDeNom(u.acte)?.titre ?? u.acte}, ${formatJourLong(u.echeance)}.`)}
                  </p>
                </div>
              </li>
            ))}
          </ul>
        )}
      </Block>
    );
    return page(c, {
      titre: "Aujourd’hui",
      courant: "/aujourdhui",
      children: (
        <>
          <PageTitle
            titre={capitale(formatJourLong(journee.au))}
            chapeau={chapeau(journee, moi.nom.split(" ")[0] ?? moi.nom)}
          />
          <Columns principal={principal} cote={cote} />
        </>
      ),
    });
  });
}
