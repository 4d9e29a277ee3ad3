import type { Context } from "hono";
import type { Brut, Refus } from "../../dossier/acte.ts";
import type { ASigner } from "../../usecases/signer/lire-a-signer.ts";
import { SANS_ID } from "../adresses-de-la-personne.ts";
import type { Env } from "../contexte.ts";
import { BackLink, type Lien } from "../ui/breadcrumbs.tsx";
import { Actions, PageTitle } from "../ui/layout.tsx";
import { Notice } from "../ui/notice.tsx";
import { fr } from "../ui/typographie.ts";
import { FormulaireDeSignature } from "./signature.tsx";

export { SANS_ID };

/** What an address names. */
export function cibleDeLAdresse(c: Context<Env>): { objet: string; sur: string | null } {
  const [objet = "", sur = ""] = [c.req.param("objet"), c.req.param("sur")];
  return { objet, sur: sur === SANS_ID ? null : sur };
}

/** What was typed under a text, as the use case takes it. */
export function saisieDeSignature(brut: Brut) {
  return {
    nom: brut.nom?.[0] ?? "",
    atteste: brut.atteste?.[0] === "oui",
    empreinte: brut.empreinte?.[0] ?? "",
    observation: brut.observation?.[0] ?? "",
  };
}
type Saisie = ReturnType<typeof saisieDeSignature>;

export interface VueDeSignature {
  vu: ASigner;
  jeton: string;
  /** Where these pages lie: « /mon-bilan », « /dossiers/D-2026-0147 ». */
  base: string;
  retour: Lien;
  saisie?: Saisie;
  refus?: readonly Refus[];
  /** The text changed between the reading and the signing. */
  change?: boolean;
  /** Whether a no can be said on the pages of `base`. */
  desaccord?: boolean;
  /** Another way to sign the same. */
  autre?: Lien | undefined;
}

/** One text, and the way to sign it or to say no; a choice shows its answers first. */
export function PageDeSignature({ saisie, refus = [], change = false, ...p }: VueDeSignature) {
  const { attente, montre } = p.vu;
  const { refuser, observation } = attente.definition;
  const adresse = (verbe: string) => `${p.base}/${verbe}/${attente.objet}/${attente.sur ?? SANS_ID}`;
  if (attente.choix !== undefined) return <Choix {...p} />;
  return (
    <>
      <BackLink {...p.retour} />
      {change ? <TexteChange /> : null}
      <FormulaireDeSignature
        action={adresse("signer")}
        jeton={p.jeton}
        montre={montre}
        nom={saisie?.nom ?? ""}
        coche={saisie?.atteste ?? false}
        refus={refus}
        entete={<PageTitle titre={attente.titre} />}
        {...(p.desaccord === true && refuser !== null
          ? { desaccord: { href: adresse("desaccord"), libelle: refuser.libelle } }
          : {})}
        {...(observation === undefined
          ? {}
          : { observation: { libelle: observation, valeur: saisie?.observation ?? "" } })}
      />
      <Actions liens={p.autre === undefined ? [] : [p.autre]} />
    </>
  );
}

export function TexteChange() {
  return (
    <Notice genre="alerte" titre="Ce texte a changé pendant que vous le lisiez." annonce>
      Rien n’est signé. Lisez-le de nouveau ci-dessous.
    </Notice>
  );
}

function Choix({ vu, base, retour }: Pick<VueDeSignature, "vu" | "base" | "retour">) {
  const { attente } = vu;
  return (
    <>
      <BackLink {...retour} />
      <PageTitle titre={attente.titre} chapeau={attente.detail ?? undefined} />
      <ul class="list list--links mt-5">
        {(attente.choix ?? []).map((r) => (
          <li>
            <div class="list-body">
              <a href={`${base}/signer/${attente.objet}/${r.sur}`}>{fr(r.libelle)}</a>
              {r.aide === null ? null : <p class="minor">{fr(r.aide)}</p>}
            </div>
          </li>
        ))}
      </ul>
    </>
  );
}

/** Nothing of that name waits for this person: signed, replaced, or never hers. */
export function PlusRienASigner({ retour }: { retour: Lien }) {
  return (
    <>
      <BackLink {...retour} />
      <PageTitle
        titre="Rien à signer ici"
        chapeau="Ce papier n’attend plus votre signature. Il est signé, ou il a été remplacé."
      />
    </>
  );
}
