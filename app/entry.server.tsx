import { Transform } from "node:stream";
import { type AppLoadContext, createReadableStreamFromReadable, type EntryContext } from "@remix-run/node";
import { RemixServer } from "@remix-run/react";
import { renderToPipeableStream } from "react-dom/server";
import { isDatabaseAway } from "#db/connect.ts";

const abortAfter = 10_000;

/** Pages are sent whole: what fails while rendering becomes an error page, not half a page. */
export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  remixContext: EntryContext,
  context: AppLoadContext,
) {
  if (context.databaseAway) status = sayAway(remixContext);
  return new Promise<Response>((resolve, reject) => {
    let failed = false;
    const { pipe, abort } = renderToPipeableStream(
      <RemixServer context={remixContext} url={request.url} nonce={context.nonce} abortDelay={abortAfter} />,
      {
        nonce: context.nonce,
        onAllReady() {
          const body = withoutZeros();
          headers.set("Content-Type", "text/html; charset=utf-8");
          if (!headers.has("Cache-Control")) headers.set("Cache-Control", "private, no-cache");
          resolve(
            new Response(createReadableStreamFromReadable(body), { headers, status: failed ? 500 : status }),
          );
          pipe(body);
        },
        onShellError: reject,
        onError(error) {
          failed = true;
          context.log.error({ err: error }, "rendering failed");
        },
      },
    );
    setTimeout(abort, abortAfter + 1000).unref();
  });
}

/** Of an error the page learns nothing; of a status it knows what to say. */
function sayAway({ staticHandlerContext }: EntryContext): number {
  const status = 503;
  for (const route of Object.keys(staticHandlerContext.errors ?? {}))
    if (staticHandlerContext.errors)
      staticHandlerContext.errors[route] = { status, statusText: "", internal: false, data: null };
  return status;
}

/** React 18 puts zero bytes where a character of several bytes meets the end of its buffer; text has none. */
function withoutZeros(): Transform {
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      done(null, chunk.includes(0) ? Buffer.from(chunk.filter((byte) => byte !== 0)) : chunk);
    },
  });
}

export function handleError(
  error: unknown,
  { request, context }: { request: Request; context: AppLoadContext },
) {
  if (isDatabaseAway(error)) context.databaseAway = true;
  if (!request.signal.aborted) context.log.error({ err: error }, "request failed");
}
