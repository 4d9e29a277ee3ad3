import { direFait } from "../../usecases/controle/index-du-controle.ts";
import { piecesPerdues } from "../../usecases/controle/pieces.ts";
import type { DossierConsulte } from "../../usecases/dossier/consulter-dossier.ts";
import { formatJour } from "../../values/dates-fr.ts";
import { Button, Buttons, LinkButton } from "../ui/button.tsx";
import { ChampChoixMultiples } from "../ui/champs/choix.tsx";
import { Form } from "../ui/form.tsx";
import { Block } from "../ui/layout.tsx";
import { Notice } from "../ui/notice.tsx";

/** Every fact of the dossier with a box to withhold it from a control file, and what would go with it. */
export function ChoixDesFaits({
  dossier,
  adresse,
  jeton,
}: {
  dossier: DossierConsulte;
  adresse: string;
  jeton: string;
}) {
  const options = dossier.faits.map((f) => {
    const perdues = piecesPerdues(dossier, [f.n]);
    return {
      valeur: String(f.n),
      libelle: `N° ${f.n}, ${formatJour(f.date)}. ${direFait(f)}`,
      ...(perdues.length === 0 ? {} : { aide: `Sans lui, ne seront pas jointes : ${perdues.join(", ")}.` }),
    };
  });
  return (
    <Block id="faits" titre="Les faits à montrer">
      <Notice genre="information" titre="Un fait retenu se voit.">
        Le contrôleur saura combien de faits ne lui sont pas montrés, et à quelle place. Il ne saura pas ce
        qu’ils disent. Les pièces qui s’appuient sur eux ne seront pas jointes, et l’index le dira.
      </Notice>
      <Form action={adresse} jeton={jeton}>
        <ChampChoixMultiples
          nom="taire"
          libelle="Ne pas montrer ces faits"
          aide="Chaque fait coché sera compté comme retenu. Sans rien cocher, tout est montré."
          options={options}
        />
        <Buttons>
          <Button>Préparer le dossier de contrôle</Button>
          <LinkButton rang="second" href={adresse}>
            Tout montrer
          </LinkButton>
        </Buttons>
      </Form>
    </Block>
  );
}
