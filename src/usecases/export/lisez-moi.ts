import type { DebutDExport } from "./format.ts";

/** What an export says of itself to whoever opens it without us, in a text without any formatting. */
export function lisezMoi({ raisonSociale, organisme, faitLe, format }: DebutDExport): string {
  return `EXPORT D'UN ORGANISME, format ${format}

Organisme : ${raisonSociale}
Identifiant : ${organisme}
Instant de l'export (temps universel) : ${faitLe}


CE QUI EST DANS CE FICHIER

Tout ce que Probant garde de cet organisme : ses dossiers, l'identité des personnes, les faits, le journal et ses
signatures, les pièces, les textes scellés, les membres, les messages, les lectures, les réglages.

Il n'y a pas : les phrases secrètes, les clés d'accès et les seconds facteurs des comptes, les sessions ouvertes,
les liens à usage unique. Chacun entre de nouveau par un lien envoyé à son adresse.

Les contenus (réponses, notes, synthèse) restent scellés, chacun sous la clé de son dossier. Ces clés sont dans
secrets.age, qui se ferme une seconde fois pour la même phrase ou le même destinataire. Ouvrir cette archive ne
montre donc aucun contenu.

Le Code du travail réserve ces contenus au bénéficiaire et à qui conduit le bilan (article L6313-4). Ce fichier sert
à déplacer l'organisme, pas à les lire.

Ce qui a été détruit avant l'export n'y est pas. Ce qui est détruit après l'export s'ouvre encore ici : détruisez
ce fichier, et sa phrase, dès que l'import est fait.


OUVRIR SANS PROBANT

  age -d -o export.zip FICHIER         (https://age-encryption.org)
  unzip export.zip

export.json                  à qui est l'export, sa version, la liste des tables, dans l'ordre de leurs liens
donnees/TABLE-00001.jsonl    une ligne par enregistrement, en JSON (UTF-8), triée par clé
schemas/TABLE.schema.json    le schéma (JSON Schema 2020-12) d'une ligne de cette table
pieces/DOSSIER/ID.*          les octets de chaque pièce ; « .scelle » quand c'est un contenu
fin.json                     le nombre de lignes et le SHA-256 de chaque table, fichiers mis bout à bout
secrets.age                  les clés, une par ligne de JSON, une fois ouvert par « age -d »

Le SHA-256 d'une table se refait ainsi :  cat donnees/fait-*.jsonl | sha256sum


OUVRIR UN CONTENU, POUR QUI EN A LE DROIT

Une valeur scellée est faite de 12 octets de nonce, du texte chiffré, puis de 16 octets d'étiquette : AES-256-GCM,
sous la clé « contenu » du dossier (secrets.age, base64). Les données authentifiées sont ce texte, où ~ est l'octet 0 :

  probant/contenu/1~ORGANISME~DOSSIER~ID~VERSION

ID et VERSION sont ceux de la ligne de « contenu ». Le texte est en UTF-8.


VÉRIFIER LE JOURNAL

Chaque fait (table « fait ») a son texte et son engagement. Les têtes signées sont dans « journal_checkpoint », au
format C2SP tlog-checkpoint, les feuilles dans « journal_entree ». La page « Vérifier à la main » de l'aide de Probant
donne la méthode, et un dossier de contrôle fabriqué avant ou après l'import se vérifie de la même façon.


REPRENDRE AILLEURS

  npx probant importer FICHIER         dans une installation vide, avec un trousseau neuf

L'installation d'où vient ce fichier doit ensuite être fermée : les deux ont la même clé de signature, et deux journaux
qui continuent chacun de leur côté ne se réconcilient plus. Les messages qui attendaient sont marqués « douteux » : ils
ne partent pas deux fois d'eux-mêmes.
`;
}
