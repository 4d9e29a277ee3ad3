import type { Context, Hono } from "hono";
import type { Refus } from "../../../dossier/acte.ts";
import { lireQuiAAcces, type QuiAAcces } from "../../../usecases/acces/lire-acces.ts";
import { ouvrirEspace, renvoyerLien } from "../../../usecases/acces/ouvrir-espace.ts";
import { fermerPorte, type GesteDePorte } from "../../../usecases/acces/porte.ts";
import type { DossierConsulte } from "../../../usecases/dossier/consulter-dossier.ts";
import { estSonConseiller } from "../../../usecases/dossier/son-conseiller.ts";
import { jourDeParis } from "../../../usecases/heure-de-paris.ts";
import { formatJourCourt } from "../../../values/dates-fr.ts";
import { dePrenom } from "../../../values/de-prenom.ts";
import type { Instant } from "../../../values/instant.ts";
import { peutAgir } from "../../acces.ts";
import { RefusRendus } from "../../champs-rendus.tsx";
import type { Env } from "../../contexte.ts";
import { champsDeFormulaire } from "../../formulaire.ts";
import { introuvable } from "../../introuvable.tsx";
import { Button, Buttons, LinkButton } from "../../ui/button.tsx";
import { Form } from "../../ui/form.tsx";
import { Actions, Block, Sheet } from "../../ui/layout.tsx";
import { Table } from "../../ui/table.tsx";
import { CorrectionsDIdentite } from "../../vues/corrections-identite.tsx";
import { ceQueVoit, TITRES_DES_ROLES } from "../../vues/qui-voit.ts";
import { dossierDeLAdresse } from "./ouvrir.ts";
import { pageDuDossier } from "./page-du-dossier.tsx";

const ONGLET = "acces";
const leJour = (instant: string) => formatJourCourt(jourDeParis(instant as Instant));

/** One button that changes something, under its own one-time key. */
function Geste({ c, geste, libelle }: { c: Context<Env>; geste: string; libelle: string }) {
  const rang = geste === "ouvrir" ? "principal" : geste === "fermer" ? "danger" : "second";
  return (
    <Form
      action={`/dossiers/${c.req.param("reference")}/acces`}
      jeton={c.get("portes").maison.nouvelId()}
      champsCaches={{ geste }}
    >
      <Button rang={rang}>{libelle}</Button>
    </Form>
  );
}

/** Her space: open or not, at which address, and what may be done about it. */
function SonEspace({ c, dossier, acces }: { c: Context<Env>; dossier: DossierConsulte; acces: QuiAAcces }) {
  const { reference, identite } = dossier;
  const porte = acces.portes.find((p) => p.role === "beneficiaire" && p.fin === null);
  const agit = peutAgir(c.get("moi").auteur.role);
  const corriger = (
    <LinkButton rang="discret" href={`/dossiers/${reference}/identite`}>
      Corriger l’identité
    </LinkButton>
  );
  if (porte !== undefined) {
    return (
      <Sheet className="mt-4">
        <p>
          Ouvert depuis le {leJour(porte.depuis)}, à l’adresse <strong>{porte.courriel}</strong>.
        </p>
        {agit ? (
          <Buttons>
            <Geste c={c} geste="renvoyer" libelle="Renvoyer le lien" />
            <Geste c={c} geste="fermer" libelle="Fermer son espace" />
            {corriger}
          </Buttons>
        ) : null}
      </Sheet>
    );
  }
  return (
    <Sheet className="mt-4">
      {identite.courriel === null ? (
        <p>
          Le dossier ne dit pas son adresse électronique. Notez-la&nbsp;: le lien partira à cette adresse.
        </p>
      ) : (
        <p>
          Son espace n’est pas ouvert. Le lien partira à <strong>{identite.courriel}</strong>.
        </p>
      )}
      {agit ? (
        <Buttons>
          {identite.courriel === null ? (
            <LinkButton href={`/dossiers/${reference}/identite`}>Noter son adresse</LinkButton>
          ) : (
            <>
              <Geste c={c} geste="ouvrir" libelle="Ouvrir son espace" />
              {corriger}
            </>
          )}
        </Buttons>
      ) : null}
    </Sheet>
  );
}

function lignes(dossier: DossierConsulte, acces: QuiAAcces) {
  const portes = acces.portes.map((p) => [
    p.nom,
    TITRES_DES_ROLES[p.role],
    p.fin === null ? ceQueVoit(p.role, true) : "Plus rien",
    leJour(p.depuis),
    p.fin === null ? "Sans fin" : leJour(p.fin),
  ]);
  const membres = acces.membres.map((m) => {
    const auteur = { role: m.role, intervenant: m.intervenant, utilisateur: m.utilisateurId };
    return [
      m.nom,
      TITRES_DES_ROLES[m.role],
      ceQueVoit(m.role, estSonConseiller(dossier, auteur)),
      m.depuis === null ? "" : leJour(m.depuis),
      "Sans fin",
    ];
  });
  return [...portes, ...membres];
}

type Vue = { c: Context<Env>; dossier: DossierConsulte; acces: QuiAAcces; refus?: readonly Refus[] };

