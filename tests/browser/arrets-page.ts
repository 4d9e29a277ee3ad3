import type { OutilsDeCouleur } from "./couleurs-page.ts";

/**
 * Runs inside the page: looks at where the keyboard stands. Kept in one string-able function because a page receives
 * it whole.
 */
export function outilsDesArrets({ lire, fond, contraste, nommer }: OutilsDeCouleur) {
  /** What fails where the focus stands: no ring of 2 px at 3:1, or out of view; null when it is seen. */
  const faute = (e: Element): string | null => {
    // A choice wears its ring on the whole row.
    const porteur = e.matches("[type=radio], [type=checkbox]") ? (e.closest("label") ?? e) : e;
    const s = getComputedStyle(porteur);
    const r = porteur.getBoundingClientRect();
    const anneau = s.outlineStyle !== "none" && Number.parseFloat(s.outlineWidth) >= 2;
    const rapport = anneau ? contraste(lire(s.outlineColor), fond(porteur.parentElement)) : 0;
    const enVue = r.bottom > 0 && r.top < innerHeight && r.right > 0 && r.left < innerWidth;
    return rapport >= 3 && enVue ? null : `anneau ${rapport.toFixed(1)}, en vue ${enVue} : ${nommer(e)}`;
  };
  /** Where the focus stands; null on the page itself. */
  const ici = () => (document.activeElement === document.body ? null : document.activeElement);

  const vus = new Set<Element>();
  const suite = { fini: false, fautes: [] as string[] };
  /** Looks at the stop that a key leaves: whatever the last key moved is painted and in its place by then. */
  const regarder = () => {
    const e = ici();
    if (suite.fini || (e === null && vus.size === 0)) return;
    if (e === null || vus.has(e)) {
      suite.fini = true;
      return;
    }
    vus.add(e);
    const trouvee = faute(e);
    if (trouvee !== null) suite.fautes.push(trouvee);
  };
  const suivre = () => {
    // The keys go on from where the focus was last, even lost: it is put at the very beginning, then taken away.
    const debut = document.createElement("span");
    debut.tabIndex = -1;
    document.body.prepend(debut);
    debut.focus();
    debut.remove();
    window.scrollTo(0, 0);
    vus.clear();
    Object.assign(suite, { fini: false, fautes: [] });
    document.addEventListener("keydown", regarder, { capture: true });
  };
  const ouEnEst = () => ({ ...suite, arrets: vus.size });
  return { faute, ici, suivre, ouEnEst };
}

export type OutilsDesArrets = ReturnType<typeof outilsDesArrets>;
