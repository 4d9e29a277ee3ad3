/**
 * The offline page as HTML. `csp` allows the two inline parts by their hash and nothing else: no network, no image, no
 * form.
 */
export function renderPage({ csp, style, script }: { csp: string; style: string; script: string }): string {
  return `<!doctype html>
<html lang="fr">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${csp}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Vérifier un dossier de contrôle – Probant</title>
<style>${style}</style>
</head>
<body>
<header class="bandeau"><span class="marque">Probant</span></header>
<main>
<h1>Vérifier un dossier de contrôle</h1>
<p class="chapeau">Choisissez le fichier ZIP reçu. Cette page dit s’il est tel que l’organisme l’a fabriqué, et si un fait y manque. Rien n’est envoyé : elle marche sans réseau.</p>
<noscript><p class="remarque">Cette page a besoin de JavaScript pour calculer. Sans lui, la commande <code>npx probant verifier</code> et la recette « Vérifier à la main » de l’aide font le même contrôle.</p></noscript>
<div class="depot" id="depot">
<label for="fichier">Fichier à vérifier</label>
<p class="aide" id="aide-fichier">Un fichier .zip, choisi ici ou déposé sur la page.</p>
<input type="file" id="fichier" accept=".zip,application/zip" aria-describedby="aide-fichier">
</div>
<div class="champ">
<label for="cle">Empreinte de la clé de l’organisme (facultatif)</label>
<p class="aide" id="aide-cle">Les 64 chiffres et lettres que l’organisme vous a donnés par un autre chemin : un reçu, un courrier, une page de son site.</p>
<input type="text" id="cle" autocomplete="off" spellcheck="false" aria-describedby="aide-cle">
</div>
<section id="resultat" aria-live="polite" aria-label="Résultat"></section>
<footer><p>Cette page accompagne le dossier : qui falsifierait l’un pourrait falsifier l’autre. En cas d’enjeu, ouvrez une page reçue d’ailleurs, ou suivez la recette « Vérifier à la main », qui n’emploie que sha256sum, openssl et jq.</p></footer>
</main>
<script>${script}</script>
</body>
</html>
`;
}
