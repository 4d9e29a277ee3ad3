import { encode } from "uqr";
import { fr } from "./typographie.ts";

/** Light modules around the code, without which a camera does not find it. */
const MARGE = 4;

/**
 * An address as a square to photograph, dark on light in both themes, for whoever has a camera; `titre` says what it
 * opens. The same address or a short code must stand beside it for whoever has none.
 */
export function Qr({ texte, titre }: { texte: string; titre: string }) {
  const { data, size } = encode(texte, { ecc: "M", border: 0 });
  const traits = data.flatMap((rang, y) =>
    rang.flatMap((noir, x) => (noir ? [`M${x + MARGE} ${y + MARGE}h1v1h-1z`] : [])),
  );
  const cote = size + 2 * MARGE;
  return (
    <svg
      class="qr"
      viewBox={`0 0 ${cote} ${cote}`}
      role="img"
      aria-label={fr(titre)}
      shape-rendering="crispEdges"
    >
      <rect class="qr-fond" width={cote} height={cote} />
      <path class="qr-noir" d={traits.join("")} />
    </svg>
  );
}
