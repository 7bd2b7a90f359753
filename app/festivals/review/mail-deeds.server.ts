import type { Database } from "#db/connect.ts";
import { type BadForm, parseFormData, refuse } from "~/platform/http/form.server.ts";
import type { Translate } from "~/platform/i18n/catalogue.ts";
import type { Ids } from "~/platform/ids.ts";
import type { Instant } from "~/platform/time.ts";
import type { Festival } from "../festival.ts";
import type { Reviewer } from "./access.ts";
import { letterForm, sendForm, usualLetterForm } from "./forms.ts";
import { saveLetter } from "./letters.server.ts";
import { remindUnconfirmed } from "./remind.server.ts";
import { sendDecisions } from "./send-decisions.server.ts";

export type MailDeed =
  | { ok: true; toast: string; count?: number }
  | { ok: false; form: BadForm; status: number }
  | { ok: false; changed: true; status: number };

/** What one button on the page of mails does. */
export async function doToMails(
  db: Database,
  { viewer, festival, t }: { viewer: Reviewer; festival: Festival; t: Translate },
  formData: FormData,
  deps: { now: Instant; ids: Ids },
): Promise<MailDeed> {
  switch (formData.get("intent")) {
    case "send": {
      const form = parseFormData(formData, sendForm, t);
      if (!form.ok) return { ok: false, form, status: 422 };
      const sent = await sendDecisions(db, viewer, festival, form.value, deps);
      if (sent.ok) return { ok: true, toast: "review.toast.sent", count: sent.mails };
      if (sent.reason === "changed") return { ok: false, changed: true, status: 409 };
      return { ok: false, form: refuse(form, { key: "review.errors.forbidden" }), status: 403 };
    }
    case "remind": {
      const reminded = await remindUnconfirmed(db, viewer, festival, deps);
      if (!reminded.ok) throw new Response("Forbidden", { status: 403 });
      return { ok: true, toast: "review.toast.reminded", count: reminded.mails };
    }
    case "words": {
      const form = parseFormData(formData, letterForm, t);
      if (!form.ok) return { ok: false, form, status: 422 };
      const { decision, proposal, ...letter } = form.value;
      const wish = { decision, proposalId: proposal ?? null, letter };
      const saved = await saveLetter(db, viewer, festival, wish, deps);
      if (saved.ok) return { ok: true, toast: "review.toast.words" };
      return { ok: false, form: refuse(form, { key: "review.errors.forbidden" }), status: 403 };
    }
    case "usual": {
      const form = parseFormData(formData, usualLetterForm, t);
      if (!form.ok) return { ok: false, form, status: 422 };
      const wish = { decision: form.value.decision, proposalId: form.value.proposal ?? null, letter: null };
      const saved = await saveLetter(db, viewer, festival, wish, deps);
      if (saved.ok) return { ok: true, toast: "review.toast.usual" };
      return { ok: false, form: refuse(form, { key: "review.errors.forbidden" }), status: 403 };
    }
    default:
      throw new Response("Bad Request", { status: 400 });
  }
}
