import type { ChatKind } from "#db/schema/channels.ts";
import type { Platform } from "~/platform/context.ts";
import { fetchPublic } from "~/platform/http/fetch-public.server.ts";
import { publicOnly } from "~/platform/http/public-address.ts";
import type { Announcement } from "./announcement.ts";
import { judge, type Posted } from "./outcome.ts";
import { payloadFor } from "./payloads.ts";

/** Posts a message to a channel's address: ten seconds, 64 kB of answer, public addresses alone, no redirect. */
export async function post(
  { config, outbound, now }: Pick<Platform, "config" | "outbound" | "now">,
  channel: { kind: ChatKind; url: string },
  announcement: Announcement,
): Promise<Posted> {
  const request = {
    method: "POST" as const,
    headers: { "content-type": "application/json; charset=utf-8" },
    body: JSON.stringify(payloadFor(channel.kind, announcement)),
  };
  const rules = { ...publicOnly, ports: config.outboundPorts };
  const answer = await fetchPublic(channel.url, request, {
    timeoutMs: 10_000,
    maxBytes: 65_536,
    rules,
    ...outbound,
  });
  return judge(answer, now());
}
