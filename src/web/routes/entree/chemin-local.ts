/** A page of ours to go to after sign-in; anything that could lead elsewhere becomes the first page. */
export function cheminLocal(chemin: string | undefined): string {
  const accueil = "/aujourdhui";
  if (chemin === undefined || !/^\/[a-z]/.test(chemin) || /[\\\p{Cc}]/u.test(chemin)) return accueil;
  const url = new URL(chemin, "http://nous.invalid");
  return url.origin === "http://nous.invalid" ? url.pathname + url.search : accueil;
}
