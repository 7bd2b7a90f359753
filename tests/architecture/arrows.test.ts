import { execFileSync } from "node:child_process";
import { existsSync, rmSync, writeFileSync } from "node:fs";
import { expect, test } from "vitest";

interface Report {
  summary: { violations: { rule: { name: string }; from: string; to: string }[]; totalCruised: number };
}

function cruise(): Report {
  const args = ["app", "db", "emails", "--config", ".dependency-cruiser.cjs", "--output-type", "json"];
  try {
    return JSON.parse(
      execFileSync("node_modules/.bin/depcruise", args, {
        encoding: "utf8",
        maxBuffer: 1e9,
        stdio: ["ignore", "pipe", "ignore"],
      }),
    );
  } catch (error) {
    return JSON.parse((error as { stdout: string }).stdout);
  }
}

const violations = (report: Report) =>
  report.summary.violations.map((v) => `${v.rule.name}: ${v.from} → ${v.to}`);

test("every import follows the arrows of the house", { timeout: 120_000 }, () => {
  const report = cruise();
  expect(report.summary.totalCruised).toBeGreaterThan(100);
  expect(violations(report)).toEqual([]);
});

test("control: an import against an arrow is seen", { timeout: 120_000 }, () => {
  const file = "app/people/against-the-arrow.ts";
  writeFileSync(file, 'import { product } from "~/calendar/against.ts";\n\nexport const wrong = product;\n');
  const other = "app/calendar/against.ts";
  writeFileSync(other, "export const product = 1;\n");
  try {
    expect(violations(cruise())).toContain(`people-imports-only-what-stands-left-of-it: ${file} → ${other}`);
  } finally {
    for (const written of [file, other]) if (existsSync(written)) rmSync(written);
  }
});
