import type { Database } from "#db/connect.ts";
import { messageRecipients, messages } from "#db/schema/index.ts";
import { type Given, type Making, single, withDefaults } from "../making.ts";

type NewMessage = typeof messages.$inferInsert;
type NewRecipient = typeof messageRecipients.$inferInsert;

/** A draft to all attendees. */
export async function makeMessage(
  db: Database,
  given: Given<NewMessage, "festivalId">,
  making: Partial<Making> = {},
) {
  const { ids, now } = withDefaults(making);
  return single(
    await db
      .insert(messages)
      .values({
        ...{ id: ids.uuid(), audience: { kind: "festival" }, status: "draft" },
        ...{ subject: "Lunch", body: "It is on the roof.", createdAt: now, updatedAt: now },
        ...given,
      })
      .returning(),
  );
}

/** Those a message was sent to. */
export async function makeRecipients(
  db: Database,
  given: Given<NewRecipient, "messageId" | "personId">[],
  making: Partial<Making> = {},
) {
  const { now } = withDefaults(making);
  if (given.length > 0)
    await db.insert(messageRecipients).values(given.map((one) => ({ queuedAt: now, ...one })));
}
