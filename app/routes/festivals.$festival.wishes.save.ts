import type { ActionFunctionArgs } from "@remix-run/node";
import { findText } from "~/people/reader.server.ts";
import { parseFormData, readForm } from "~/platform/http/form.server.ts";
import { requireAttending } from "~/signups/ballot/attending.server.ts";
import { problemsInWords, wishForm } from "~/signups/ballot/wish-form.ts";
import { saveWishes } from "~/signups/ballot/wishes.server.ts";

/** Wishes while they are typed, from their page; for whom that page is. Answers in JSON. */
export async function action(args: ActionFunctionArgs) {
  const { viewer, festival } = await requireAttending(args);
  const { t } = await findText(args);
  const { db, now } = args.context;
  const say = (message: string, status: number) => Response.json({ message }, { status, headers });
  const form = parseFormData(await readForm(args.request), wishForm, t);
  if (!form.ok) return say(Object.values(form.result.error ?? {}).flat()[0] ?? "", 422);
  const at = now();
  const saved = await saveWishes(db, { festival, personId: viewer.personId }, form.value, { now: at });
  if (saved.ok) return Response.json({ version: saved.version, savedAt: at.toString() }, { headers });
  switch (saved.reason) {
    case "wrong": {
      const [first] = Object.values(problemsInWords(saved.problems, t)).flat();
      return say(`${t("ballot.form.notSaved")} ${first}`, 422);
    }
    case "changed":
      return Response.json({ changed: true, version: saved.version }, { status: 409, headers });
    default:
      return say(t("ballot.problems.not-open"), 409);
  }
}

const headers = { "Cache-Control": "no-store" };
