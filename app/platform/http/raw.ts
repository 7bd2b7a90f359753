import type { IncomingMessage, ServerResponse } from "node:http";
import type { RequestContext } from "../context.ts";

/** Answers a request before Remix sees it. `params` are decoded; a throw is logged and answered with 500. */
export type RawHandler = (
  request: IncomingMessage,
  response: ServerResponse,
  params: Record<string, string>,
  context: RequestContext,
) => Promise<void>;

export interface RawRoute {
  /** `/festivals/:festival.ics`; a parameter ends at a slash or at the text behind it. */
  path: string;
  methods: readonly string[];
  handler: RawHandler;
}
