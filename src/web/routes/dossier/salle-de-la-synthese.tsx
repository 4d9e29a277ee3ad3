import type { Refus } from "../../../dossier/acte.ts";
import { redigerSynthese } from "../../../dossier/actes/rediger-synthese.ts";
import type { DossierConsulte } from "../../../usecases/dossier/consulter-dossier.ts";
import type { PartieEnRedaction, Redaction } from "../../../usecases/synthese/lire-redaction.ts";
import { ChampsRendus, RefusRendus, type Valeurs } from "../../champs-rendus.tsx";
import { POUR } from "../../reprise.ts";
import { Button, Buttons } from "../../ui/button.tsx";
import { Form } from "../../ui/form.tsx";
import { Block } from "../../ui/layout.tsx";
import { Notice } from "../../ui/notice.tsx";
import { fr } from "../../ui/typographie.ts";
import { Repris } from "../../vues/repris.tsx";
import { PartieDeLaSynthese, type SaisieDePartie } from "./partie-en-redaction.tsx";

/** What the page of the synthesis shows. */
export interface VueDeLaSalle {
  dossier: DossierConsulte;
  redaction: Redaction & { espace: boolean };
  jeton: string;
  /** This page, among those that may write the same text. */
  ecrivant: string;
  pour: string;
  saisies?: ReadonlyMap<PartieEnRedaction["partie"], SaisieDePartie>;
  valeurs?: Valeurs;
  refus?: readonly Refus[];
  repris?: boolean;
}

/** The day and the reading that go with a version: the fields of the act that are no text. */
function champsDeLEnvoi(dossier: DossierConsulte) {
  const contexte = { au: dossier.au, role: "conseiller" as const, intervenant: "", faits: dossier.faits };
  const { date, relue } = redigerSynthese.champs(dossier.etat, contexte);
  const champs = { date: date!, relue: relue! };
  return { champs, valeurs: redigerSynthese.valeurs(dossier.etat, contexte) };
}

/** The writing room: the three parts, each kept as it is written, and one button for the whole. */
export function SalleDeLaSynthese(vue: VueDeLaSalle) {
  const { dossier, redaction, refus = [], saisies, jeton, repris = false } = vue;
  const { prenom } = dossier.identite;
  const ici = `/dossiers/${dossier.reference}/synthese`;
  const { champs, valeurs } = champsDeLEnvoi(dossier);
  const deuxTextes = [...(saisies?.values() ?? [])].some((s) => s.gardee !== undefined);
  return (
    <>
      <RefusRendus refus={refus} />
      {repris ? <Repris /> : null}
      <Block id="redaction" titre="Document de synthèse">
        <p>
          <strong data-reste>{fr(redaction.reste)}</strong>
        </p>
        {redaction.parties.every((p) => p.etat === "d_accord") ? (
          <p class="mt-2">
            <a href={`/dossiers/${dossier.reference}/actes/remettreSynthese`}>Remettre la synthèse</a>
          </p>
        ) : null}
        <p class="minor mt-2">
          Votre brouillon est scellé et gardé au fur et à mesure. {prenom} ne lit que ce que vous envoyez.
        </p>
        <Form
          action={ici}
          jeton={jeton}
          // Beside a newer text, nothing is written before its writer has read it.
          {...(deuxTextes ? { garde: true } : { brouillon: `${ici}/brouillon` })}
          champsCaches={{ redaction: vue.ecrivant, [POUR]: vue.pour }}
        >
          {redaction.parties.map((partie) => (
            <PartieDeLaSynthese
              partie={partie}
              prenom={prenom}
              saisie={saisies?.get(partie.partie)}
              refus={refus}
              au={dossier.au}
            />
          ))}
          <section class="mt-6" aria-labelledby="envoi">
            <h2 id="envoi">Envoyer à relire</h2>
            <p class="mt-2">
              {prenom} reçoit un seul message pour le tout. Seules les parties changées lui sont demandées de
              nouveau.
            </p>
            {redaction.espace ? null : (
              <Notice genre="information" titre={`${prenom} n’a pas encore d’espace.`}>
                Aucun message ne partira.{" "}
                <a href={`/dossiers/${dossier.reference}/acces`}>Ouvrez-lui son espace</a>, ou faites-lui
                relire sur votre appareil.
              </Notice>
            )}
            <ChampsRendus champs={champs} valeurs={vue.valeurs ?? valeurs} refus={refus} />
          </section>
          <Buttons>
            {/* First in the form: the key « Entrée » keeps, and never sends. */}
            <span data-sans-script>
              <Button rang="second" nom="suite" valeur="rester">
                Enregistrer le brouillon
              </Button>
            </span>
            <Button nom="suite" valeur="envoyer">
              Envoyer à relire
            </Button>
          </Buttons>
        </Form>
      </Block>
    </>
  );
}
