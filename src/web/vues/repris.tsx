import { Notice } from "../ui/notice.tsx";

/** Above a form given back after a sign-in. */
export function Repris() {
  return (
    <Notice genre="information" titre="Vos réponses sont revenues.">
      Rien n’est encore écrit. Relisez-les, puis envoyez.
    </Notice>
  );
}
