import type { Database } from "#db/connect.ts";
import type { Festival } from "~/festivals/festival.ts";
import { planMails } from "~/festivals/review/outgoing.server.ts";
import { listBouncedPeople } from "~/people/bounced.server.ts";
import type { Viewer } from "~/people/viewer.server.ts";
import { listSessions } from "~/sessions/find.server.ts";
import { mayHandle } from "./access.ts";
import { countReaders } from "./audience.server.ts";
import { countDeliveries } from "./delivery.server.ts";
import { type Deliveries, noDeliveries } from "./message.ts";
import { listMessages, type Message } from "./messages.server.ts";
import { type Target, targetOf } from "./targets.ts";

export interface MessageLine {
  id: string;
  subject: string;
  target: Target;
  waiting: boolean;
  status: Message["status"];
  /** Null when their account is gone. */
  author: { name: string; organisation: string | null } | null;
  sendAt: string | null;
  sentAt: string | null;
  /** How many get it, as things stand. */
  readers: number;
  deliveries: Deliveries;
  mayHandle: boolean;
}

/** All that organisers write or are about to send for this festival; in as many queries however much it is. */
export async function findMessagesPage(db: Database, viewer: Viewer, festival: Festival) {
  const messages = await listMessages(db, festival.id);
  const sessions = await listSessions(db, { festivalId: festival.id });
  const open = messages.filter(({ status }) => status !== "sent").map(({ id }) => id);
  const left = messages.filter(({ status }) => status === "sent" || status === "sending").map(({ id }) => id);
  const readers = await countReaders(db, open);
  const deliveries = await countDeliveries(db, left);
  const bounced = viewer.organisationId ? await listBouncedPeople(db, viewer.organisationId) : [];
  const { outgoing } = await planMails(db, festival);
  const lines = messages.map((message): MessageLine => {
    const { id, subject, waiting, status, sendAt, sentAt, author } = message;
    return {
      ...{ id, subject, waiting, status, sendAt, sentAt },
      target: targetOf(message.audience, festival, sessions),
      author: author && { name: author.name, organisation: author.organisation },
      readers: readers.get(id) ?? 0,
      deliveries: deliveries.get(id) ?? noDeliveries,
      mayHandle: mayHandle(viewer, festival, message, sessions),
    };
  });
  const having = (...statuses: Message["status"][]) =>
    lines.filter(({ status }) => statuses.includes(status));
  return {
    outbox: having("outbox", "sending").toSorted((a, b) => ((a.sendAt ?? "") < (b.sendAt ?? "") ? -1 : 1)),
    drafts: having("draft", "withdrawn"),
    sent: having("sent"),
    bounced,
    decisionMails: outgoing.reduce((sum, { addressees }) => sum + addressees.length, 0),
  };
}
