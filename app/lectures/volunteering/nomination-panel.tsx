import { Check, X } from "lucide-react";
import { useText } from "~/platform/i18n/text.tsx";
import { Button, Card, Form, Inline, Stack } from "~/ui/index.ts";
import type { Nomination } from "./nominations.server.ts";

interface NominationPanelProps {
  nomination: Pick<Nomination, "id" | "nominator" | "message">;
}

/** A colleague would like to hear the reader: yes or no, as they please. */
export function NominationPanel({ nomination: { id, nominator, message } }: NominationPanelProps) {
  const { t } = useText();
  return (
    <Card>
      <Stack>
        <h2>{t("roster.nominated.title", { name: nominator })}</h2>
        {message && (
          <blockquote className="border-s-2 border-line ps-4 font-serif text-lg">{message}</blockquote>
        )}
        <p className="max-w-prose text-soft">{t("roster.nominated.text")}</p>
        <AnswerButtons nominationId={id} />
      </Stack>
    </Card>
  );
}

export function AnswerButtons({ nominationId }: { nominationId: string }) {
  const { t } = useText();
  return (
    <Form>
      <input type="hidden" name="intent" value="answer-nomination" />
      <input type="hidden" name="nominationId" value={nominationId} />
      <Inline>
        <Button icon={Check} name="answer" value="yes">
          {t("roster.nominated.yes")}
        </Button>
        <Button icon={X} name="answer" value="no" variant="secondary">
          {t("roster.nominated.no")}
        </Button>
      </Inline>
    </Form>
  );
}
