import { html } from "../values/html.ts";

/** A piece of a message. Both parts, text and HTML, are made of the same ones. */
export type Bloc =
  | { readonly phrase: string }
  | { readonly lien: string; readonly libelle: string }
  | { readonly lignes: readonly (readonly [cle: string, valeur: string])[] };

/** A message as a model writes it. */
export interface Rendu {
  readonly sujet: string;
  readonly texte: string;
  readonly html: string;
}

// What a person typed stays on its line: it can add no paragraph of its own to a message.
const plat = (texte: string) =>
  texte.replace(/[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]+/gu, " ").trim();

function enTexte(bloc: Bloc): string {
  if ("phrase" in bloc) return plat(bloc.phrase);
  if ("lien" in bloc) return `${plat(bloc.libelle)}\u00a0:\n${plat(bloc.lien)}`;
  return bloc.lignes.map(([cle, valeur]) => `${cle}\u00a0: ${plat(valeur)}`).join("\n");
}

function enHtml(bloc: Bloc): string {
  if ("phrase" in bloc) return `<p>${html(plat(bloc.phrase))}</p>`;
  if ("lien" in bloc) {
    const adresse = html(plat(bloc.lien));
    return `<p>${html(plat(bloc.libelle))}\u00a0:<br><a href="${adresse}">${adresse}</a></p>`;
  }
  const lignes = bloc.lignes.map(
    ([cle, valeur]) => `<li>${html(cle)}\u00a0: <strong>${html(plat(valeur))}</strong></li>`,
  );
  return `<ul>${lignes.join("")}</ul>`;
}

/** Subject, text and HTML of a message. The HTML holds no image, no style from elsewhere, nothing to fetch. */
export function rendre(sujet: string, blocs: readonly Bloc[]): Rendu {
  const corps = blocs.map(enHtml).join("\n");
  return {
    sujet: plat(sujet),
    texte: `${blocs.map(enTexte).join("\n\n")}\n`,
    html: `<!doctype html>
<html lang="fr">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${html(plat(sujet))}</title></head>
<body style="font:16px/1.5 sans-serif;max-width:40em;margin:1em auto;padding:0 1em">
${corps}
</body>
</html>
`,
  };
}
