import { describe, expect, test } from "vitest";
import { embedQuery, readEmbedWish, snippetsOf } from "./embed.ts";

const read = (query: string) => readEmbedWish(new URLSearchParams(query));

describe("a programme in a frame", () => {
  test("reads host, track, day, language and theme from its address, and writes them back", () => {
    const query = "?day=2027-01-11&host=lumen&track=Craft&view=list&lang=nl&theme=dark";
    expect(embedQuery(read(query))).toBe(query);
    expect(embedQuery(read(""))).toBe("");
  });

  test("knows no favourites, no paper, and no language or theme that there is not", () => {
    expect(read("?favourites=on&print=on&lang=xx&theme=pink")).toEqual(read(""));
  });
});

describe("what a partner copies", () => {
  const festival = { slug: "spring", name: 'The "spring" <of> us & you' };
  const snippets = snippetsOf("https://learn.example", festival, read("?host=lumen&lang=nl&theme=dark&q=x"));
  const parsed = (html: string) =>
    Object.fromEntries([...html.matchAll(/([\w-]+)="([^"]*)"/g)].map((m) => [m[1], m[2]]));

  test("is one script tag", () => {
    expect(parsed(snippets.script)).toEqual({
      src: "https://learn.example/embed.js",
      "data-festival": "spring",
      "data-title": "The &quot;spring&quot; &lt;of> us &amp; you",
      "data-host": "lumen",
      "data-lang": "nl",
      "data-theme": "dark",
    });
  });

  test("or one frame", () => {
    expect(parsed(snippets.frame)).toMatchObject({
      src: "https://learn.example/festivals/spring/embed?host=lumen&amp;q=x&amp;lang=nl&amp;theme=dark",
      title: "The &quot;spring&quot; &lt;of> us &amp; you",
    });
  });
});
