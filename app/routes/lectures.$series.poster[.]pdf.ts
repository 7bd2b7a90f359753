import { createHash } from "node:crypto";
import type { LoaderFunctionArgs } from "@remix-run/node";
import { keptPdf } from "~/lectures/poster/kept-pdf.server.ts";
import { openPoster } from "~/lectures/poster/poster.server.ts";

/** For everybody who may see the series. What only its hosts may see is kept by nobody on the way. */
export async function loader(args: LoaderFunctionArgs) {
  const { series, words, locale, asOf, isPublic } = await openPoster(args);
  const facts = { words, locale, asOf };
  const etag = `"${createHash("sha256").update(JSON.stringify(facts)).digest("base64url")}"`;
  const headers = {
    "Content-Type": "application/pdf",
    "Content-Disposition": `inline; filename="${series.slug}-${locale}.pdf"`,
    "Cache-Control": isPublic ? "public, max-age=300" : "private, no-store",
    ETag: etag,
  };
  const known: string[] = args.request.headers.get("if-none-match")?.match(/"[^"]*"/g) ?? [];
  if (known.includes(etag)) return new Response(null, { status: 304, headers });
  return new Response(new Uint8Array(await keptPdf(etag, facts)), { headers });
}
