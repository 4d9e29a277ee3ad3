import type { Child } from "hono/jsx";
import type { Refus } from "../../dossier/acte.ts";
import type { TexteASigner } from "../../dossier/signature/objet.ts";
import type { ASigner } from "../../usecases/signer/lire-a-signer.ts";
import { RefusRendus } from "../champs-rendus.tsx";
import { Button, Buttons, LinkButton } from "../ui/button.tsx";
import { ChampCase } from "../ui/champs/choix.tsx";
import { ChampContenu } from "../ui/champs/texte-long.tsx";
import { ChampSignature } from "../ui/champs/une-ligne.tsx";
import { Form } from "../ui/form.tsx";
import { KeyList } from "../ui/layout.tsx";
import { Notice } from "../ui/notice.tsx";
import { fr } from "../ui/typographie.ts";
import { Texte } from "./texte.tsx";

/** The text to sign, every word of it: what is shown here is what the fingerprint is taken on. */
export function TexteASignerVu({ texte }: { texte: TexteASigner }) {
  return (
    <section class="sheet mt-5" aria-labelledby="ce-que-vous-signez">
      <h2 id="ce-que-vous-signez">{fr(texte.titre)}</h2>
      <KeyList lignes={texte.lignes.map((l) => ({ cle: l.terme, valeur: l.dit }))} />
      {(texte.sections ?? []).map((s) => (
        <>
          <h3 class="mt-5">{fr(s.titre)}</h3>
          {s.paragraphes.map((p) => (
            <Texte texte={p} />
          ))}
        </>
      ))}
      {texte.paragraphes.map((p) => (
        <Texte texte={p} />
      ))}
    </section>
  );
}

/** What was typed under a text, to be shown again with what was wrong with it. */
export interface SignatureSaisie {
  nom?: string;
  coche?: boolean;
  refus?: readonly Refus[];
}

/**
 * The text, the box with its whole sentence, the typed name, and the way to say no. `entete` stands above, under the
 * faults; the text is shown here, so that none is signed under another's fingerprint.
 */
export function FormulaireDeSignature({
  nom = "",
  coche = false,
  refus = [],
  ...p
}: SignatureSaisie & {
  action: string;
  jeton: string;
  montre: ASigner["montre"];
  /** What the form carries besides, such as the code that opened it. */
  champsCaches?: Readonly<Record<string, string>>;
  entete: Child;
  /** Where to say no, and in which words; absent where it makes no sense. */
  desaccord?: { href: string; libelle: string };
  /** Kept on this device when the line is cut. */
  horsLigne?: boolean;
  /** Room for words that go with the signature. */
  observation?: { libelle: string; valeur: string };
}) {
  const erreur = (champ: string) => refus.find((r) => r.champ === champ)?.phrase;
  return (
    <>
      <RefusRendus refus={refus} />
      {p.entete}
      <TexteASignerVu texte={p.montre.texte} />
      {p.montre.texte.incomplet === undefined ? null : (
        <Notice genre="alerte" titre="Ce texte ne peut pas encore être signé.">
          {fr(p.montre.texte.incomplet)} L’organisme doit l’écrire, puis l’envoyer de nouveau.
        </Notice>
      )}
      <Form
        action={p.action}
        jeton={p.jeton}
        champsCaches={{ ...p.champsCaches, empreinte: p.montre.empreinte }}
        // Words of hers are neither lost with the line nor left behind unasked.
        garde={p.horsLigne === true || p.observation !== undefined}
        {...(p.horsLigne === true ? { horsLigne: true } : {})}
      >
        <ChampCase
          nom="atteste"
          libelle={p.montre.texte.engagement}
          requis
          valeur={coche ? "oui" : ""}
          erreur={erreur("atteste")}
        />
        <ChampSignature
          nom="nom"
          libelle="Écrivez votre prénom et votre nom"
          aide="Cela vaut signature. L’heure est notée."
          autocompletion="name"
          requis
          valeur={nom}
          erreur={erreur("nom")}
        />
        {p.observation === undefined ? null : (
          <ChampContenu
            nom="observation"
            libelle={p.observation.libelle}
            aide="Lue par vous et par votre conseiller. Personne d’autre."
            valeur={p.observation.valeur}
          />
        )}
        <Buttons>
          <Button large>Signer</Button>
          {p.desaccord === undefined ? null : (
            <LinkButton rang="second" large href={p.desaccord.href}>
              {p.desaccord.libelle}
            </LinkButton>
          )}
        </Buttons>
      </Form>
    </>
  );
}
