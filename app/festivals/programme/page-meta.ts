import type { MetaDescriptor } from "@remix-run/node";
import { product } from "~/platform/product.ts";

export interface About {
  title: string;
  description: string;
  /** Absolute, without what narrows or sorts. */
  url: string;
  /** Whether a stranger may see it: nothing is said to others who ask for a preview. */
  isPublic: boolean;
}

const longest = 200;

/** What the page is called and how it shows where it is shared. */
export function pageMeta(about: About | undefined): MetaDescriptor[] {
  if (!about) return [{ title: product.name }];
  const title = `${about.title} · ${product.name}`;
  if (!about.isPublic) return [{ title }, { name: "robots", content: "noindex" }];
  const description = shorten(about.description);
  return [
    { title },
    { tagName: "link", rel: "canonical", href: about.url },
    { name: "description", content: description },
    { property: "og:type", content: "website" },
    { property: "og:site_name", content: product.name },
    { property: "og:title", content: about.title },
    { property: "og:description", content: description },
    { property: "og:url", content: about.url },
    { name: "twitter:card", content: "summary" },
  ];
}

/** The beginning of a text on one line, ended at a word. */
export function shorten(text: string): string {
  const line = text.replace(/\s+/g, " ").trim();
  if (line.length <= longest) return line;
  return `${line.slice(0, line.lastIndexOf(" ", longest) + 1 || longest).trim()}…`;
}
