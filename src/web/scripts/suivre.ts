const ATTENTE = 2000;

/** Follows a piece of work: asks the same page again and takes its block, until the block says that it is over. */
export function suivre(): void {
  const bloc = document.querySelector<HTMLElement>("[data-suivre]");
  if (bloc === null) return;
  setTimeout(() => void demander(bloc), ATTENTE);
}

async function demander(bloc: HTMLElement): Promise<void> {
  const adresse = bloc.dataset.suivre ?? location.href;
  const reponse = await fetch(adresse, { headers: { accept: "text/html" } }).catch(() => null);
  // Server away or session over: the link « Actualiser » stays, and a person decides.
  if (reponse === null || !reponse.ok) return;
  const page = new DOMParser().parseFromString(await reponse.text(), "text/html");
  const neuf = page.getElementById(bloc.id);
  if (neuf === null) {
    location.assign(adresse);
    return;
  }
  const avaitLeFocus = bloc.contains(document.activeElement);
  bloc.replaceChildren(...neuf.childNodes);
  if (avaitLeFocus) bloc.querySelector<HTMLElement>("a, button")?.focus();
  if (neuf.dataset.suivre === undefined) bloc.removeAttribute("data-suivre");
  suivre();
}
