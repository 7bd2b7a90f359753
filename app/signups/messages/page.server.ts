import type { Database } from "#db/connect.ts";
import type { Festival } from "~/festivals/festival.ts";
import type { Viewer } from "~/people/viewer.server.ts";
import type { Config } from "~/platform/config.ts";
import { isLocale, type Locale } from "~/platform/i18n/languages.ts";
import { type Instant, isBefore } from "~/platform/time.ts";
import { listSessions } from "~/sessions/find.server.ts";
import { mayHandle } from "./access.ts";
import { findReach } from "./audience.server.ts";
import { audienceKey } from "./audience.ts";
import { findDeliveries } from "./delivery.server.ts";
import { mayChange } from "./message.ts";
import { previewMessage } from "./message-mail.server.ts";
import { findMessage, type Message } from "./messages.server.ts";
import { listTargets, targetOf } from "./targets.ts";

/** A message with its session list, for what is asked about it; 404 where this festival has none such. */
export async function requireMessage(db: Database, festival: Festival, id: string | undefined) {
  const message = await findMessage(db, festival.id, id ?? "");
  if (!message) throw new Response("Not found", { status: 404 });
  return { message, sessions: await listSessions(db, { festivalId: festival.id }) };
}

/** One message: how it looks, who gets it, and, once it left, who got it. */
export async function findMessagePage(
  db: Database,
  { viewer, festival, locale }: { viewer: Viewer; festival: Festival; locale: Locale },
  id: string | undefined,
  query: URLSearchParams,
  { config, now }: { config: Pick<Config, "publicUrl">; now: Instant },
) {
  const { organisationId } = viewer;
  if (!organisationId) throw new Response("Forbidden", { status: 403 });
  const { message, sessions } = await requireMessage(db, festival, id);
  const target = targetOf(message.audience, festival, sessions);
  const asked = query.get("in");
  const language = isLocale(asked) ? asked : locale;
  const handles = mayHandle(viewer, festival, message, sessions);
  const status = isLeaving(message, now) ? "sending" : message.status;
  const left = status === "sending" || status === "sent";
  return {
    message: { ...shown(message), status },
    target,
    mayHandle: handles,
    changing: handles && mayChange(status) && query.has("change"),
    targets: handles ? listTargets(viewer, festival, sessions) : [],
    preview: { language, ...(await previewMessage({ message, festival, target }, language, config)) },
    reach: message.status === "sent" ? null : await findReach(db, message.id, organisationId),
    report: left ? await findDeliveries(db, message.id, organisationId) : null,
  };
}

/** Its time has come, and the next sweep takes it. */
const isLeaving = ({ status, sendAt }: Message, now: Instant) =>
  status === "outbox" && sendAt !== null && !isBefore(now, sendAt);

const shown = ({ id, audience, waiting, subject, body, sendAt, sentAt, author }: Message) => ({
  ...{ id, waiting, subject, body, sendAt, sentAt },
  to: audienceKey(audience),
  author: author && { name: author.name, organisation: author.organisation },
});
