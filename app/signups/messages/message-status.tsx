import type { MessageStatus } from "#db/schema/messages.ts";
import { useText } from "~/platform/i18n/text.tsx";
import { Badge, type Tone } from "~/ui/index.ts";

const tones: Record<MessageStatus, Tone> = {
  draft: "neutral",
  outbox: "warning",
  sending: "info",
  sent: "success",
  withdrawn: "neutral",
};

export function StatusOfMessage({ status }: { status: MessageStatus }) {
  const { t } = useText();
  return <Badge tone={tones[status]}>{t(`messages.statuses.${status}`)}</Badge>;
}
