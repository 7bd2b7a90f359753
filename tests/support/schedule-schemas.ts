import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv, type ValidateFunction } from "ajv";
import { projectRoot } from "#db/connect.ts";

const folder = join(projectRoot(), "../shared/data/schedule");
const schema = join(folder, "schema.json");
const xsd = join(folder, "schedule.xml.xsd");

/** The schemas of https://c3voc.de/schedule, which are not part of this repository. */
export const haveSchema = existsSync(schema);
if (!haveSchema) console.log(`Left out: validating schedule.json, because ${schema} is not there.`);

const haveXmllint = spawnSync("xmllint", ["--version"]).error === undefined;
export const haveXsd = existsSync(xsd) && haveXmllint;
if (!haveXmllint) console.log("Left out: validating schedule.xml, because xmllint is not installed.");

const formats = {
  date: /^\d{4}-\d{2}-\d{2}$/,
  "date-time": /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(Z|[+-]\d{2}:\d{2})$/,
  uuid: /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/,
  color: /^#[0-9a-f]{6}$/i,
  uri: (text: string) => URL.canParse(text) && /^https?:\/\//.test(text),
};

let compiled: ValidateFunction | undefined;

function validator(): ValidateFunction {
  const { $schema: _, ...rest } = JSON.parse(readFileSync(schema, "utf8")) as Record<string, unknown>;
  compiled ??= new Ajv({ strict: false, allErrors: true, formats }).compile(rest);
  return compiled;
}

/** What is wrong with a schedule.json; empty when it is valid. */
export function jsonProblems(text: string): string[] {
  const validate = validator();
  validate(JSON.parse(text));
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}

/** What is wrong with a schedule.xml; empty when it is valid. */
export function xmlProblems(text: string): string {
  try {
    execFileSync("xmllint", ["--noout", "--nonet", "--schema", xsd, "-"], { input: text, stdio: "pipe" });
    return "";
  } catch (error) {
    return String((error as { stderr?: Buffer }).stderr ?? error).slice(0, 2000);
  }
}
