import { type Heure, parseHeure } from "../../../values/heure.ts";
import { jour } from "../../../values/jour.ts";
import { LinkButton } from "../button.tsx";
import { Day } from "../day.tsx";
import { Block } from "../layout.tsx";
import { Ledger } from "../ledger.tsx";
import { Filters, Pager } from "../list-tools.tsx";
import { ActList } from "../next-act.tsx";
import { Verdict } from "../status.tsx";
import { Table } from "../table.tsx";
import { fr } from "../typographie.ts";

const heure = (t: string): Heure => parseHeure(t)!;

/** What lists are made of: the day, the money, tables, filters, pages. */
export function Listes() {
  return (
    <>
      <Block id="actes" titre="À faire d’abord" note="2 actes">
        <ActList
          actes={[
            {
              jour: jour("2026-11-23"),
              titre: "Noter la séance de ce matin avec Camille Moreau",
              href: "#actes",
              precision: fr(
                "9 h 30 à 11 h 30, phase de conclusion. Camille la signera depuis son téléphone.",
              ),
              source: "À noter le jour même, règle D01 de votre référentiel.",
              fin: (
                <LinkButton rang="second" href="#actes" complement="la séance de Camille Moreau">
                  Noter
                </LinkButton>
              ),
            },
            {
              jour: jour("2026-11-24"),
              titre: "Répondre aux observations de Camille",
              href: "#actes",
              precision: "Elle propose une autre phrase pour ses aptitudes.",
              fin: (
                <LinkButton rang="second" href="#actes" complement="les observations de Camille">
                  Relire
                </LinkButton>
              ),
            },
          ]}
        />
      </Block>
      <Block id="journee" titre="Votre journée" note={fr("3 h 30 d’accompagnement")}>
        <Day
          maintenant={heure("14:05")}
          rendezVous={[
            {
              heure: heure("09:30"),
              qui: "Camille Moreau",
              href: "#journee",
              quoi: "séance 9 sur 10",
              precision: fr("2 h, à Rennes. Tenue, pas encore notée."),
              passe: true,
            },
            {
              heure: heure("15:00"),
              qui: "Hélène Pasquier",
              href: "#journee",
              quoi: "entretien préalable, gratuit",
              precision: fr("1 h, en visio. Elle n’est pas encore cliente : aucune commande avant le devis."),
              boutons: (
                <>
                  <LinkButton rang="second" href="#journee">
                    Ouvrir la visio
                  </LinkButton>
                  <LinkButton rang="discret" href="#journee">
                    Préparer les 7 questions
                  </LinkButton>
                </>
              ),
            },
            {
              heure: heure("17:00"),
              qui: "Ousmane Diarra",
              href: "#journee",
              quoi: "séance 4 sur 9",
              precision: fr("1 h 30, à Rennes. Il a confirmé sa venue."),
            },
          ]}
        />
      </Block>
      <Block id="argent" titre="Argent">
        <Ledger
          titre="Sommes attendues"
          quoi="Dossier"
          colonne="Attendu"
          lignes={[
            { libelle: "Inès Carlier", precision: "service fait validé le 16 nov.", montant: 158_000 },
            {
              libelle: "Marc Thibault",
              precision: fr("13 h 30 signées sur 18 h, au prorata"),
              montant: 112_500,
            },
            {
              libelle: "Mairie de Bruz",
              precision: "facture du 2 nov., échéance le 2 déc.",
              montant: 193_500,
            },
          ]}
          total={{ libelle: "En chemin", montant: 464_000 }}
        />
      </Block>
      <Block id="tableau" titre="Dossiers à risque" note={fr("au 23 novembre, 14 h 05")}>
        <Filters
          action="#tableau"
          champs={[
            { genre: "texte", nom: "q", libelle: "Nom ou référence", saisie: "search", largeur: "pleine" },
            {
              genre: "selection",
              nom: "motif",
              libelle: "Motif",
              options: [
                { valeur: "", libelle: "Tous" },
                { valeur: "preuve", libelle: "Preuve manquante" },
                { valeur: "delai", libelle: "Délai proche" },
              ],
            },
          ]}
          effacer="#tableau"
        />
        <Table
          titre="Dossiers à risque, du plus urgent au moins urgent"
          titreCache
          cartes
          colonnes={[
            { libelle: "Dossier", tri: { href: "#tableau" } },
            { libelle: "Risque", sansEtiquette: true },
            { libelle: "Conseiller" },
            { libelle: "Avant le", tri: { href: "#tableau", sens: "ascending" } },
            { libelle: "Un acte", sansEtiquette: true },
          ]}
          lignes={[
            ligne("Marc Thibault", "D-2026-0098", "manque", "Preuve manquante", "Hugo Lemaire", "9 déc."),
            ligne("Yanis Lefèvre", "D-2026-0153", "alerte", "Délai proche", "Nadia Benali", "24 nov."),
            ligne("Omar Saïdi", "D-2026-0061", "faire", "Suivi à proposer", "Nadia Benali", "30 nov."),
          ]}
        />
        <Pager resume="Dossiers 1 à 50 sur 340" premiers="#tableau" suivants="#tableau" />
      </Block>
    </>
  );
}

function ligne(
  nom: string,
  reference: string,
  genre: "manque" | "alerte" | "faire",
  mot: string,
  conseiller: string,
  avant: string,
) {
  return [
    <>
      <a href="#tableau">{nom}</a>
      <br />
      <span class="minor tabular">{reference}</span>
    </>,
    <Verdict genre={genre} mot={mot} />,
    conseiller,
    avant,
    <a href="#tableau">
      Voir l’acte<span class="visually-hidden">{` : ${nom}`}</span>
    </a>,
  ];
}
