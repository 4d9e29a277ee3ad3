import type { Context, Hono } from "hono";
import {
  consulterMessage,
  consulterMessages,
  etendueDe,
  type ListeDeMessages,
  type MessageListe,
  renvoyerMessage,
} from "../../../usecases/messages/consulter-messages.ts";
import { estUuid } from "../../../values/uuid.ts";
import type { Env } from "../../contexte.ts";
import { introuvable } from "../../introuvable.tsx";
import { page } from "../../page.tsx";
import { BackLink } from "../../ui/breadcrumbs.tsx";
import { Button, Buttons } from "../../ui/button.tsx";
import { Form } from "../../ui/form.tsx";
import { Block, KeyList, PageTitle, Sheet } from "../../ui/layout.tsx";
import { Pager } from "../../ui/list-tools.tsx";
import { EmptyState, Notice } from "../../ui/notice.tsx";
import { Verdict } from "../../ui/status.tsx";
import { Table } from "../../ui/table.tsx";
import { compter, fr } from "../../ui/typographie.ts";
import { etatEnMots, moment, suiteEnMots } from "./etats.ts";

const COURANT = "/messages";

/** Why nothing leaves, and what to set. */
function Avis({ c, liste }: { c: Context<Env>; liste: ListeDeMessages }) {
  const { demonstration, courriel } = c.get("portes");
  if (demonstration) {
    return (
      <Notice genre="information" titre="Démonstration : rien n’est envoyé.">
        Chaque message devient un fichier dans le dossier « courriels » des données, que le terminal a nommé.
        Votre logiciel de messagerie sait l’ouvrir.
      </Notice>
    );
  }
  if (courriel?.serveur !== true) {
    return (
      <Notice genre="alerte" titre="Aucun serveur de courriel n’est réglé.">
        Les messages attendent ici. La personne qui tient l’installation règle <code>PROBANT_SMTP_URL</code>,
        puis redémarre Probant : tout part alors. <a href="/aide/envoyer-des-courriels">Comment faire</a>
      </Notice>
    );
  }
  if (!liste.aUnExpediteur) {
    return (
      <Notice genre="alerte" titre="Il manque une adresse d’expéditeur.">
        Écrivez le courriel de contact de votre organisme, ou faites régler <code>PROBANT_MAIL_FROM</code>.
        Les messages attendent ici. <a href="/aide/envoyer-des-courriels">Comment faire</a>
      </Notice>
    );
  }
  if (liste.enRetard === 0) return null;
  return (
    <Notice
      genre="alerte"
      titre={`${compter(liste.enRetard, "message")} en attente depuis plus d’un quart d’heure.`}
    >
      La raison est dite à chaque ligne. Probant réessaie de lui-même.
    </Notice>
  );
}

function Etat({ message, demonstration }: { message: MessageListe; demonstration: boolean }) {
  const { genre, mot } = etatEnMots(message.etat, demonstration);
  const suite = suiteEnMots(message);
  return (
    <>
      <Verdict genre={genre} mot={mot} />
      {suite === null ? null : <p class="minor">{fr(suite)}</p>}
    </>
  );
}

function Liste({ c, liste, debut }: { c: Context<Env>; liste: ListeDeMessages; debut: boolean }) {
  const { demonstration } = c.get("portes");
  return (
    <>
      <PageTitle titre="Messages" chapeau="Les courriels que Probant envoie, le dernier d’abord." />
      <Avis c={c} liste={liste} />
      {liste.lignes.length === 0 ? (
        <EmptyState titre="Aucun message" niveau={2}>
          Une convocation, une invitation ou un reçu de signature apparaîtra ici, avec son état.
        </EmptyState>
      ) : (
        <div class="mt-4">
          <Table
            titre="Messages"
            titreCache
            cartes
            colonnes={[
              { libelle: "Message" },
              { libelle: "À" },
              { libelle: "Écrit le" },
              { libelle: "État", sansEtiquette: true },
            ]}
            lignes={liste.lignes.map((m) => [
              <>
                <a href={`${COURANT}/${m.id}`}>
                  {m.titre}
                  <span class="visually-hidden">{`, ${m.adresse}, ${fr(moment(m.creeLe))}`}</span>
                </a>
                {m.dossier === null ? null : (
                  <>
                    <br />
                    <span class="minor">{m.dossier}</span>
                  </>
                )}
              </>,
              m.adresse,
              fr(moment(m.creeLe)),
              <Etat message={m} demonstration={demonstration} />,
            ])}
          />
        </div>
      )}
      <Pager
        resume={`${compter(liste.lignes.length, "message")} sur cette page.`}
        {...(debut ? {} : { premiers: COURANT })}
        {...(liste.suite === undefined ? {} : { suivants: `${COURANT}?apres=${liste.suite}` })}
      />
    </>
  );
}

