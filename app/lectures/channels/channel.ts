import { z } from "zod";
import { type ChatKind, chatKinds } from "#db/schema/channels.ts";
import { readAddress } from "~/platform/http/public-address.ts";
import { locales } from "~/platform/i18n/languages.ts";

/** Hours before a lecture at which a channel can be told. */
export const leads = ["1", "3", "24", "48", "168"] as const;

export const channelForm = z.object({
  kind: z.enum(chatKinds),
  name: z.string().trim().min(2).max(80),
  url: z.string().trim().min(12).max(2000),
  language: z.enum(locales),
  hoursBefore: z.enum(leads).transform(Number),
});
export type ChannelFields = z.output<typeof channelForm>;

/** Hosts at which each kind hands out its addresses. Mattermost runs anywhere. */
const hostsOf: Record<Exclude<ChatKind, "mattermost">, RegExp> = {
  slack: /(^|\.)slack(-gov)?\.com$/,
  teams: /(^|\.)(logic\.azure\.com|powerplatform\.com|webhook\.office\.com)$/,
  "google-chat": /^chat\.googleapis\.com$/,
};

/** The kind of channel that gave out an address, where its host tells. */
export function kindOfAddress(url: string): ChatKind | null {
  if (!URL.canParse(url)) return null;
  const { hostname } = new URL(url);
  return (
    (Object.keys(hostsOf) as (keyof typeof hostsOf)[]).find((kind) => hostsOf[kind].test(hostname)) ?? null
  );
}

/** An address as organisers may see it: whoever has the whole of it can post there. */
export function maskAddress(url: string): string {
  const host = URL.canParse(url) ? new URL(url).host : "";
  // Of a short one four letters would be most of it.
  const tail = url.length >= 40 ? url.slice(-4) : "";
  return `${host}/…${tail}`;
}

/** What is wrong with an address before anything is sent to it; null when nothing is. */
export function addressFault(
  { kind, url }: Pick<ChannelFields, "kind" | "url">,
  rules: Parameters<typeof readAddress>[1],
): { key: string; values?: Record<string, string> } | null {
  const read = readAddress(url, rules);
  if (!read.ok) return { key: `visible.fault.${read.fault}` };
  const other = kindOfAddress(url);
  if (other && other !== kind) return { key: "visible.channels.otherKind" };
  return null;
}
