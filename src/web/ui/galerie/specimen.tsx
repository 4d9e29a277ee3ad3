import type { Child } from "hono/jsx";

/** One named state inside a part of the gallery. */
export function Specimen({ titre, children }: { titre: string; children: Child }) {
  return (
    <div class="specimen">
      <h3>{titre}</h3>
      {children}
    </div>
  );
}
