import { product } from "./product.ts";

/** Remix's `meta` for a page whose loader says its `title`. */
export function titled({ data }: { data: unknown }) {
  const title = (data as { title?: unknown } | null | undefined)?.title;
  return [{ title: typeof title === "string" ? `${title} · ${product.name}` : product.name }];
}

/** Remix's `headers` for pages about one person: nobody keeps them, and an action's own headers come along. */
export function neverKept({ actionHeaders }: { actionHeaders: Headers }) {
  const headers = new Headers(actionHeaders);
  headers.set("Cache-Control", "no-store");
  return headers;
}
