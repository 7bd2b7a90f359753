import type { LoaderFunctionArgs } from "@remix-run/node";
import { listOutbox } from "~/platform/mail/outbox.server.ts";
import { requireOutbox } from "~/platform/mail/outbox-access.ts";

/** For everybody, where there is an outbox. */
export async function loader({ context }: LoaderFunctionArgs) {
  requireOutbox(context.config);
  return Response.json(await listOutbox(context.db), { headers: { "Cache-Control": "no-store" } });
}
