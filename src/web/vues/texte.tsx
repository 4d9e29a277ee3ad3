/** A text as a person typed it: blank lines make paragraphs, line ends stay, nothing else is markup. */
export function Texte({ texte }: { texte: string }) {
  const paragraphes = texte.split(/\n\s*\n/).filter((p) => p.trim() !== "");
  return (
    <>
      {paragraphes.map((p) => (
        <p class="mt-2">
          {p.split("\n").map((ligne, i) => (
            <>
              {i === 0 ? null : <br />}
              {ligne}
            </>
          ))}
        </p>
      ))}
    </>
  );
}
