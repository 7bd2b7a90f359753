import type { Database } from "#db/connect.ts";
import { type BadForm, parseFormData } from "~/platform/http/form.server.ts";
import type { Translate } from "~/platform/i18n/catalogue.ts";
import type { Instant } from "~/platform/time.ts";
import type { Festival } from "../festival.ts";
import { confirmProposal, withdrawProposal } from "./answers.server.ts";
import { withdrawForm } from "./forms.ts";
import type { Who } from "./standing.ts";

interface Answering {
  db: Database;
  viewer: Who;
  festival: Festival;
  id: string;
  t: Translate;
  now: Instant;
}

export const isAnswer = (intent: string): intent is "confirm" | "give-up" =>
  intent === "confirm" || intent === "give-up";

/** What the buttons of a speaker's answer do; `left`: the proposal is not theirs to look at any more. */
export async function actOnAnswer(
  { db, viewer, festival, id, t, now }: Answering,
  formData: FormData,
): Promise<{ toast: string; left: boolean } | { form: BadForm }> {
  if (formData.get("intent") === "confirm") {
    const said = await confirmProposal(db, viewer, festival, id, { now });
    const toast = said.ok ? "confirmed" : said.reason === "not-open" ? "notOpen" : "notYours";
    return { toast: `review.toast.${toast}`, left: false };
  }
  const form = parseFormData(formData, withdrawForm, t);
  if (!form.ok) return { form };
  const done = await withdrawProposal(db, viewer, festival, { proposalId: id, ...form.value }, { now });
  if (!done.ok) return { toast: "review.toast.notYours", left: false };
  const left = done.scope === "me";
  return { toast: left ? "review.toast.steppedOut" : "review.toast.withdrawn", left };
}
