import { readForm } from "./form.server.ts";

/**
 * A form with files, held in memory. Reading stops as soon as the body is larger than `most` bytes, whatever
 * its Content-Length says; the answer is null then.
 */
export async function readFormWithin(request: Request, most: number): Promise<FormData | null> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  // Node's streams can be iterated; the DOM's types do not know it.
  for await (const chunk of (request.body ?? []) as unknown as AsyncIterable<Uint8Array>) {
    size += chunk.byteLength;
    if (size > most) return null;
    chunks.push(chunk);
  }
  const type = request.headers.get("content-type") ?? "";
  return readForm(new Response(Buffer.concat(chunks), { headers: { "content-type": type } }));
}
