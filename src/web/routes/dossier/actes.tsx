import type { Acte, Contexte } from "../../../dossier/acte.ts";
import { ACTES, acteDeNom } from "../../../dossier/catalogue-actes.ts";
import { refusDEntree } from "../../../dossier/decider.ts";
import { refusDeRole } from "../../../dossier/roles-des-actes.ts";
import type { DossierConsulte } from "../../../usecases/dossier/consulter-dossier.ts";
import { nomComplet } from "../../../usecases/dossier/identite.ts";
import { BackLink } from "../../ui/breadcrumbs.tsx";
import { Actions, Block, PageTitle } from "../../ui/layout.tsx";
import { fr } from "../../ui/typographie.ts";
import { MOMENTS } from "../../vues/moments.ts";

function Liste({ actes, base }: { actes: readonly Acte[]; base: string }) {
  return (
    <ul class="list">
      {actes.map((a) => (
        <li>
          <div class="list-body">
            <a href={`${base}/actes/${a.nom}`}>{a.titre}</a>
            {a.chapeau === undefined ? null : <p class="minor">{fr(a.chapeau)}</p>}
          </div>
        </li>
      ))}
    </ul>
  );
}

/** What the dossier waits for, the most pressing first. */
function attendus({ prochain, aFaire }: DossierConsulte): Acte[] {
  const noms = new Set([prochain, ...aFaire].flatMap((a) => (a === null ? [] : [a.acte])));
  return [...noms].flatMap((nom) => acteDeNom(nom) ?? []);
}

/** Every act of the dossier: those it waits for, the other possible ones by moment of the bilan, then what is to come. */
export function LesActes({
  dossier,
  contexte,
  lieux,
}: {
  dossier: DossierConsulte;
  contexte: Contexte;
  /** The organisation has sites: the dossier may be moved to one. */
  lieux: boolean;
}) {
  const base = `/dossiers/${dossier.reference}`;
  const siens = ACTES.filter((a) => refusDeRole(a, contexte.role) === null);
  const refus = new Map(siens.map((a) => [a, refusDEntree(a, dossier.etat, contexte)]));
  const possibles = siens.filter((a) => refus.get(a) === null);
  const pasEncore = siens.filter((a) => refus.get(a) !== null);
  const dabord = attendus(dossier).filter((a) => possibles.includes(a));
  const groupes = MOMENTS.map((m) => ({
    ...m,
    actes: possibles.filter((a) => m.actes.includes(a.nom) && !dabord.includes(a)),
  }));
  return (
    <>
      <BackLink libelle={`${nomComplet(dossier.identite)}, ${dossier.reference}`} href={base} />
      <PageTitle
        titre="Les actes"
        chapeau="Ce qui peut être fait maintenant, et ce qui le pourra plus tard."
      />
      {dabord.length === 0 ? null : (
        <Block id="dabord" titre="Ce que le dossier attend" note={String(dabord.length)}>
          <Liste actes={dabord} base={base} />
        </Block>
      )}
      {groupes
        .filter((g) => g.actes.length > 0)
        .map((g) => (
          <Block id={g.id} titre={g.titre} note={String(g.actes.length)}>
            <Liste actes={g.actes} base={base} />
          </Block>
        ))}
      <Block id="pas-encore" titre="Pas possibles à cette étape" note={String(pasEncore.length)}>
        <details>
          <summary>Voir ce qui les rendra possibles</summary>
          <ul class="list">
            {pasEncore.map((a) => (
              <li>
                <div class="list-body">
                  <strong>{a.titre}</strong>
                  <p class="minor">{refus.get(a)?.remede ?? refus.get(a)?.phrase}</p>
                </div>
              </li>
            ))}
          </ul>
        </details>
      </Block>
      {lieux ? <Actions liens={[{ libelle: "Dire où ce dossier est tenu", href: `${base}/lieu` }]} /> : null}
    </>
  );
}
