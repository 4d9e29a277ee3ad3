import { spawnSync } from "node:child_process";
import { expect, test } from "vitest";

const dansLeShell = (commande: string) =>
  spawnSync("sh", ["-c", commande], { encoding: "utf8", cwd: new URL("../../", import.meta.url) });

test("une commande dont le lecteur est parti finit sans se plaindre, avec son propre code", () => {
  const { stderr, stdout } = dansLeShell("{ node bin/probant.mjs regles; echo $? >&3; } 3>&2 | true");
  expect(stdout).toBe("");
  expect(stderr).toBe("0\n");
});
