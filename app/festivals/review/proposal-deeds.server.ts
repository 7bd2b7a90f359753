import type { Database } from "#db/connect.ts";
import { type BadForm, parseFormData, refuse } from "~/platform/http/form.server.ts";
import type { Text } from "~/platform/i18n/catalogue.ts";
import type { Ids } from "~/platform/ids.ts";
import type { Instant } from "~/platform/time.ts";
import type { Festival } from "../festival.ts";
import type { Reviewer } from "./access.ts";
import { answerDecision } from "./decide-page.server.ts";
import type { DecideAnswer } from "./decided-answer.tsx";
import { reviewForm, takeOverForm } from "./forms.ts";
import { nextToReview } from "./review-page.server.ts";
import { saveReview } from "./reviews.server.ts";
import { takeOver } from "./take-over.server.ts";

export type Deed =
  | { to: string; toast: string; values?: Record<string, number> }
  | { form: BadForm; status: number }
  | { answer: DecideAnswer; status: number };

interface Asked {
  viewer: Reviewer;
  festival: Festival;
  proposalId: string;
  /** Of the page that was sent, so that "next" keeps to its selection. */
  url: URL;
  t: Text["t"];
}

/** What one button on a proposal's page does, and where it leads. */
export async function doToProposal(
  db: Database,
  asked: Asked,
  formData: FormData,
  deps: { now: Instant; ids: Ids },
): Promise<Deed> {
  const { viewer, festival, proposalId, url, t } = asked;
  const here = url.pathname + url.search;
  switch (formData.get("intent")) {
    case "review":
      return review(db, asked, formData, deps);
    case "decide": {
      const decided = await answerDecision(db, viewer, festival, formData, deps);
      return decided.ok
        ? { to: here, toast: decided.toast, values: { count: decided.count } }
        : { answer: decided.answer, status: decided.status };
    }
    case "take-over": {
      const form = parseFormData(formData, takeOverForm, t);
      if (!form.ok) return { form, status: 422 };
      const take = form.value.take === "yes";
      const taken = await takeOver(db, viewer, festival, { proposalId, take }, deps);
      if (!taken.ok) return { form: refuse(form, { key: "review.errors.forbidden" }), status: 403 };
      return { to: here, toast: take ? "review.toast.takenOver" : "review.toast.kept" };
    }
    default:
      throw new Response("Bad Request", { status: 400 });
  }
}

async function review(
  db: Database,
  { viewer, festival, proposalId, url, t }: Asked,
  formData: FormData,
  deps: { now: Instant },
): Promise<Deed> {
  const form = parseFormData(formData, reviewForm, t);
  if (!form.ok) return { form, status: 422 };
  const { score, comment, onward } = form.value;
  const saved = await saveReview(db, viewer, festival, { proposalId, score, comment }, deps);
  if (!saved.ok) {
    if (saved.reason === "unknown") throw new Response("Not found", { status: 404 });
    const key = `review.errors.${saved.reason}`;
    return { form: refuse(form, { key }), status: saved.reason === "withdrawn" ? 409 : 403 };
  }
  if (onward === "stay") return { to: url.pathname + url.search, toast: "review.toast.reviewed" };
  const list = url.pathname.slice(0, url.pathname.lastIndexOf("/"));
  const next = await nextToReview(db, viewer, festival, { id: proposalId, query: url.searchParams });
  return next
    ? { to: `${list}/${next}${url.search}`, toast: "review.toast.reviewedNext" }
    : { to: list + url.search, toast: "review.toast.reviewedLast" };
}
