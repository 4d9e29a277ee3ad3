import type { Refus } from "../../dossier/acte.ts";
import type { Champ } from "../../dossier/champ.ts";
import { champTexte } from "../../dossier/champ.ts";
import type { Consequences, Part } from "../../usecases/destruction/consequences.ts";
import type { DossierConsulte } from "../../usecases/dossier/consulter-dossier.ts";
import { formatJour } from "../../values/dates-fr.ts";
import { Button, Buttons, LinkButton } from "../ui/button.tsx";
import { Interruption } from "../ui/confirm.tsx";
import { Form } from "../ui/form.tsx";
import { Block } from "../ui/layout.tsx";
import { Notice } from "../ui/notice.tsx";
import { fr } from "../ui/typographie.ts";
import { ElleNAPasRepondu } from "./elle-avant-de-detruire.tsx";

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

const compte = ({ libelle, nombre }: Part) => fr(`${libelle} : ${nombre}`);

/** What stays: what agreements keep with its end and its case in the law, then the proofs with their clocks. */
function garde({ reste, gardes, preuves }: Consequences): string[] {
  const fin = preuves.le === null ? "" : ` jusqu’au ${formatJour(preuves.le)} inclus`;
  return [
    ...gardes.map((g) => fr(`${g.quoi}, jusqu’au ${formatJour(g.jusquAu)} : ${g.pourquoi}.`)),
    ...reste.map(compte),
    ...(gardes.length === 0 ? ["Aucun contenu : aucun accord n’en garde."] : []),
    fr(
      `Les preuves${fin} : devis, présences, reçus, certificat, textes signés. Elles ne disent rien de ce qui a été dit. ${preuves.horloges.map((h) => `${h.raison} ${h.source.ref}.`).join(" ")}`,
    ),
  ];
}

/** Her own copy comes first: said plainly when she has none, with the mail that takes her to it. */
function SaCopie({
  dossier,
  consequences,
  jeton,
}: {
  dossier: DossierConsulte;
  consequences: Consequences;
  jeton: string;
}) {
  const { prenom } = dossier.identite;
  const { espaceOuvert, priseLe } = consequences.saCopie;
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
  consequences,
  jeton,
}: {
  dossier: DossierConsulte;
  consequences: Consequences;
  jeton: string;
}) {
  const { part, loi } = consequences;
  const { courriel, prenom } = dossier.identite;
  const attestation = courriel === null ? "" : ` Une attestation part alors à ${prenom} par courriel.`;
  return (
    <>
      <Block id="sa-copie" titre="Sa copie d’abord">
        <ElleNAPasRepondu dossier={dossier} />
        <SaCopie {...{ dossier, consequences, jeton }} />
      </Block>
      <Block id="part" titre="Ce qui part, ce qui reste">
        <Interruption
          niveau={3}
          titre="C’est sans retour"
          perdu={part.length === 0 ? ["Aucun texte ni fichier dans Probant."] : part.map(compte)}
          garde={garde(consequences)}
          pourquoi={loi.map(({ dit, source }) => `${dit} ${source}.`).join(" ")}
        >
          <p>
            {fr(
              `Les textes partent tout de suite. Leur clé est détruite en quelques minutes : les copies et les sauvegardes de la base ne s’ouvrent plus.${attestation}`,
            )}
          </p>
          {consequences.sansVousLe === null ? null : (
            <p>
              {fr(
                `Sans vous, l’application détruira ces textes le ${formatJour(consequences.sansVousLe)}. Vos papiers à vous resteront à votre charge.`,
              )}
            </p>
          )}
          <p>
            <a href="/aide/durees">Combien de temps chaque chose est gardée, et quel texte le dit</a>
          </p>
        </Interruption>
      </Block>
    </>
  );
}
