import type { IncomingMessage, ServerResponse } from "node:http";
import type { RequestContext } from "../context.ts";

/** What a handler says of a request that it leaves to Remix, having written nothing. */
export const leftToRemix = Symbol("left to Remix");

/**
 * Answers a request before Remix sees it, or leaves it to Remix. `params` are decoded; a throw is logged and answered
 * with 500.
 */
export type RawHandler = (
  request: IncomingMessage,
  response: ServerResponse,
  params: Record<string, string>,
  context: RequestContext,
) => Promise<unknown>;

export interface RawRoute {
  /** `/festivals/:festival.ics`; a parameter ends at a slash or at the text behind it. */
  path: string;
  methods: readonly string[];
  handler: RawHandler;
}
