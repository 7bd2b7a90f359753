import type { Database } from "#db/connect.ts";
import type { Ids } from "~/platform/ids.ts";
import type { Instant } from "~/platform/time.ts";
import type { Festival } from "../festival.ts";
import type { HostWish } from "./host-forms.ts";
import { type Asking, answerInvitation, inviteHost, withdrawInvitation } from "./hosts.server.ts";
import { inviteByMail, resendInvitation, withdrawByMail } from "./invitations.server.ts";
import { answerLeadOffer, offerLead, withdrawLeadOffer } from "./lead.server.ts";

export type Done =
  /** `ended` when whoever asked sees the page no longer. */
  | { ok: true; toast: string; ended?: boolean }
  | { ok: false; field?: string; key: string; values?: Record<string, string> };

interface Deps {
  ids: Ids;
  now: Instant;
}

const notYours: Done = { ok: false, key: "festivals.errors.notYours" };
const said = (toast: string, ended = false): Done => ({ ok: true, toast, ended });

/** What was sent from the hosts' page, done. */
export async function doOnHostsPage(
  db: Database,
  viewer: Asking,
  festival: Festival,
  wish: HostWish,
  deps: Deps,
): Promise<Done> {
  switch (wish.form) {
    case "ask": {
      const asked = await inviteHost(db, viewer, festival, wish, deps);
      if (!asked.ok) return notYours;
      return said(asked.already ? "festivals.toast.alreadyAsked" : "festivals.toast.asked");
    }
    case "withdraw": {
      const withdrawn = await withdrawInvitation(db, viewer, festival, wish.organisationId);
      if (withdrawn.ok) return said("festivals.toast.withdrawn");
      return withdrawn.reason === "forbidden" ? notYours : said("festivals.toast.withdrawnTooLate");
    }
    case "by-mail":
    case "resend":
    case "withdraw-mail":
      return doByMail(db, viewer, festival, wish, deps);
    case "accepted":
    case "declined": {
      const reason = wish.form === "declined" ? wish.reason : "";
      const answered = await answerInvitation(db, viewer, festival, { answer: wish.form, reason }, deps);
      if (answered.ok) return said(`festivals.toast.${wish.form}`, wish.form === "declined");
      return answered.reason === "decided" ? said("festivals.toast.decided") : notYours;
    }
    default:
      return doAboutLead(db, viewer, festival, wish, deps);
  }
}

type ByMailWish = Extract<HostWish, { form: "by-mail" | "resend" | "withdraw-mail" }>;

async function doByMail(
  db: Database,
  viewer: Asking,
  festival: Festival,
  wish: ByMailWish,
  deps: Deps,
): Promise<Done> {
  switch (wish.form) {
    case "by-mail": {
      const invited = await inviteByMail(db, viewer, festival, wish, deps);
      if (invited.ok) return said(invited.already ? "hosting.toast.mailedAlready" : "hosting.toast.mailed");
      if (invited.reason === "here")
        return { ok: false, field: "email", key: "hosting.errors.here", values: { name: invited.name } };
      return invited.reason === "forbidden" ? notYours : { ok: false, key: "hosting.errors.tooMany" };
    }
    case "resend": {
      const resent = await resendInvitation(db, viewer, festival, wish.id, deps);
      if (resent.ok) return said("hosting.toast.resent");
      if (resent.reason === "forbidden") return notYours;
      return said(resent.reason === "just-sent" ? "hosting.toast.justSent" : "hosting.toast.answered");
    }
    case "withdraw-mail": {
      const withdrawn = await withdrawByMail(db, viewer, festival, wish.id, deps);
      if (withdrawn.ok) return said("festivals.toast.withdrawn");
      return withdrawn.reason === "forbidden" ? notYours : said("festivals.toast.withdrawnTooLate");
    }
  }
}

type LeadWish = Extract<HostWish, { form: "offer-lead" | "withdraw-lead" | "take-lead" | "refuse-lead" }>;

async function doAboutLead(
  db: Database,
  viewer: Asking,
  festival: Festival,
  wish: LeadWish,
  deps: Deps,
): Promise<Done> {
  switch (wish.form) {
    case "offer-lead": {
      const offered = await offerLead(db, viewer, festival, wish.organisationId, deps);
      if (!offered.ok) return notYours;
      return said(offered.already ? "hosting.toast.offeredAlready" : "hosting.toast.offered");
    }
    case "withdraw-lead": {
      const withdrawn = await withdrawLeadOffer(db, viewer, festival);
      return withdrawn.ok ? said("hosting.toast.offerWithdrawn") : notYours;
    }
    default: {
      const takes = wish.form === "take-lead";
      const answered = await answerLeadOffer(db, viewer, festival, takes, deps);
      if (answered.ok) return said(takes ? "hosting.toast.leadTaken" : "hosting.toast.leadRefused");
      return answered.reason === "no-offer" ? said("hosting.toast.noOffer") : notYours;
    }
  }
}
