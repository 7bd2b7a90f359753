import type { ActionFunctionArgs } from "@remix-run/node";
import { proposalForm } from "~/festivals/call/proposal-form.ts";
import { requireProposal } from "~/festivals/call/proposing.server.ts";
import { saveProposal } from "~/festivals/call/save-proposal.server.ts";
import { findText } from "~/people/reader.server.ts";
import { parseFormData, readForm } from "~/platform/http/form.server.ts";

/** Everything a draft can hold, and some. */
const mostBytes = 256 * 1024;

/** What is typed, from the page of the proposal as it is written; for whom that page is. Answers in JSON. */
export async function action(args: ActionFunctionArgs) {
  const { viewer, festival, proposal } = await requireProposal(args);
  const { t } = await findText(args);
  const say = (message: string, status: number) => Response.json({ message }, { status, headers });
  // Read in any case: an answer to a form that is still on its way would break the connection.
  const formData = await readForm(args.request);
  if (Number(args.request.headers.get("content-length") ?? 0) > mostBytes)
    return say(t("call.errors.tooLarge"), 413);
  const form = parseFormData(formData, proposalForm, t);
  if (!form.ok) return say(Object.values(form.result.error ?? {}).flat()[0] ?? "", 422);
  const { db, now, ids } = args.context;
  const fields = { id: proposal.id, ...form.value };
  const saved = await saveProposal(db, viewer, festival, fields, { now: now(), ids });
  if (saved.ok) return Response.json({ version: saved.version, savedAt: saved.savedAt }, { headers });
  switch (saved.reason) {
    case "changed":
      return Response.json({ changed: true, version: saved.newer.version }, { status: 409, headers });
    case "incomplete":
      return say(t("call.form.kept"), 422);
    case "closed":
      return say(t("call.errors.closed"), 409);
    default:
      throw new Response("Not found", { status: 404 });
  }
}

const headers = { "Cache-Control": "no-store" };
