import type { Cote, Suspens } from "../../dossier/en-suspens.ts";
import { NOMS_DES_OBJETS } from "../../dossier/faits/signature.ts";
import type { Objet } from "../../dossier/signature/objet.ts";
import type {
  CeQuiAttend,
  CourrierPerdu,
  DossierEnSuspens,
  Premiers,
} from "../../usecases/listes/ce-qui-attend.ts";
import { capitale } from "../../values/capitale.ts";
import { formatJourLong } from "../../values/dates-fr.ts";
import { LinkButton } from "../ui/button.tsx";
import { Block } from "../ui/layout.tsx";
import { EmptyState } from "../ui/notice.tsx";
import { Status } from "../ui/status.tsx";
import { compter, fr } from "../ui/typographie.ts";
import { ouRepondre, type QuiRepond } from "./ou-repondre.ts";

/** What each side is called in the filter of the list, and in the address. */
export const MOTS_DES_COTES: Record<Cote, string> = {
  a_repondu: "A répondu",
  attend_reponse: "Attend une réponse",
  a_signer: "À signer chez vous",
};

const GROUPES: readonly {
  cote: Cote;
  titre: string;
  statut: { genre: "probleme" | "aSigner"; mot: string };
}[] = [
  { cote: "a_repondu", titre: "À lire, puis à répondre", statut: { genre: "probleme", mot: "À répondre" } },
  { cote: "a_signer", titre: "À signer chez vous", statut: { genre: "aSigner", mot: "À signer" } },
  {
    cote: "attend_reponse",
    titre: "En attente de leur signature",
    statut: { genre: "aSigner", mot: "En attente" },
  },
];

/** Several of one kind are counted where a count says something; the others are named once. */
const PLURIELS: Partial<Record<Objet, string>> = {
  seance: "séances",
  synthese: "parties de la synthèse",
  questionnaire: "questionnaires",
  ajustement: "durées ajustées",
};

function nommer(objet: Objet, nombre: number): string {
  const pluriel = PLURIELS[objet];
  return nombre > 1 && pluriel !== undefined ? compter(nombre, pluriel, pluriel) : NOMS_DES_OBJETS[objet];
}

/** « la convention et 2 séances »: what the members of a list are about, each named once. */
function enumerer(suspens: readonly Suspens[]): string {
  const parObjet = Map.groupBy(
    suspens.filter((s) => s.objet !== null),
    (s) => s.objet!,
  );
  const noms = [...parObjet].map(([objet, tous]) => nommer(objet, tous.length));
  return noms.length < 2 ? noms.join("") : `${noms.slice(0, -1).join(", ")} et ${noms.at(-1)}`;
}

const QUI = {
  beneficiaire: "",
  conseiller: "",
  organisme: "pour l’organisme : ",
  employeur: "l’employeur : ",
};

const DIRE: Record<Suspens["genre"], (qui: string, quoi: string) => string> = {
  desaccord: (qui, quoi) => `${qui}pas d’accord sur ${quoi}`,
  autre_date: () => "demande une autre date de rendez-vous",
  observation: (_, quoi) => `a ajouté une remarque : ${quoi}`,
  signature: (qui, quoi) => `${qui}${quoi}`,
};

/** One phrase for each kind and side: « pas d’accord sur la synthèse », « demande une autre date ». */
function phrases(suspens: readonly Suspens[]): string[] {
  const groupes = Map.groupBy(suspens, (s) => `${s.genre} ${s.par}`);
  return [...groupes.values()].map((tous) => DIRE[tous[0]!.genre](QUI[tous[0]!.par], enumerer(tous)));
}

/** What is left open in one dossier on one side, and since when the oldest is: « La séance, depuis le mardi 3 mars 2026. ». */
function direSuspens(suspens: readonly Suspens[]): string {
  const depuis = suspens.map((s) => s.depuis).reduce((a, b) => (b < a ? b : a));
  return `${capitale(phrases(suspens).join(" ; "))}, depuis le ${formatJourLong(depuis)}.`;
}

/** What waits, by what there is to do. `adresse`: the list narrowed to one side; `qui`: who reads, and so where he may answer. */
export function EnSuspens({
  attend,
  adresse,
  qui,
}: {
  attend: CeQuiAttend;
  adresse: (cote: Cote) => string;
  qui: QuiRepond;
}) {
  const groupes = GROUPES.filter(({ cote }) => attend[cote].premiers.length > 0);
  const { nonRemis } = attend;
  const note = groupes.length === 0 && nonRemis.premiers.length === 0 ? "rien" : undefined;
  return (
    <Block id="attend" titre="Ce qui attend" {...(note === undefined ? {} : { note })}>
      {note === undefined ? null : (
        <EmptyState titre="Personne n’attend">
          Les réponses reçues, les signatures qui manquent et les messages non remis apparaissent ici.
        </EmptyState>
      )}
      {groupes.map(({ cote, titre, statut }) => (
        <>
          <h3>{titre}</h3>
          <ul class="list">
            {attend[cote].premiers.map((d) => (
              <UnDossier dossier={d} statut={statut} qui={qui} />
            ))}
          </ul>
          <Suite suite={attend[cote]} href={adresse(cote)} titre={titre} />
        </>
      ))}
      {nonRemis.premiers.length === 0 ? null : <NonRemis nonRemis={nonRemis} />}
    </Block>
  );
}

function UnDossier({
  dossier: { reference, personne, suspens },
  statut,
  qui,
}: {
  dossier: DossierEnSuspens;
  qui: QuiRepond;
  statut: { genre: "probleme" | "aSigner"; mot: string };
}) {
  return (
    <li>
      <div class="list-body">
        <a href={ouRepondre(reference, suspens, qui)}>{personne}</a>
        <p class="minor">{fr(direSuspens(suspens))}</p>
      </div>
      <Status {...statut} />
    </li>
  );
}

function Suite({ suite, href, titre }: { suite: Premiers<unknown>; href: string; titre: string }) {
  return suite.plus ? (
    <p>
      <LinkButton rang="discret" href={href} complement={titre}>
        Voir les autres
      </LinkButton>
    </p>
  ) : null;
}

function NonRemis({ nonRemis }: { nonRemis: Premiers<CourrierPerdu> }) {
  return (
    <>
      <h3>Messages non remis</h3>
      <ul class="list">
        {nonRemis.premiers.map(({ id, titre, certain, le, personne, reference }) => (
          <li>
            <div class="list-body">
              <a href={`/messages/${id}`}>{fr(`${titre}, ${personne}`)}</a>
              <p class="minor">
                {fr(
                  `${reference}. ${certain ? "Pas parti" : "Peut-être pas arrivé"}, écrit le ${formatJourLong(le)}.`,
                )}
              </p>
            </div>
            <Status genre="probleme" mot="À refaire" />
          </li>
        ))}
      </ul>
      <Suite suite={nonRemis} href="/messages" titre="Messages non remis" />
    </>
  );
}
