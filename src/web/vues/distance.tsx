import type { Refus } from "../../dossier/acte.ts";
import type { Passage, SeanceADistance } from "../../usecases/distance/seance-a-distance.ts";
import { formatJourLong } from "../../values/dates-fr.ts";
import { dePrenom } from "../../values/de-prenom.ts";
import { formatHeure } from "../../values/heure.ts";
import { RefusRendus } from "../champs-rendus.tsx";
import { Button, Buttons, LinkButton } from "../ui/button.tsx";
import { Form } from "../ui/form.tsx";
import { Block, PageTitle } from "../ui/layout.tsx";
import { Notice } from "../ui/notice.tsx";
import { fr } from "../ui/typographie.ts";

/** « arrivée de Camille à 9 h 28 », for each coming and going. */
function Passages({ passages, prenom }: { passages: readonly Passage[]; prenom: string }) {
  if (passages.length === 0) return null;
  return (
    <Block id="passages" titre="Arrivées et départs">
      <ul class="list">
        {passages.map((p) => (
          <li>
            <div class="list-body">
              {fr(
                `${p.evenement === "arrivee" ? "Arrivée" : "Départ"} ${p.par === "beneficiaire" ? dePrenom(prenom) : "du conseiller"} à ${formatHeure(p.heure)}`,
              )}
            </div>
          </li>
        ))}
      </ul>
      <p class="minor mt-2">
        Ces heures complètent les deux signatures de la séance. Elles ne les remplacent pas.
      </p>
    </Block>
  );
}

/** A session at a distance: say that one is there, open the meeting, say that one left. */
export function VueADistance(p: {
  lue: SeanceADistance;
  action: string;
  jeton: string;
  refus: readonly Refus[];
}) {
  const { seance: s, lien, present, passages, au, dossier } = p.lue;
  const aujourdhui = s.date === au;
  const suite = present ? "depart" : "arrivee";
  return (
    <>
      <RefusRendus refus={p.refus} />
      <PageTitle
        titre={`Séance ${s.id.slice(1)}, à distance`}
        chapeau={`${formatJourLong(s.date)}, de ${formatHeure(s.debut)} à ${formatHeure(s.fin)}.`}
      />
      {aujourdhui ? (
        <Form action={p.action} jeton={p.jeton} champsCaches={{ evenement: suite }}>
          <Buttons>
            <Button large rang={present ? "second" : "principal"}>
              {present ? "J’ai quitté la séance" : "Je suis là"}
            </Button>
          </Buttons>
        </Form>
      ) : (
        <Notice genre="information">
          {fr("Votre arrivée se note ici le jour de la séance, avec le bouton « Je suis là ».")}
        </Notice>
      )}
      {lien === null ? (
        <p class="mt-4">Le lien de la visioconférence n’est pas encore noté.</p>
      ) : present && aujourdhui ? (
        <Buttons>
          <LinkButton large href={lien}>
            Ouvrir la visioconférence
          </LinkButton>
        </Buttons>
      ) : (
        <p class="mt-4">
          {fr(
            aujourdhui
              ? "La visioconférence s’ouvre dès que vous avez dit « Je suis là »."
              : "Le lien de la visioconférence est noté. Il s’ouvre ici le jour de la séance.",
          )}
        </p>
      )}
      <Passages passages={passages} prenom={dossier.identite.prenom} />
    </>
  );
}