function Acces({ c, dossier, acces, refus = [] }: Vue) {
  return (
    <>
      <RefusRendus refus={refus} />
      <Block id="espace" titre={`L’espace ${dePrenom(dossier.identite.prenom)}`}>
        <p class="minor">
          Le lien est pour elle seule&nbsp;: qui l’a peut signer à sa place. Personne ici ne le voit.
        </p>
        <SonEspace c={c} dossier={dossier} acces={acces} />
      </Block>
      <Block id="qui" titre="Qui a accès">
        <Table
          titre="Les personnes qui ont accès à ce dossier"
          titreCache
          cartes
          colonnes={[
            { libelle: "Qui" },
            { libelle: "Rôle" },
            { libelle: "Voit" },
            { libelle: "Depuis" },
            { libelle: "Jusqu’à" },
          ]}
          lignes={lignes(dossier, acces)}
        />
        <p class="minor mt-2">L’employeur et le financeur ne voient rien tant qu’aucune ligne ne le dit.</p>
        {peutAgir(c.get("moi").auteur.role) ? (
          <Actions
            liens={[
              {
                libelle: "L’espace de l’employeur",
                href: `/dossiers/${dossier.reference}/acces/employeur`,
              },
              ...(estSonConseiller(dossier, c.get("moi").auteur)
                ? [
                    {
                      libelle: "Montrer un document",
                      href: `/dossiers/${dossier.reference}/acces/communiquer`,
                    },
                  ]
                : []),
            ]}
          />
        ) : null}
      </Block>
      <CorrectionsDIdentite corrections={acces.corrections} />
    </>
  );
}

async function montrer(
  c: Context<Env>,
  { refus, flash }: { refus?: readonly Refus[]; flash?: string } = {},
  statut: 200 | 409 | 422 = 200,
) {
  const dossier = await dossierDeLAdresse(c);
  const acces = await lireQuiAAcces(
    c.get("portes").maison,
    c.get("moi").auteur,
    c.req.param("reference") ?? "",
  );
  if (dossier === undefined || acces === undefined) return introuvable(c);
  return pageDuDossier(
    c,
    dossier,
    {
      onglet: ONGLET,
      titre: "Qui a accès",
      enErreur: refus !== undefined,
      ...(flash === undefined ? {} : { flash: { genre: "fait", titre: "C’est fait.", texte: flash } }),
      children: <Acces c={c} dossier={dossier} acces={acces} {...(refus === undefined ? {} : { refus })} />,
    },
    statut,
  );
}

const FAIT: Readonly<Record<string, string>> = {
  ouvrir: "Son espace est ouvert. Le lien part par courriel.",
  renvoyer: "Un nouveau lien part par courriel.",
  copie: "Le courriel « Votre copie avant destruction » part, avec un lien vers son espace.",
  fermer: "Son espace est fermé. La prochaine page qu’elle demandera sera refusée.",
  employeur_ouvert: "L’espace de l’employeur est ouvert. Le lien part par courriel.",
  employeur_renvoye: "Un nouveau lien part à l’employeur.",
  employeur_ferme: "L’espace de l’employeur est fermé. La prochaine page qu’il demandera sera refusée.",
};
/** What the form of this page may ask; the other sentences come from the pages of other doors. */
const GESTES = ["ouvrir", "renvoyer", "copie", "fermer"];
const ENTRE_TEMPS: Refus = {
  phrase: "Quelqu’un a écrit dans ce dossier au même moment. Rien n’a été fait : recommencez.",
};

function faire(c: Context<Env>, geste: string, cle: string): Promise<GesteDePorte> {
  const { maison, comptes } = c.get("portes");
  const { auteur } = c.get("moi");
  const demande = { reference: c.req.param("reference") ?? "", cle };
  if (geste === "ouvrir") return ouvrirEspace(maison, comptes, auteur, demande);
  if (geste === "renvoyer") return renvoyerLien(maison, comptes, auteur, demande);
  if (geste === "copie") return renvoyerLien(maison, comptes, auteur, demande, "copie-avant-destruction");
  return fermerPorte(maison, auteur, "beneficiaire", demande);
}

/** Who has access to one dossier, and the door of the person herself. */
export function routesAcces(app: Hono<Env>): void {
  app.get("/dossiers/:reference/acces", (c) => {
    const flash = FAIT[c.req.query("fait") ?? ""];
    return montrer(c, flash === undefined ? {} : { flash });
  });

  app.post("/dossiers/:reference/acces", async (c) => {
    const brut = await champsDeFormulaire(c);
    const geste = brut.geste?.[0] ?? "";
    if (!GESTES.includes(geste)) return introuvable(c);
    const reponse = await faire(c, geste, brut.jeton?.[0] || c.get("portes").maison.nouvelId());
    switch (reponse.issue) {
      case "inconnu":
        return introuvable(c);
      case "refus":
        return await montrer(c, { refus: reponse.refus }, 422);
      case "conflit":
        return await montrer(c, { refus: [ENTRE_TEMPS] }, 409);
      default:
        return c.redirect(`/dossiers/${c.req.param("reference")}/acces?fait=${geste}`, 303);
    }
  });
}