type Consulte = NonNullable<Awaited<ReturnType<typeof consulterMessage>>>;

function Message({ c, consulte }: { c: Context<Env>; consulte: Consulte }) {
  const { message: m, ecrit } = consulte;
  const { demonstration } = c.get("portes");
  return (
    <>
      <BackLink libelle="Messages" href={COURANT} />
      <PageTitle titre={m.titre} />
      <div class="mt-4 stack">
        <Etat message={m} demonstration={demonstration} />
        <KeyList
          lignes={[
            { cle: "À", valeur: m.adresse },
            { cle: "Écrit le", valeur: moment(m.creeLe) },
            ...(m.envoyeLe === null
              ? []
              : [{ cle: demonstration ? "Fichier écrit le" : "Envoyé le", valeur: moment(m.envoyeLe) }]),
            ...(m.essais > 1 ? [{ cle: "Essais", valeur: String(m.essais) }] : []),
            ...(m.dossier === null
              ? []
              : [{ cle: "Dossier", valeur: <a href={`/dossiers/${m.dossier}`}>{m.dossier}</a> }]),
          ]}
        />
      </div>
      {m.renvoyable ? (
        <Form action={`${COURANT}/${m.id}/renvoyer`}>
          <Buttons>
            <Button rang="second" complement={`le message pour ${m.adresse}`}>
              Renvoyer
            </Button>
          </Buttons>
        </Form>
      ) : null}
      {ecrit === null ? null : (
        <Block id="texte" titre="Ce que dit le message">
          <Sheet creux className="stack">
            <p>
              <strong>{ecrit.sujet}</strong>
            </p>
            {ecrit.texte
              .trim()
              .split("\n\n")
              .map((paragraphe) => (
                <p>
                  {paragraphe.split("\n").map((ligne, i) => (
                    <>
                      {i === 0 ? null : <br />}
                      {ligne}
                    </>
                  ))}
                </p>
              ))}
          </Sheet>
        </Block>
      )}
    </>
  );
}

/** What was sent, to whom, when, in which state; one message and its words; « Renvoyer ». */
export function routesMessages(app: Hono<Env>): void {
  app.get("/messages", async (c) => {
    const { maison, courriel } = c.get("portes");
    const moi = c.get("moi");
    const demande = c.req.query("apres") ?? "";
    const apres = estUuid(demande) ? demande : undefined;
    const reglage = courriel?.expediteur ?? null;
    const liste = await consulterMessages(maison, moi.auteur, etendueDe(moi), { reglage, apres });
    const corps = <Liste c={c} liste={liste} debut={apres === undefined} />;
    return page(c, { titre: "Messages", courant: COURANT, children: corps });
  });

  app.get("/messages/:message", async (c) => {
    const { maison, url } = c.get("portes");
    const moi = c.get("moi");
    const id = c.req.param("message");
    if (!estUuid(id)) return introuvable(c);
    const consulte = await consulterMessage(maison, moi.auteur, etendueDe(moi), { id, url });
    if (consulte === undefined) return introuvable(c);
    const corps = <Message c={c} consulte={consulte} />;
    return page(c, { titre: consulte.message.titre, courant: COURANT, etroite: true, children: corps });
  });

  app.post("/messages/:message/renvoyer", async (c) => {
    const moi = c.get("moi");
    const id = c.req.param("message");
    const { maison } = c.get("portes");
    // Pressed twice, the second finds it in the queue already: the page says where it stands.
    const vu = estUuid(id) && (await consulterMessage(maison, moi.auteur, etendueDe(moi), { id, url: "" }));
    if (!vu) return introuvable(c);
    await renvoyerMessage(maison, moi.auteur, etendueDe(moi), id);
    return c.redirect(`${COURANT}/${id}`, 303);
  });
}
