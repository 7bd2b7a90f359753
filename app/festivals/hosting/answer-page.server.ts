import type { z } from "zod";
import type { Database } from "#db/connect.ts";
import { isOrganiser } from "~/people/access.ts";
import type { Viewer } from "~/people/viewer.server.ts";
import type { Reader } from "~/platform/http/reader.server.ts";
import type { Ids } from "~/platform/ids.ts";
import type { Instant } from "~/platform/time.ts";
import { acceptedHosts, leadOf } from "../festival.ts";
import {
  type Accepted,
  declineByMail,
  findByToken,
  foundAndHost,
  hostsAlready,
  hostWithOwn,
  type MailedInvitation,
} from "./answer-by-mail.server.ts";
import type { answerForms } from "./answer-forms.ts";

const loginPathOf = (email: string, to: string) => `/login?${new URLSearchParams({ email, to })}`;

/** What the page of an invitation's link shows. */
export async function findAnswerPage(db: Database, token: string, viewer: Viewer | null, now: Instant) {
  const invitation = await findByToken(db, token, now);
  if (!invitation) return { open: false as const, state: "open" as const, names: {}, signIn: null };
  const { festival, state, email, home } = invitation;
  const lead = leadOf(festival);
  const organise = `/festivals/${festival.slug}/organise/hosts`;
  if (state !== "open") {
    const names = { lead, festival: festival.name, email };
    return { open: false as const, state, names, signIn: loginPathOf(email, organise) };
  }
  const { name, language, startsOn, endsOn, outcome } = festival;
  const { organisationName, message, invitedBy } = invitation;
  return {
    open: true as const,
    festival: { name, language, startsOn, endsOn, outcome },
    hosts: acceptedHosts(festival),
    ...{ lead, organisationName, message, invitedBy, email },
    home: home?.name ?? null,
    standing: standingOf(invitation, viewer),
    wrongPerson: viewer && viewer.email !== email ? viewer.email : null,
    loginPath: loginPathOf(email, `/host-invitations/${token}`),
  };
}

/** How the one who looks stands to the organisation that the invited address belongs to; null when to none. */
function standingOf(
  { festival, home, email }: MailedInvitation,
  viewer: Viewer | null,
): "hosts" | "stranger" | "may" | "member" | null {
  if (!home) return null;
  if (hostsAlready(festival, home.id)) return "hosts";
  if (viewer?.email !== email || viewer.organisationId !== home.id) return "stranger";
  return isOrganiser(viewer) ? "may" : "member";
}

export type AnsweredByMail =
  | { ok: true; kind: "hosting"; already: boolean; festivalSlug: string; festival: string; email: string }
  | { ok: true; kind: "declined"; lead: string }
  /** Without a key the page itself says what is the matter. */
  | { ok: false; key: string | null; field?: string; values?: Record<string, string> };

type Wish = z.output<typeof answerForms>;

interface Answering {
  ids: Ids;
  now: Instant;
  /** Whose language and zone a new organisation begins with. */
  reader: Reader;
}

/** What was sent from that page, done. */
export async function answerByMail(
  db: Database,
  token: string,
  viewer: Viewer | null,
  wish: Wish,
  answering: Answering,
): Promise<AnsweredByMail> {
  const { now } = answering;
  const invitation = await findByToken(db, token, now);
  if (!invitation) return { ok: false, key: null };
  const { festival, email } = invitation;
  if (wish.form === "decline") {
    const declined = await declineByMail(db, token, wish.reason, { now });
    return declined.ok ? { ok: true, kind: "declined", lead: leadOf(festival) } : { ok: false, key: null };
  }
  const accepted = await accept(db, token, viewer, wish, answering);
  if (accepted.ok) return { ...accepted, kind: "hosting", festival: festival.name };
  if (accepted.reason === "name-taken")
    return { ok: false, field: "organisation", key: "hosting.errors.nameTaken" };
  if (accepted.reason === "elsewhere")
    return { ok: false, key: "hosting.errors.elsewhere", values: { email } };
  return { ok: false, key: null };
}

async function accept(
  db: Database,
  token: string,
  viewer: Viewer | null,
  wish: Exclude<Wish, { form: "decline" }>,
  { ids, now, reader }: Answering,
): Promise<Accepted> {
  if (wish.form === "own")
    return viewer ? hostWithOwn(db, token, viewer, { now }) : { ok: false, reason: "forbidden" };
  const { organisation: name, colour, name: founder } = wish;
  const organisation = { name, colour, language: reader.locale, timeZone: reader.timeZone };
  return foundAndHost(db, token, { organisation, founder: { name: founder } }, { ids, now });
}
