import { parseWithZod } from "@conform-to/zod/v4";
import type { Database } from "#db/connect.ts";
import type { Ids } from "~/platform/ids.ts";
import type { Instant } from "~/platform/time.ts";
import type { Festival } from "../festival.ts";
import type { Reviewer } from "./access.ts";
import { pickValue } from "./decide.ts";
import { decideProposals } from "./decide-proposals.server.ts";
import type { DecideAnswer } from "./decided-answer.tsx";
import { decideForm } from "./forms.ts";

type Answered =
  | { ok: true; toast: string; count: number }
  | { ok: false; status: number; answer: DecideAnswer };

/** What the buttons of a decision do, on the overview and on a proposal's own page. */
export async function answerDecision(
  db: Database,
  viewer: Reviewer,
  festival: Festival,
  formData: FormData,
  deps: { now: Instant; ids: Ids },
): Promise<Answered> {
  const form = parseWithZod(formData, { schema: decideForm });
  if (form.status !== "success") throw new Response("Bad Request", { status: 400 });
  const { pick: picks, verdict, sure } = form.value;
  const again = { verdict, picks: picks.map(({ id, seen }) => pickValue({ id, status: seen })) };
  if (picks.length === 0) return { ok: false, status: 422, answer: { ...again, nothing: true } };
  const decided = await decideProposals(db, viewer, festival, { picks, verdict, sure: sure === "yes" }, deps);
  if (decided.ok) return { ok: true, toast: `review.toast.${verdict}`, count: decided.changed };
  const { obstacles, consequences } = { obstacles: undefined, consequences: undefined, ...decided };
  const foreign = obstacles?.every(({ reason }) => reason === "not-yours");
  return { ok: false, status: foreign ? 403 : 409, answer: { ...again, obstacles, consequences } };
}
