import { createHash } from "node:crypto";
import type { LoaderFunctionArgs } from "@remix-run/node";
import { findLogo } from "~/people/logos.server.ts";

/**
 * For everybody: a logo stands beside a name on public pages. Its bytes came from outside, so a browser is told
 * to take it for nothing but the picture it was checked to be.
 */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const logo = await findLogo(context.db, params.organisation ?? "");
  if (!logo) throw new Response("Not found", { status: 404 });
  const etag = `"${createHash("sha256").update(logo.content).digest("base64url")}"`;
  const headers = {
    "Content-Type": logo.mediaType,
    "Content-Security-Policy": "default-src 'none'; sandbox",
    "X-Content-Type-Options": "nosniff",
    "Cache-Control": "public, max-age=300",
    ETag: etag,
  };
  const known = request.headers
    .get("if-none-match")
    ?.split(",")
    .map((tag) => tag.trim().replace(/^W\//, ""));
  if (known?.includes(etag)) return new Response(null, { status: 304, headers });
  return new Response(new Uint8Array(logo.content), { headers });
}
