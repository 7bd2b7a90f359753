import type { Festival } from "~/festivals/festival.ts";
import type { Viewer } from "~/people/viewer.server.ts";
import { mayWriteTo, type SessionOfHost } from "./audience.ts";
import type { Message } from "./messages.server.ts";

/** Whoever may write to its readers may change, send, stop and throw away a message; all organisers read it. */
export function mayHandle(
  viewer: Viewer,
  festival: Festival,
  message: Pick<Message, "audience">,
  sessions: readonly SessionOfHost[],
): boolean {
  return mayWriteTo(viewer, festival, message.audience, sessions);
}
