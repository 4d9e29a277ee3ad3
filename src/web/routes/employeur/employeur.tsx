import type { Context, Hono } from "hono";
import { type EspaceEmployeur, quoiDeLEspace } from "../../../usecases/employeur/lire-espace.ts";
import { donnerPapier } from "../../../usecases/sceau/donner-papier.ts";
import { formatJourLong } from "../../../values/dates-fr.ts";
import { formatDuree } from "../../../values/duree.ts";
import { formatHeure } from "../../../values/heure.ts";
import { formatMontant } from "../../../values/montant.ts";
import { SANS_ID } from "../../adresses-de-la-personne.ts";
import type { Env } from "../../contexte.ts";
import { enteteDePapier } from "../../fichier-de-papier.ts";
import { introuvable } from "../../introuvable.tsx";
import { page } from "../../page.tsx";
import { LinkButton } from "../../ui/button.tsx";
import { Block, DossierTitle, PageTitle } from "../../ui/layout.tsx";
import { EmptyState, Notice } from "../../ui/notice.tsx";
import { Status } from "../../ui/status.tsx";
import { Table } from "../../ui/table.tsx";
import { fr } from "../../ui/typographie.ts";
import { ESPACE } from "./adresses.ts";
import { monEspace } from "./mon-espace.ts";
import { routesSignerEmployeur } from "./signer.tsx";

/** The papers that are his to take, by the end of their address. */
const PAPIERS = {
  certificat: {
    papier: "certificat-de-realisation",
    lu: "Le certificat de réalisation (PDF)",
    ouvert: (e: EspaceEmployeur) => e.certificat !== null,
    pasPret: "Le certificat n’est pas prêt",
  },
  convention: {
    papier: "convention",
    lu: "La convention (PDF)",
    ouvert: (e: EspaceEmployeur) => e.partie,
    pasPret: "La convention n’est pas prête",
  },
} as const;
const PARTIES: Readonly<Record<string, string>> = {
  beneficiaire: "La personne",
  employeur: "Vous",
  organisme: "L’organisme",
};

/** The one thing that an employer must read before anything else. */
function CeQuiResteSecret() {
  return (
    <Notice genre="secret" titre="Ce que vous ne verrez jamais.">
      Les réponses, les notes, les résultats, le projet et la synthèse. Ils sont à la personne seule, même
      quand vous payez. Son refus ou ses choix ne vous sont pas dits non plus.
    </Notice>
  );
}

function Convention({ aSigner, signatures, partie }: EspaceEmployeur) {
  return (
    <Block id="convention" titre="La convention">
      {aSigner.map((a) => (
        <ul class="list list--links mt-2">
          <li>
            <div class="list-body">
              <a href={`${ESPACE}/signer/${a.objet}/${a.sur ?? SANS_ID}`}>{fr(a.titre)}</a>
            </div>
            <Status genre="aSigner" />
          </li>
        </ul>
      ))}
      {signatures === null ? (
        <EmptyState titre="Aucune convention pour le moment">
          Elle viendra ici quand l’organisme l’aura envoyée.
        </EmptyState>
      ) : signatures.length === 0 ? (
        <p class="mt-2">Personne ne l’a encore signée.</p>
      ) : (
        <ul class="list mt-2">
          {signatures.map((s) => (
            <li>{fr(`${PARTIES[s.par] ?? "L’organisme"} : signé le ${formatJourLong(s.le)}`)}</li>
          ))}
        </ul>
      )}
      {partie ? (
        <div class="buttons">
          <LinkButton rang="second" href={`${ESPACE}/convention`}>
            Prendre la convention (PDF)
          </LinkButton>
        </div>
      ) : null}
    </Block>
  );
}

function Presences({ presences }: EspaceEmployeur) {
  return (
    <Block id="presences" titre="Les présences">
      {presences === null ? (
        <p class="mt-2">
          Ce bilan n’est pas sur le temps de travail&nbsp;: les dates ne vous sont pas dites.
        </p>
      ) : presences.length === 0 ? (
        <EmptyState titre="Aucune séance pour le moment">
          Le jour et l’heure de chaque présence viendront ici.
        </EmptyState>
      ) : (
        <Table
          titre="Les jours et heures de présence"
          titreCache
          cartes
          colonnes={[{ libelle: "Jour" }, { libelle: "De" }, { libelle: "À" }]}
          lignes={presences.map((p) => [formatJourLong(p.date), formatHeure(p.debut), formatHeure(p.fin)])}
        />
      )}
    </Block>
  );
}

