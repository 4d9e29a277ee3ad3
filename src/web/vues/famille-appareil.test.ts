import { expect, it } from "vitest";
import { familleDAppareil } from "./famille-appareil.ts";

it("un appareil se reconnaît à ce que son navigateur dit de lui", () => {
  const agents = {
    "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0":
      "Firefox, sur un ordinateur Windows",
    "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 Version/18.0 Mobile Safari/604.1":
      "Safari, sur un iPhone",
    "Mozilla/5.0 (Linux; Android 15) AppleWebKit/537.36 Chrome/140.0 Mobile Safari/537.36":
      "Chrome, sur un appareil Android",
    "Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/140.0 Safari/537.36 Edg/140.0":
      "Edge, sur un ordinateur Windows",
    "Mozilla/5.0 (X11; Linux x86_64)": "Un ordinateur Linux",
    "curl/8": "Un appareil non reconnu",
    "": "Un appareil non reconnu",
  };
  for (const [agent, dit] of Object.entries(agents))
    expect([agent, familleDAppareil(agent)]).toEqual([agent, dit]);
});
