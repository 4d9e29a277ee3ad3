import type { Child } from "hono/jsx";
import { Button, LinkButton } from "./button.tsx";
import type { Champ } from "./champs/champ.ts";
import { ChampDeSaisie } from "./champs/champ-de-saisie.tsx";

/** Filters of a list, kept in the address: a page that can be sent, kept and reloaded. */
export function Filters({
  action,
  champs,
  effacer,
  autres,
}: {
  action: string;
  champs: readonly Champ[];
  /** Address without filters, when some are set. */
  effacer?: string;
  /** What else can be done with the list, such as its export. */
  autres?: Child;
}) {
  return (
    <search>
      <form class="table-tools" method="get" action={action}>
        {champs.map((champ) => (
          // A filter is optional by nature: saying so on each would be noise.
          <ChampDeSaisie champ={{ ...champ, requis: true }} />
        ))}
        <Button rang="second">Filtrer</Button>
        {effacer === undefined ? null : (
          <LinkButton rang="discret" href={effacer}>
            Tout afficher
          </LinkButton>
        )}
        {autres}
      </form>
    </search>
  );
}

/** The way through a long list. Pages follow a key, not a number: a row added meanwhile shifts nothing. */
export function Pager({
  resume,
  premiers,
  suivants,
}: {
  resume: string;
  premiers?: string;
  suivants?: string;
}) {
  return (
    <nav class="pager" aria-label="Pages de la liste">
      <p class="minor">{resume}</p>
      <ul>
        {premiers === undefined ? null : (
          <li>
            <LinkButton rang="second" href={premiers}>
              Revenir au début
            </LinkButton>
          </li>
        )}
        {suivants === undefined ? null : (
          <li>
            <LinkButton rang="second" href={suivants}>
              Voir les suivants
            </LinkButton>
          </li>
        )}
      </ul>
    </nav>
  );
}
