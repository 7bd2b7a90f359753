import { useText } from "~/platform/i18n/text.tsx";
import { Inline, TextLink } from "~/ui/index.ts";
import { StatusOfMessage } from "./message-status.tsx";
import type { Message } from "./messages.server.ts";
import { targetWords } from "./target-words.ts";
import type { Target } from "./targets.ts";

export interface MessageHeadProps {
  message: Pick<Message, "subject" | "status" | "sendAt" | "sentAt" | "waiting"> & {
    author: { name: string; organisation: string | null } | null;
  };
  target: Target;
  list: string;
  /** It looks again by itself where script runs. */
  moving: boolean;
}

/** What message this is, to whom, by whom, and when it left. */
export function MessageHead({ message, target, list, moving }: MessageHeadProps) {
  const text = useText();
  const { t, format } = text;
  const { author, sendAt, sentAt } = message;
  return (
    <header id="message-head" data-live={moving ? "" : undefined} className="flex flex-col gap-2">
      <p className="text-sm">
        <TextLink to={list}>{t("messages.all")}</TextLink>
      </p>
      <Inline>
        <h2 className="break-words">{message.subject}</h2>
        <StatusOfMessage status={message.status} />
      </Inline>
      <p className="text-soft">
        {t(message.waiting ? "messages.list.toWaiting" : "messages.list.to", {
          audience: targetWords(target, text),
        })}
        {author &&
          ` · ${author.organisation ? t("messages.list.by", { name: author.name, organisation: author.organisation }) : author.name}`}
        {sentAt && ` · ${t("messages.list.left", { when: format.moment(sentAt) })}`}
        {!sentAt && sendAt && ` · ${t("messages.list.leaves", { when: format.moment(sendAt) })}`}
      </p>
    </header>
  );
}
