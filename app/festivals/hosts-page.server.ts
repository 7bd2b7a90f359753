import type { z } from "zod";
import type { Database } from "#db/connect.ts";
import type { Standing } from "~/people/access.ts";
import type { Instant } from "~/platform/time.ts";
import type { Festival } from "./festival.ts";
import type { hostForms } from "./host-forms.ts";
import { answerInvitation, inviteHost, leaveFestival, withdrawInvitation } from "./hosts.server.ts";

/** What was sent from the hosts' page, done; `ended` when whoever asked sees the page no longer. */
export async function decideAsHost(
  db: Database,
  viewer: Standing & { personId: string },
  festival: Festival,
  wish: z.output<typeof hostForms>,
  { now }: { now: Instant },
): Promise<{ toast: string; ended?: boolean }> {
  const said = (ok: boolean, done: string) => ({ toast: `festivals.toast.${ok ? done : "notYours"}` });
  switch (wish.form) {
    case "ask": {
      const asked = await inviteHost(db, viewer, festival, wish, { now });
      return said(asked.ok, asked.ok && asked.already ? "alreadyAsked" : "asked");
    }
    case "withdraw": {
      const withdrawn = await withdrawInvitation(db, viewer, festival, wish.organisationId);
      return said(true, withdrawn.ok ? "withdrawn" : "withdrawnTooLate");
    }
    case "leave": {
      const left = await leaveFestival(db, viewer, festival, { now });
      return { ...said(left.ok, "left"), ended: left.ok };
    }
    default: {
      const answer = await answerInvitation(db, viewer, festival, wish.form, { now });
      if (!answer.ok) return said(answer.reason === "decided", "decided");
      return { ...said(true, wish.form), ended: wish.form === "declined" };
    }
  }
}
