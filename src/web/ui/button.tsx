import type { Child } from "hono/jsx";

type Rang = "principal" | "second" | "danger" | "discret";

type Commun = {
  /** One « principal » a page. « danger » for what cannot be undone. */
  rang?: Rang;
  large?: boolean;
  /** Hidden end of the sentence, for a screen reader: « Noter » + « la séance de Camille Moreau ». */
  complement?: string;
  children: Child;
};

type ButtonProps = Commun & {
  /** With `valeur`, tells the server which button was used; the main one needs no name. */
  nom?: string;
  valeur?: string;
  desactive?: boolean;
};

const CLASSES: Readonly<Record<Rang, string>> = {
  principal: "button",
  second: "button button--secondary",
  danger: "button button--danger",
  discret: "button button--plain",
};

function classeDe({ rang = "principal", large }: Commun): string {
  return large === true ? `${CLASSES[rang]} button--wide` : CLASSES[rang];
}

/** A submit button. Says a verb and its object, never « OK » or « Valider ». */
export function Button(props: ButtonProps) {
  return (
    <button
      class={classeDe(props)}
      type="submit"
      name={props.nom}
      value={props.valeur}
      disabled={props.desactive === true ? true : undefined}
    >
      {props.children}
      <Complement texte={props.complement} />
    </button>
  );
}

/** A link that looks like a button: it goes somewhere and changes nothing. `telecharge` names the file it saves. */
export function LinkButton(props: Commun & { href: string; telecharge?: string | true }) {
  return (
    <a class={classeDe(props)} href={props.href} download={props.telecharge}>
      {props.children}
      <Complement texte={props.complement} />
    </a>
  );
}

/** An act that is not possible yet: it stays readable and reachable, and says what would make it possible. */
export function ButtonNotYet({ libelle, raison, id }: { libelle: Child; raison: Child; id: string }) {
  return (
    <>
      <button class="button" type="button" aria-disabled="true" aria-describedby={id}>
        {libelle}
      </button>
      <p class="button-why" id={id}>
        {raison}
      </p>
    </>
  );
}

/** The row that holds the buttons of a form or a sheet. */
export function Buttons({ children }: { children: Child }) {
  return <div class="buttons">{children}</div>;
}

function Complement({ texte }: { texte?: string | undefined }) {
  return texte === undefined ? null : <span class="visually-hidden"> {texte}</span>;
}
