import type { ChatKind } from "#db/schema/channels.ts";
import { escapeHtml } from "~/ui/html.ts";
import type { Announcement } from "./announcement.ts";
import { escapeMarkdown, escapeSlack, harmless } from "./harmless.ts";

type Payload = Record<string, unknown>;

/** What an incoming webhook of each kind takes: https://api.slack.com/messaging/webhooks and its neighbours. */
const builders: Record<ChatKind, (announcement: Announcement) => Payload> = {
  slack,
  teams,
  mattermost,
  "google-chat": googleChat,
};

/** The message of an announcement for a kind of channel; nobody is called by it, whatever was typed. */
export function payloadFor(kind: ChatKind, announcement: Announcement): Payload {
  const { series, title, lines, link } = announcement;
  return builders[kind]({
    series: harmless(series, 100),
    title: harmless(title),
    lines: lines.map((line) => harmless(line, 300)),
    link,
  });
}

/** Plain text elements know no mentions and no format; the link alone is in Slack's own markup. */
function slack({ series, title, lines, link }: Announcement): Payload {
  const plain = (text: string) => ({ type: "plain_text", text, emoji: false });
  return {
    text: escapeSlack(`${series}: ${title}`),
    mrkdwn: false,
    link_names: false,
    unfurl_links: false,
    unfurl_media: false,
    blocks: [
      { type: "header", text: plain(title) },
      { type: "section", text: plain([...lines, series].join("\n")) },
      {
        type: "context",
        elements: [
          { type: "mrkdwn", text: `<${encodeURI(link.url)}|${escapeSlack(link.words)}>`, verbatim: true },
        ],
      },
    ],
  };
}

/** An Adaptive Card, as a Workflow of Teams posts it. Text runs know no Markdown, and nobody is in its entities. */
function teams({ series, title, lines, link }: Announcement): Payload {
  const run = (text: string, style: object = {}) => ({
    type: "RichTextBlock",
    inlines: [{ type: "TextRun", text, ...style }],
  });
  return {
    type: "message",
    attachments: [
      {
        contentType: "application/vnd.microsoft.card.adaptive",
        contentUrl: null,
        content: {
          $schema: "http://adaptivecards.io/schemas/adaptive-card.json",
          type: "AdaptiveCard",
          version: "1.4",
          body: [
            run(series, { isSubtle: true }),
            run(title, { size: "Large", weight: "Bolder" }),
            ...lines.map((line) => run(line)),
          ],
          actions: [{ type: "Action.OpenUrl", title: link.words, url: link.url }],
        },
      },
    ],
  };
}

function mattermost({ series, title, lines, link }: Announcement): Payload {
  const words = [`**${escapeMarkdown(title)}**`, ...lines.map(escapeMarkdown), `_${escapeMarkdown(series)}_`];
  return { text: [...words, `[${escapeMarkdown(link.words)}](${encodeURI(link.url)})`].join("\n") };
}

/** A card: mentions work in messages alone, and the little HTML that its text knows is escaped. */
function googleChat({ series, title, lines, link }: Announcement): Payload {
  const text = [`<b>${escapeHtml(title)}</b>`, ...lines.map(escapeHtml)].join("<br>");
  return {
    fallbackText: `${series}: ${title}`,
    cardsV2: [
      {
        cardId: "lecture",
        card: {
          header: { title: series },
          sections: [
            {
              widgets: [
                { textParagraph: { text } },
                { buttonList: { buttons: [{ text: link.words, onClick: { openLink: { url: link.url } } }] } },
              ],
            },
          ],
        },
      },
    ],
  };
}
