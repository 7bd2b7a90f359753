// Takes a conference schedule into the draft of a festival, without a running server:
// npm run import -- schedule FILE --festival SLUG [--organisation SLUG]
// Exit code 0 when something was taken, 1 when nothing was.
import { readFileSync, statSync } from "node:fs";
import { parseArgs } from "node:util";
import { connect } from "#db/connect.ts";
import { fillDemo } from "#db/demo/demo.server.ts";
import { LockedError } from "#db/lock.ts";
import { type ImportedBySlug, importBySlug } from "~/festivals/schedule-import/import.server.ts";
import { limits } from "~/festivals/schedule-import/limits.ts";
import { reportLines, reportRemarks } from "~/festivals/schedule-import/report-text.ts";
import { slugPattern } from "~/festivals/slug.ts";
import { type Config, ConfigError, readConfig } from "~/platform/config.ts";
import { getText } from "~/platform/i18n/catalogue.ts";
import { randomIds } from "~/platform/ids.ts";
import { Temporal } from "~/platform/time.ts";

const { t } = getText("en");

interface Order {
  file: string;
  festival: string;
  organisation: string | undefined;
}

class Refused extends Error {}

function readOrder(args: string[]): Order {
  const options = { festival: { type: "string" }, organisation: { type: "string" } } as const;
  const { values, positionals } = parse(() => parseArgs({ args, options, allowPositionals: true }));
  const [what, file, ...more] = positionals;
  if (what !== "schedule" || !file || more.length > 0 || !values.festival)
    throw new Refused(t("scheduleImport.cli.usage"));
  if (!slugPattern.test(values.festival) || values.festival.length > 60 || values.festival === "new")
    throw new Refused(t("scheduleImport.refusal.badSlug"));
  return { file, festival: values.festival, organisation: values.organisation };
}

function parse<Result>(read: () => Result): Result {
  try {
    return read();
  } catch {
    throw new Refused(t("scheduleImport.cli.usage"));
  }
}

function readScheduleFile(file: string): Uint8Array {
  try {
    if (statSync(file).size > limits.fileBytes) throw new Refused(t("scheduleImport.refusal.tooLarge"));
    return readFileSync(file);
  } catch (error) {
    if (error instanceof Refused) throw error;
    throw new Refused(t("scheduleImport.cli.unreadable", { file }));
  }
}

async function importInto(config: Config, order: Order, file: Uint8Array): Promise<ImportedBySlug> {
  const now = Temporal.Now.instant();
  const { db, close } = await connect({ databaseUrl: config.databaseUrl, dataDir: config.dataDir });
  try {
    if (config.demo) await fillDemo(db, { now });
    return await importBySlug(db, file, order, { now, ids: randomIds });
  } finally {
    await close();
  }
}

async function run(args: string[], env: NodeJS.ProcessEnv): Promise<number> {
  const order = readOrder(args);
  const file = readScheduleFile(order.file);
  const config = readConfig(env);
  const organise = (base: string) => `${base}/festivals/${order.festival}/organise`;
  try {
    const imported = await importInto(config, order, file);
    const lines = imported.ok ? imported.report.lines : imported.lines;
    for (const line of reportLines(lines, t)) console.log(line);
    if (imported.ok) {
      for (const remark of reportRemarks(imported.report, t)) console.log(remark);
      console.log(t("scheduleImport.cli.release", { url: `${organise(config.publicUrl)}/releases` }));
    } else {
      console.error(
        `${t(`scheduleImport.refusal.${imported.refusal}`)} ${t("scheduleImport.nothingChanged")}`,
      );
    }
    const taken = imported.ok ? imported.report.taken : 0;
    console.log(t("scheduleImport.cli.result", { taken, left: lines.length - taken }));
    return taken > 0 ? 0 : 1;
  } catch (error) {
    if (!(error instanceof LockedError)) throw error;
    const url = `${organise(error.holder || config.publicUrl)}/import`;
    throw new Refused(t("scheduleImport.cli.locked", { url }));
  }
}

try {
  process.exitCode = await run(process.argv.slice(2), process.env);
} catch (error) {
  if (!(error instanceof Refused || error instanceof ConfigError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
