/** Whose key signed: the organisation as a person knows it, and the name that its key bears in the journal. */
export function CleDe({ organisme, nom }: { organisme: string; nom: string }) {
  return (
    <>
      {organisme}
      <br />
      <span class="minor">
        Au journal, sa clé porte le nom <code>{nom}</code>
      </span>
    </>
  );
}
