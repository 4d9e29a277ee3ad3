import type { Child } from "hono/jsx";
import { idDuChamp } from "./champs/champ.ts";
import { Notice } from "./notice.tsx";
import { fr } from "./typographie.ts";

type FormProps = {
  action: string;
  /** Makes a second submission of the same page harmless: the server knows it has seen this one. */
  jeton?: string;
  /** Asks before leaving with unsaved words (script only). */
  garde?: boolean;
  champsCaches?: Readonly<Record<string, string | readonly string[]>>;
  /** It carries files; such a form is sent by the browser alone. */
  fichiers?: boolean;
  /** Kept on this device when the line is cut, and sent when it comes back (script only). */
  horsLigne?: boolean;
  /** Where it is kept by itself while it is written (script only). */
  brouillon?: string;
  children: Child;
};

/** A form that changes something. The server alone judges what was typed: the browser's own messages are off. */
export function Form(p: FormProps) {
  const { action, jeton, garde, champsCaches = {}, fichiers, horsLigne, brouillon, children } = p;
  return (
    <form
      method="post"
      action={action}
      enctype={fichiers === true ? "multipart/form-data" : undefined}
      novalidate
      // With « back » a browser would lay the words already sent into the fresh form, whose token is new.
      autocomplete={jeton === undefined ? undefined : "off"}
      data-une-fois
      data-garde={garde === true ? "" : undefined}
      data-hors-ligne={horsLigne === true ? "" : undefined}
      data-brouillon={brouillon}
    >
      {jeton === undefined ? null : <input type="hidden" name="jeton" value={jeton} />}
      {Object.entries(champsCaches).flatMap(([nom, valeurs]) =>
        [valeurs].flat().map((valeur) => <input type="hidden" name={nom} value={valeur} />),
      )}
      {children}
      {garde === true && jeton !== undefined ? <PasEnvoye /> : null}
    </form>
  );
}

/** Shown by the script when the line or the server fails: what was typed stays in the page. */
function PasEnvoye() {
  return (
    <div data-pas-envoye hidden role="alert">
      <Notice genre="refus" titre="Pas enregistré.">
        Votre texte est gardé dans cette page. Vérifiez votre connexion, puis envoyez de nouveau.
      </Notice>
    </div>
  );
}

/** Fields side by side when there is room. */
export function FieldRow({ children }: { children: Child }) {
  return <div class="field-row">{children}</div>;
}

/** Fields that belong together, under a heading that a screen reader says with each of them. */
export function FieldGroup({ titre, children }: { titre: string; children: Child }) {
  return (
    <fieldset class="field-group">
      <legend>
        <h2>{fr(titre)}</h2>
      </legend>
      <div>{children}</div>
    </fieldset>
  );
}

/** One fault: the field's name when there is one, or the page to mend it on, and the sentence that says it. */
export type Faute = { nom?: string; href?: string; message: string };

const cibleDe = ({ href, nom }: Faute) => href ?? (nom === undefined ? undefined : `#${idDuChamp(nom)}`);

/**
 * All the faults of a form, above its title. It takes the focus when the page arrives, with or without script, and
 * each line leads to its field. Empty list: nothing is drawn.
 */
export function ErrorSummary({ fautes, focus = true }: { fautes: readonly Faute[]; focus?: boolean }) {
  if (fautes.length === 0) return null;
  return (
    <div
      class="error-summary"
      id="erreurs"
      role="alert"
      tabindex={-1}
      autofocus={focus ? true : undefined}
      aria-labelledby="erreurs-titre"
    >
      <h2 id="erreurs-titre">Il y a un problème</h2>
      <ul>
        {fautes.map((f) => (
          <li>{cibleDe(f) === undefined ? fr(f.message) : <a href={cibleDe(f)}>{fr(f.message)}</a>}</li>
        ))}
      </ul>
    </div>
  );
}