function Certificat({ certificat }: EspaceEmployeur) {
  return (
    <Block id="certificat" titre="Le certificat de réalisation">
      {certificat === null ? (
        <EmptyState titre="Pas encore de certificat">Il est émis à la fin du bilan.</EmptyState>
      ) : (
        <>
          <p class="mt-2">
            {fr(`Émis le ${formatJourLong(certificat.date)} : ${formatDuree(certificat.minutes)} réalisées.`)}
          </p>
          <div class="buttons">
            <LinkButton rang="second" href={`${ESPACE}/certificat`}>
              Prendre le certificat (PDF)
            </LinkButton>
          </div>
        </>
      )}
    </Block>
  );
}

function Factures({ factures }: EspaceEmployeur) {
  if (factures === null) return null;
  return (
    <Block id="factures" titre="Vos factures">
      {factures.length === 0 ? (
        <EmptyState titre="Aucune facture pour le moment">
          Celles qui vous sont adressées viendront ici, avec leur numéro et leur montant.
        </EmptyState>
      ) : (
        <Table
          titre="Les factures qui vous sont adressées"
          titreCache
          cartes
          colonnes={[
            { libelle: "Numéro" },
            { libelle: "Du" },
            { libelle: "Montant", nombre: true },
            { libelle: "Payée" },
          ]}
          lignes={factures.map((f) => [
            f.numero,
            formatJourLong(f.date),
            formatMontant(f.montant),
            f.payeeLe === null ? "Pas encore" : `Le ${formatJourLong(f.payeeLe)}`,
          ])}
        />
      )}
    </Block>
  );
}

/** One of his papers as a sealed PDF; its reading is noted first. */
async function donner(c: Context<Env>, lequel: keyof typeof PAPIERS) {
  const { papier, lu, ouvert, pasPret } = PAPIERS[lequel];
  const espace = await monEspace(c, (e) => (ouvert(e) ? lu : null));
  if (espace === undefined || !ouvert(espace)) return introuvable(c);
  const { maison, imprimer } = c.get("portes");
  const donne = await donnerPapier(
    { maison, auteur: c.get("moi").auteur, imprimer },
    espace.reference,
    papier,
  );
  if (donne === undefined) return introuvable(c);
  if ("octets" in donne) {
    return c.body(new Uint8Array(donne.octets), 200, enteteDePapier(papier, espace.reference));
  }
  const corps = (
    <>
      <PageTitle titre={pasPret} chapeau="Demandez-le à l’organisme." />
      <div class="buttons">
        <LinkButton href={ESPACE}>Revenir à votre espace</LinkButton>
      </div>
    </>
  );
  return page(c, { titre: pasPret, children: corps }, 409);
}

/** What an employer sees of one bilan: convention, presence on working time, certificate, invoices. */
export function routesEmployeur(app: Hono<Env>): void {
  app.get(ESPACE, async (c) => {
    const espace = await monEspace(c, quoiDeLEspace);
    if (espace === undefined) return introuvable(c);
    const corps = (
      <>
        <PageTitle
          titre={<DossierTitle reference={espace.reference} />}
          chapeau={`${espace.personne}, avec ${espace.organisme}`}
        />
        <CeQuiResteSecret />
        <p class="minor">Chacune de vos lectures est notée. La personne et l’organisme la voient.</p>
        <Convention {...espace} />
        <Presences {...espace} />
        <Certificat {...espace} />
        <Factures {...espace} />
      </>
    );
    return page(c, { titre: "Votre espace", courant: ESPACE, children: corps });
  });

  app.get(`${ESPACE}/certificat`, (c) => donner(c, "certificat"));
  app.get(`${ESPACE}/convention`, (c) => donner(c, "convention"));

  routesSignerEmployeur(app);
}
