/** Shows the forms that a passkey answers, where the browser has them, and sends what the device gave. */
export function cleAcces(): void {
  if (typeof PublicKeyCredential === "undefined" || !PublicKeyCredential.parseRequestOptionsFromJSON) return;
  for (const form of document.querySelectorAll<HTMLFormElement>("form[data-cle-acces]")) {
    form.hidden = false;
    for (const sans of document.querySelectorAll<HTMLElement>("[data-sans-cle]")) sans.hidden = true;
    const champ = form.elements.namedItem("reponse");
    if (!(champ instanceof HTMLInputElement)) continue;
    form.addEventListener("submit", async (e) => {
      if (champ.value !== "") return;
      e.preventDefault();
      try {
        champ.value = JSON.stringify(await repondre(form));
        form.requestSubmit();
      } catch {
        const refus = form.querySelector<HTMLElement>("[data-cle-refus]");
        if (refus !== null) refus.hidden = false;
      }
    });
  }
}

async function repondre({ dataset }: HTMLFormElement): Promise<unknown> {
  const options = JSON.parse(dataset.options ?? "{}");
  const cle =
    dataset.cleAcces === "create"
      ? await navigator.credentials.create({
          publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options),
        })
      : await navigator.credentials.get({
          publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options),
        });
  if (!(cle instanceof PublicKeyCredential)) throw new Error("the device gave no key");
  return cle.toJSON();
}
