import { expect, it } from "vitest";
import { ScelleIllisible } from "../../src/vault/chiffre.ts";
import { creerCle, creerCles, envelopperAnouveau, ouvrirCle } from "../../src/vault/cles-dossier.ts";
import type { ClesExternes } from "../../src/vault/cles-externes.ts";
import { ErreurTrousseau } from "../../src/vault/erreur-trousseau.ts";

const ORG = "0b4c7f0e-0000-4000-8000-000000000001";
const [UN, AUTRE] = ["0b4c7f0e-0000-4000-8000-0000000000aa", "0b4c7f0e-0000-4000-8000-0000000000bb"];
const LE = "2026-11-25T10:00:00.000Z";

/** What any holder of outer keys must do, whichever it is. `ouvrir` gives one that has a key in use for each usage. */
export function contratDesClesExternes(ouvrir: () => Promise<ClesExternes>): void {
  it("ce qui est enveloppé se développe à sa place, et nulle part ailleurs", async () => {
    const externes = await ouvrir();
    const [contenu, preuve] = await creerCles(externes, ORG, UN);
    const claire = await ouvrirCle(externes, ORG, UN, contenu!);
    expect(claire).toHaveLength(32);
    expect(await ouvrirCle(externes, ORG, UN, contenu!)).toEqual(claire);
    expect(await ouvrirCle(externes, ORG, UN, preuve!)).not.toEqual(claire);
    expect(contenu!.enveloppe.includes(claire)).toBe(false);
    await expect(ouvrirCle(externes, ORG, AUTRE, contenu!)).rejects.toThrow(ScelleIllisible);
    await expect(ouvrirCle(externes, ORG, UN, { ...contenu!, classe: "preuve" })).rejects.toThrow(
      ScelleIllisible,
    );
  });

  it("un octet changé ne se développe pas", async () => {
    const externes = await ouvrir();
    const cle = await creerCle(externes, ORG, UN, "contenu");
    for (const i of [0, cle.enveloppe.length >> 1, cle.enveloppe.length - 1]) {
      const enveloppe = Buffer.from(cle.enveloppe);
      enveloppe[i] = enveloppe[i]! ^ 1;
      await expect(ouvrirCle(externes, ORG, UN, { ...cle, enveloppe })).rejects.toThrow(ScelleIllisible);
    }
    await expect(ouvrirCle(externes, ORG, UN, { ...cle, enveloppe: Buffer.alloc(5) })).rejects.toThrow(
      ScelleIllisible,
    );
  });

  it("tournée, la nouvelle enveloppe et l’ancienne développe encore ; les autres usages ne bougent pas", async () => {
    const externes = await ouvrir();
    const avant = await creerCle(externes, ORG, UN, "contenu");
    const preuves = externes.externesDe("preuve");
    const id = await externes.ajouterExterne("contenu");
    expect(externes.externesDe("contenu")).toEqual([avant.cleExterne, id]);
    expect(externes.externesDe("preuve")).toEqual(preuves);
    const apres = await envelopperAnouveau(externes, ORG, UN, avant);
    expect(apres.cleExterne).toBe(id);
    expect(await ouvrirCle(externes, ORG, UN, apres)).toEqual(await ouvrirCle(externes, ORG, UN, avant));
  });

  it("détruite, elle ne développe plus rien, et « détruite » n’est pas « inconnue »", async () => {
    const externes = await ouvrir();
    const avant = await creerCle(externes, ORG, UN, "contenu");
    await externes.ajouterExterne("contenu");
    const apres = await envelopperAnouveau(externes, ORG, UN, avant);
    await externes.detruireExternes([avant.cleExterne, "inconnue"], LE);
    await expect(ouvrirCle(externes, ORG, UN, avant)).rejects.toThrow(/détruite/);
    expect(await ouvrirCle(externes, ORG, UN, apres)).toHaveLength(32);
    expect([avant.cleExterne, apres.cleExterne, "inconnue"].map(externes.estDetruite)).toEqual([
      true,
      false,
      false,
    ]);
    await expect(ouvrirCle(externes, ORG, UN, { ...apres, cleExterne: "inconnue" })).rejects.toThrow(
      ErreurTrousseau,
    );
    // Asked again, nothing more happens.
    await externes.detruireExternes([avant.cleExterne], LE);
    expect(externes.externesDe("contenu")).toEqual([apres.cleExterne]);
  });
}
