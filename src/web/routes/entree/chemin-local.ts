/** A page of ours to go to after sign-in; anything that could lead elsewhere becomes the first page. */
export function cheminLocal(chemin: string | undefined): string {
  const accueil = "/";
  if (chemin === undefined || !/^\/[a-z]/.test(chemin) || /[\\\p{Cc}]/u.test(chemin)) return accueil;
  const url = new URL(chemin, "http://nous.invalid");
  // Looked at again once resolved: « /a/..//ailleurs » becomes « //ailleurs », which is another site.
  return url.origin === "http://nous.invalid" && /^\/[a-z]/.test(url.pathname)
    ? url.pathname + url.search
    : accueil;
}
