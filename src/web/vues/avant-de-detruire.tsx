import type { Refus } from "../../dossier/acte.ts";
import type { Champ } from "../../dossier/champ.ts";
import { champTexte } from "../../dossier/champ.ts";
import type { Annonce, Part } from "../../usecases/destruction/annoncer.ts";
import type { DossierConsulte } from "../../usecases/dossier/consulter-dossier.ts";
import { formatJour } from "../../values/dates-fr.ts";
import { Button, Buttons, LinkButton } from "../ui/button.tsx";
import { Form } from "../ui/form.tsx";
import { Block } from "../ui/layout.tsx";
import { Notice } from "../ui/notice.tsx";
import { fr } from "../ui/typographie.ts";

/** Name of the field where the reference is typed again before what nothing brings back. */
export const CONFIRMATION = "confirmation";

export const champConfirmation = (reference: string): Champ<unknown> =>
  champTexte({
    libelle: `Recopiez la référence du dossier, ${reference}`,
    aide: "Pour confirmer : rien ne fera revenir ce qui est détruit.",
  });

/** What stands in the way of the irreversible: the reference typed otherwise, or not at all. */
export function refusDeConfirmation(reference: string, tape: string | undefined): Refus | null {
  if ((tape ?? "").trim().toUpperCase() === reference.toUpperCase()) return null;
  return {
    champ: CONFIRMATION,
    phrase: `Recopiez la référence ${reference} pour confirmer. Rien n’a été fait.`,
  };
}

function Parts({ parts }: { parts: readonly Part[] }) {
  return (
    <ul class="mt-2">
      {parts.map((p) => (
        <li>
          {fr(p.libelle)}&nbsp;: {p.nombre}
        </li>
      ))}
    </ul>
  );
}

/** Her own copy comes first: said plainly when she has none, with the mail that takes her to it. */
function SaCopie({ dossier, annonce, jeton }: { dossier: DossierConsulte; annonce: Annonce; jeton: string }) {
  const { prenom } = dossier.identite;
  const { espaceOuvert, priseLe } = annonce.saCopie;
  const acces = `/dossiers/${dossier.reference}/acces`;
  if (priseLe !== null) {
    return (
      <Notice genre="fait" titre={`${prenom} a pris sa copie le ${formatJour(priseLe)}.`}>
        Ce qui a été écrit depuis n’y est pas.
      </Notice>
    );
  }
  if (!espaceOuvert) {
    return (
      <>
        <Notice genre="alerte" titre={`${prenom} n’a pas d’espace ouvert, et n’a pris aucune copie ici.`}>
          Donnez-lui ses documents avant de détruire, ou ouvrez-lui son espace.
        </Notice>
        <Buttons>
          <LinkButton rang="second" href={acces}>
            Ouvrir son espace
          </LinkButton>
        </Buttons>
      </>
    );
  }
  return (
    <>
      <Notice genre="alerte" titre={`${prenom} n’a jamais pris son dossier ni sa synthèse dans son espace.`}>
        Après la destruction, il n’y aura plus rien à prendre. Prévenez-la, et laissez-lui le temps de le
        faire.
      </Notice>
      <Form action={acces} jeton={jeton} champsCaches={{ geste: "copie" }}>
        <Buttons>
          <Button rang="second">Lui envoyer «&nbsp;Votre copie avant destruction&nbsp;»</Button>
        </Buttons>
      </Form>
    </>
  );
}

/** What goes, what stays and why, before a form that destroys. `jeton` is the one-time key of the mail to her. */
export function AvantDeDetruire({
  dossier,
  annonce,
  jeton,
}: {
  dossier: DossierConsulte;
  annonce: Annonce;
  jeton: string;
}) {
  const { part, reste, gardes, preuves, loi } = annonce;
  return (
    <>
      <Block id="sa-copie" titre="Sa copie d’abord">
        <SaCopie {...{ dossier, annonce, jeton }} />
      </Block>
      <Block id="part" titre="Ce qui sera détruit">
        {part.length === 0 ? (
          <p class="mt-2">Aucun texte ni fichier dans Probant.</p>
        ) : (
          <Parts parts={part} />
        )}
        <p class="mt-2">
          C’est sans retour. Les textes partent tout de suite. Leur clé est détruite en quelques
          minutes&nbsp;: les copies et les sauvegardes de la base ne s’ouvrent plus.
          {dossier.identite.courriel === null
            ? null
            : ` Une attestation part alors à ${dossier.identite.prenom} par courriel.`}
        </p>
      </Block>
      <Block id="reste" titre="Ce qui restera">
        {gardes.length === 0 ? (
          <p class="mt-2">Aucun contenu&nbsp;: aucun accord n’en garde.</p>
        ) : (
          <ul class="mt-2">
            {gardes.map((g) => (
              <li>{fr(`${g.quoi}, jusqu’au ${formatJour(g.jusquAu)} : ${g.pourquoi}.`)}</li>
            ))}
          </ul>
        )}
        {reste.length === 0 ? null : <Parts parts={reste} />}
        <p class="mt-2">
          Les preuves restent{preuves.le === null ? "" : ` jusqu’au ${formatJour(preuves.le)} inclus`}&nbsp;:
          devis, présences, reçus, certificat, textes signés sans contenu. Elles ne disent rien de ce qui a
          été dit.
        </p>
        <ul class="minor">
          {preuves.horloges.map((h) => (
            <li>{fr(`${h.raison} ${h.source.ref}`)}</li>
          ))}
        </ul>
      </Block>
      <Block id="loi" titre="Ce que dit la loi">
        {loi.map(({ dit, source }) => (
          <>
            <p class="mt-2">{fr(dit)}</p>
            <p class="minor">{fr(source)}</p>
          </>
        ))}
      </Block>
    </>
  );
}
