import type { TexteGarde } from "../../usecases/brouillons/ouvrir-brouillons.ts";
import type { Jour } from "../../values/jour.ts";
import { direEnregistre } from "../brouillon.ts";
import { Texte } from "./texte.tsx";

/** A text that stands beside the one being written. */
export function AutreTexte({ id, titre, texte }: { id: string; titre: string; texte: string }) {
  return (
    <section class="sheet sheet--well mt-4" aria-labelledby={id}>
      <h2 id={id}>{titre}</h2>
      <Texte texte={texte} />
    </section>
  );
}

/** What an older page wrote beside the text in view, with its hour; nothing when there is no such text. */
export function TexteAPart({
  id = "a-part",
  aPart,
  texte,
  au,
}: {
  id?: string;
  aPart: TexteGarde | null;
  texte: string;
  au: Jour;
}) {
  if (aPart === null || aPart.texte === texte) return null;
  const quand = direEnregistre(aPart.le, au).toLowerCase().replace(/\.$/, "");
  return <AutreTexte id={id} titre={`L’autre texte, ${quand}`} texte={aPart.texte} />;
}
