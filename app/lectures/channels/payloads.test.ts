import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type ChatKind, chatKinds } from "#db/schema/channels.ts";
import type { Announcement } from "./announcement.ts";
import { payloadFor } from "./payloads.ts";

const said = (changes: Partial<Announcement> = {}): Announcement => ({
  series: "At the coffee machine",
  title: "An agenda in three verbs",
  lines: ["Hannah Clarke, Kade", "Tomorrow, Thu 26 Nov, 10:30–10:40 · Coffee corner"],
  link: { url: "https://percolate.example/lectures/coffee-machine/2026-11-26", words: "About this lecture" },
  ...changes,
});

test("Slack takes blocks of plain text, with a link of ours", () => {
  expect(payloadFor("slack", said())).toEqual({
    text: "At the coffee machine: An agenda in three verbs",
    mrkdwn: false,
    link_names: false,
    unfurl_links: false,
    unfurl_media: false,
    blocks: [
      { type: "header", text: { type: "plain_text", text: "An agenda in three verbs", emoji: false } },
      {
        type: "section",
        text: {
          type: "plain_text",
          text: "Hannah Clarke, Kade\nTomorrow, Thu 26 Nov, 10:30–10:40 · Coffee corner\nAt the coffee machine",
          emoji: false,
        },
      },
      {
        type: "context",
        elements: [
          {
            type: "mrkdwn",
            text: "<https://percolate.example/lectures/coffee-machine/2026-11-26|About this lecture>",
            verbatim: true,
          },
        ],
      },
    ],
  });
});

test("Teams takes an Adaptive Card whose texts know no Markdown", () => {
  const { type, attachments } = payloadFor("teams", said()) as {
    type: string;
    attachments: {
      contentType: string;
      content: { type: string; version: string; body: object[]; actions: object[] };
    }[];
  };
  expect(type).toBe("message");
  expect(attachments.map(({ contentType }) => contentType)).toEqual([
    "application/vnd.microsoft.card.adaptive",
  ]);
  const { content } = attachments[0]!;
  expect(content).toMatchObject({ type: "AdaptiveCard", version: "1.4" });
  expect(content.body.map((block) => (block as { type: string }).type)).toEqual(
    Array(4).fill("RichTextBlock"),
  );
  expect(content.actions).toEqual([
    {
      type: "Action.OpenUrl",
      title: "About this lecture",
      url: "https://percolate.example/lectures/coffee-machine/2026-11-26",
    },
  ]);
});

test("Mattermost takes Markdown", () => {
  expect(payloadFor("mattermost", said({ lines: ["Hannah Clarke, Kade"] }))).toEqual({
    text: "**An agenda in three verbs**\nHannah Clarke, Kade\n_At the coffee machine_\n[About this lecture](https://percolate.example/lectures/coffee-machine/2026-11-26)",
  });
});

test("Google Chat takes a card", () => {
  const { cardsV2, fallbackText } = payloadFor("google-chat", said()) as {
    fallbackText: string;
    cardsV2: { card: { header: object; sections: { widgets: object[] }[] } }[];
  };
  expect(fallbackText).toBe("At the coffee machine: An agenda in three verbs");
  expect(cardsV2[0]!.card.header).toEqual({ title: "At the coffee machine" });
  expect(cardsV2[0]!.card.sections[0]!.widgets[0]).toEqual({
    textParagraph: {
      text: "<b>An agenda in three verbs</b><br>Hannah Clarke, Kade<br>Tomorrow, Thu 26 Nov, 10:30–10:40 · Coffee corner",
    },
  });
});

const orders = [
  "@channel",
  "@here",
  "@everyone",
  "@all",
  "@hannah",
  "<!channel>",
  "<!everyone>",
  "<!subteam^S1>",
  "<@U123>",
  "<#C123>",
  "<users/all>",
  "<at>Hannah</at>",
  "<https://evil.example|free coffee>",
  "&lt;!channel&gt;",
];

/** Every text of a message, whatever its shape. */
function textsIn(value: unknown): string[] {
  if (typeof value === "string") return [value];
  if (Array.isArray(value)) return value.flatMap(textsIn);
  return value && typeof value === "object" ? Object.values(value).flatMap(textsIn) : [];
}

describe.each(chatKinds)("in %s", (kind: ChatKind) => {
  test.each(orders)("%s typed as topic, name or series calls nobody and links nowhere", (order) => {
    const payload = payloadFor(kind, said({ title: order, lines: [order], series: order }));
    const ours = /<https:\/\/percolate\.example\/[^<>|]*\|About this lecture>|<b>|<\/b>|<br>/g;
    const texts = textsIn(payload).map((text) => text.replace(ours, ""));
    for (const text of texts) {
      expect(text).not.toMatch(/@(?!\u200b)/);
      expect(text).not.toMatch(/[<>]/);
      expect(text).not.toContain("https://evil.example");
    }
    expect(JSON.stringify(payload)).not.toContain('"entities"');
  });

  test("whatever is typed makes one message of its own shape and of bearable length", () => {
    const text = fc.string({ unit: "binary", maxLength: 5000 });
    fc.assert(
      fc.property(text, text, text, (title, line, series) => {
        const payload = payloadFor(kind, said({ title, lines: [line, line], series }));
        expect(JSON.stringify(payload).length).toBeLessThan(12_000);
        for (const found of textsIn(payload)) expect(found).not.toMatch(/@(?!\u200b)/);
      }),
      { numRuns: 50 },
    );
  });
});

test.each([
  ["*bold* _slanted_ ~gone~", "\\*bold\\* \\_slanted\\_ \\~gone\\~"],
  ["[free coffee](https://evil.example)", "\\[free coffee\\]\\(https:\u200b//evil\\.example\\)"],
  ["# shout", "\\# shout"],
  ["`code` | table", "\\`code\\` \\| table"],
  ["![x](y)", "\\!\\[x\\]\\(y\\)"],
  [":smile:", ":\u200bsmile:"],
  ["one\n\n# two", "one \\# two"],
  ["a \\ b", "a \\\\ b"],
])("Mattermost shows %j as it was typed", (title, shown) => {
  const { text } = payloadFor("mattermost", said({ title })) as { text: string };
  expect(text.split("\n")[0]).toBe(`**${shown}**`);
});

test("Google Chat shows what looks like HTML", () => {
  const texts = textsIn(payloadFor("google-chat", said({ title: `<b>"R&D"</b>` })));
  expect(texts.join("\n")).toContain("<b>‹b›&quot;R&amp;D&quot;‹/b›</b>");
});

test("a long topic is cut between letters, within what Slack's header takes", () => {
  const { blocks } = payloadFor("slack", said({ title: "😀".repeat(400) })) as {
    blocks: { text: { text: string } }[];
  };
  const header = blocks[0]!.text.text;
  expect([...header]).toHaveLength(150);
  expect(header.endsWith("😀…")).toBe(true);
});
