import { Actions, Block } from "../../ui/layout.tsx";
import { COURANT } from "./commun.tsx";

const AILLEURS = [
  {
    id: "membres",
    titre: "Les membres",
    dit: "Qui entre dans cet organisme, et comme quoi.",
    libelle: "Inviter, changer, retirer des membres",
    href: `${COURANT}/membres`,
  },
  {
    id: "durees",
    titre: "Les durées",
    dit: "Ce qui arrive à sa fin, et ce que l’organisme décide d’effacer.",
    libelle: "Voir les 90 prochains jours",
    href: `${COURANT}/durees`,
  },
  {
    id: "donnees",
    titre: "Les obligations de données",
    dit: "Le registre, l’analyse d’impact, la clause de sous-traitance, déjà commencés.",
    libelle: "Vos obligations de données",
    href: `${COURANT}/donnees`,
  },
  {
    id: "audits",
    titre: "Les audits",
    dit: "Ce qu’un auditeur lit, jusqu’à quand, et ce qu’il a lu.",
    libelle: "Préparer et suivre les audits",
    href: `${COURANT}/audits`,
  },
  {
    id: "cles",
    titre: "Les clés",
    dit: "Ce qui signe vos preuves et scelle vos papiers, et depuis quand.",
    libelle: "Voir et changer les clés",
    href: `${COURANT}/cles`,
  },
];

/** What whoever manages the organisation finds on pages of their own. */
export function CeQuiSeGere() {
  return (
    <>
      {AILLEURS.map(({ id, titre, dit, ...lien }) => (
        <Block id={id} titre={titre}>
          <p class="minor">{dit}</p>
          <Actions liens={[lien]} />
        </Block>
      ))}
    </>
  );
}
