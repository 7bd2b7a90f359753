import { cleanText } from "../text.ts";

/**
 * The JSON of a request's body without control characters; null where it is longer than so many bytes, or none.
 */
export async function readJsonWithin(request: Request, most: number): Promise<unknown> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  try {
    // Node's streams can be iterated; the DOM's types do not know it.
    for await (const chunk of (request.body ?? []) as unknown as AsyncIterable<Uint8Array>) {
      size += chunk.byteLength;
      if (size > most) return null;
      chunks.push(chunk);
    }
    return JSON.parse(Buffer.concat(chunks).toString("utf8"), (_key, value: unknown) =>
      typeof value === "string" ? cleanText(value) : value,
    );
  } catch {
    return null;
  }
}
