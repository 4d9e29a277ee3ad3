import type { Role } from "../../dossier/acte.ts";
import { detruireContenus } from "../../dossier/actes/detruire-contenus.ts";
import { attenduAvantDeDetruire } from "../../dossier/elle-avant-de-detruire.ts";
import { jourDeLaFin } from "../../law/reference-day.ts";
import { destructionAuTerme } from "../../law/textes/conservation.ts";
import type { DossierConsulte } from "../../usecases/dossier/consulter-dossier.ts";
import { formatJour } from "../../values/dates-fr.ts";
import { peutAgir } from "../acces.ts";
import { LinkButton } from "../ui/button.tsx";
import { Block } from "../ui/layout.tsx";
import { SourceLine } from "../ui/legal.tsx";
import { EmptyState, Notice } from "../ui/notice.tsx";
import { fr } from "../ui/typographie.ts";
import { sourceLegale } from "./constats.ts";
import { quandEcheance } from "./echeances.ts";
import { lienVersActe } from "./liens.ts";

const CE_QU_ELLE_FAIT: Readonly<Record<string, string>> = {
  remise: "signer le reçu de ses documents",
  conservation: "choisir ce que l’on garde",
};

const resteAFaire = ({ etat, au }: DossierConsulte) =>
  attenduAvantDeDetruire(etat, au)
    .map((a) => CE_QU_ELLE_FAIT[a.objet] ?? a.titre)
    .join(" et à ");

/** The same, on the page of the act itself. */
export function ElleNAPasRepondu({ dossier }: { dossier: DossierConsulte }) {
  const reste = resteAFaire(dossier);
  if (reste === "") return null;
  return (
    <Notice genre="alerte" titre={`${dossier.identite.prenom} n’a pas encore répondu.`}>
      {fr(`Il lui reste à ${reste}. Demandez-le-lui avant de détruire.`)}
    </Notice>
  );
}

/** Before her texts go: what she has still to sign or to choose, and the law's day. Nothing when she owes nothing. */
export function ElleAvantDeDetruire({ dossier, role }: { dossier: DossierConsulte; role: Role }) {
  const { etat, au, identite, reference } = dossier;
  const reste = resteAFaire(dossier);
  const terme = jourDeLaFin(etat);
  if (reste === "" || terme === null) return null;
  return (
    <Block id="elle-d-abord" titre="Avant de détruire les contenus">
      <EmptyState
        titre={`${identite.prenom} répond d’abord`}
        action={
          peutAgir(role) ? (
            <>
              <LinkButton rang="second" href={`/dossiers/${reference}/acces`}>
                Voir son espace
              </LinkButton>
              {lienVersActe(dossier, role, detruireContenus.nom, { libelle: "Voir la destruction" }).map(
                (l) => (
                  <LinkButton rang="discret" href={l.href}>
                    {l.libelle}
                  </LinkButton>
                ),
              )}
            </>
          ) : null
        }
      >
        {fr(`Il lui reste à ${reste}. Demandez-le-lui avant de détruire.`)}
      </EmptyState>
      <SourceLine
        annonce={`La destruction est due au terme du bilan, le ${formatJour(terme)} (${quandEcheance(terme, au)}) : `}
        source={sourceLegale(destructionAuTerme)}
      />
    </Block>
  );
}
