import { defineConfig } from "vitest/config";
import { BaseSequencer, type TestSpecification } from "vitest/node";

const LONGUES = ["toutes-les-pages", "chaque-porte", "tests/browser"];

function rang({ moduleId }: TestSpecification): number {
  const i = LONGUES.findIndex((mot) => moduleId.includes(mot));
  return i === -1 ? LONGUES.length : i;
}

/** Long ones first, so that the run does not end on one of them alone: every page, then the other ways in a browser. */
class LonguesDAbord extends BaseSequencer {
  override async sort(fichiers: TestSpecification[]): Promise<TestSpecification[]> {
    return (await super.sort(fichiers)).sort((a, b) => rang(a) - rang(b));
  }
}

export default defineConfig({
  test: {
    include: ["src/**/*.test.{ts,tsx}", "tests/**/*.test.{ts,tsx}", "scripts/**/*.test.ts"],
    globalSetup: ["tests/harness/global-setup.ts"],
    sequence: { sequencer: LonguesDAbord },
    retry: 0,
    testTimeout: 30_000,
    hookTimeout: 60_000,
    maxWorkers: 2,
  },
});
