import { LinkButton } from "../ui/button.tsx";
import { fr } from "../ui/typographie.ts";

/** The way in by the identity provider; `suite`: the page of ours that one comes back to. */
export function EntrerAvec({ reseau, suite }: { reseau: string; suite: string }) {
  return (
    <div class="mt-6">
      <LinkButton rang="second" href={`/connexion/reseau?suite=${encodeURIComponent(suite)}`}>
        Entrer avec {fr(reseau)}
      </LinkButton>
    </div>
  );
}
