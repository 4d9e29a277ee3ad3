import type { Child } from "hono/jsx";
import { Button, Buttons, LinkButton } from "./button.tsx";
import { LegalRef } from "./legal.tsx";
import { Mark } from "./mark.tsx";
import { fr, typo } from "./typographie.ts";

/** The answers of a form before it is sent; each can be changed, and one comes back here. */
export function ConfirmList({
  lignes,
}: {
  lignes: readonly { cle: string; valeur: Child; modifier?: string }[];
}) {
  return (
    <dl class="answers">
      {lignes.map((l) => (
        <div>
          <dt>{fr(l.cle)}</dt>
          <dd>{typo(l.valeur)}</dd>
          {l.modifier === undefined ? null : (
            <dd class="answer-change">
              <a href={l.modifier}>
                Modifier<span class="visually-hidden">{`\u00a0: ${l.cle}`}</span>
              </a>
            </dd>
          )}
        </div>
      ))}
    </dl>
  );
}

/** Before what cannot be undone: what goes, what stays, why, then the two ways out. The buttons come from the page. */
export function Interruption({
  titre,
  perdu,
  garde,
  pourquoi,
  titrePerdu = "Sera détruit",
  motPerdu = "Détruit",
  titreGarde = "Restera",
  niveau = 1,
  children,
}: {
  titre: string;
  perdu: readonly Child[];
  garde: readonly Child[];
  pourquoi: string;
  titrePerdu?: string;
  /** What a screen reader says before each line of what goes. */
  motPerdu?: string;
  titreGarde?: string;
  niveau?: 1 | 3;
  children: Child;
}) {
  return (
    <div class="sheet interruption">
      {niveau === 1 ? <h1>{fr(titre)}</h1> : <h3>{fr(titre)}</h3>}
      <div class="do-dont">
        <ListeMarquee titre={titrePerdu} forme="faute" mot={motPerdu} lignes={perdu} niveau={niveau} />
        <ListeMarquee titre={titreGarde} forme="scelle" mot="Gardé" lignes={garde} niveau={niveau} />
      </div>
      <p class="source">
        <LegalRef texte={fr(pourquoi)} />
      </p>
      {children}
    </div>
  );
}

/** The two ways out of an interruption: to do it, or to leave all as it is. */
export function FaireOuLaisser({ faire, retour }: { faire: string; retour: string }) {
  return (
    <Buttons>
      <Button rang="danger">{faire}</Button>
      <LinkButton rang="discret" href={retour}>
        Ne rien changer
      </LinkButton>
    </Buttons>
  );
}

function ListeMarquee(p: {
  titre: string;
  forme: "faute" | "scelle";
  mot: string;
  lignes: readonly Child[];
  niveau: 1 | 3;
}) {
  return (
    <div>
      {p.niveau === 1 ? <h2>{p.titre}</h2> : <h4>{p.titre}</h4>}
      <ul>
        {p.lignes.map((l) => (
          <li>
            <Mark forme={p.forme} mot={p.mot} taille="petite" />
            <span>{typo(l)}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
