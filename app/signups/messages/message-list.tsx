import { useText } from "~/platform/i18n/text.tsx";
import { ActionForm, Badge, Inline, TextLink, Time } from "~/ui/index.ts";
import { StatusOfMessage } from "./message-status.tsx";
import type { MessageLine } from "./overview.server.ts";
import { targetWords } from "./target-words.ts";

/** Messages with what they are about, to whom, and how far they are; each leads to its page. */
export function MessageList({ messages, base }: { messages: MessageLine[]; base: string }) {
  return (
    <ul className="flex flex-col">
      {messages.map((message) => (
        <li key={message.id} className="flex flex-col gap-1 border-b border-line py-3 last:border-0">
          <MessageItem message={message} to={`${base}/${message.id}`} />
        </li>
      ))}
    </ul>
  );
}

function MessageItem({ message, to }: { message: MessageLine; to: string }) {
  const text = useText();
  const { t } = text;
  const { target, author, waiting } = message;
  return (
    <>
      <Inline>
        <span className="font-semibold break-words">
          <TextLink to={to}>{message.subject}</TextLink>
        </span>
        <StatusOfMessage status={message.status} />
        {waiting && <Badge>{t("messages.list.waitingToo")}</Badge>}
      </Inline>
      <p className="text-sm text-soft">
        {t("messages.list.to", { audience: targetWords(target, text) })}
        {author &&
          ` · ${author.organisation ? t("messages.list.by", { name: author.name, organisation: author.organisation }) : author.name}`}
      </p>
      <HowFar message={message} />
      {message.status === "outbox" && message.mayHandle && (
        <Inline>
          <ActionForm action={to} fields={{ intent: "stop" }} size="small" variant="secondary">
            {t("messages.act.stop")}
            <span className="sr-only">: {message.subject}</span>
          </ActionForm>
        </Inline>
      )}
    </>
  );
}

function HowFar({ message }: { message: MessageLine }) {
  const { t, format } = useText();
  const { status, sendAt, sentAt, readers, deliveries } = message;
  const back = deliveries.bounced + deliveries.failed;
  const done = deliveries.sent + back + deliveries.refused;
  const written = done + deliveries["on-its-way"];
  if (status === "outbox") {
    return (
      <p className="text-sm">
        <Time at={sendAt ?? ""}>{t("messages.list.leaves", { when: format.moment(sendAt ?? "") })}</Time>
        {" · "}
        {t("messages.list.readers", { count: readers })}
      </p>
    );
  }
  if (status === "sending") {
    return (
      <p className="text-sm">{t("messages.list.progress", { done, total: Math.max(readers, written) })}</p>
    );
  }
  if (status !== "sent") return <p className="text-sm">{t("messages.list.readers", { count: readers })}</p>;
  return (
    <p className="text-sm">
      <Time at={sentAt ?? ""}>{t("messages.list.left", { when: format.moment(sentAt ?? "") })}</Time>
      {" · "}
      {t("messages.list.got", { count: deliveries.sent })}
      {deliveries["on-its-way"] > 0 &&
        ` · ${t("messages.list.onItsWay", { count: deliveries["on-its-way"] })}`}
      {back > 0 && ` · ${t("messages.list.back", { count: back })}`}
      {deliveries.refused > 0 && ` · ${t("messages.list.refused", { count: deliveries.refused })}`}
    </p>
  );
}
