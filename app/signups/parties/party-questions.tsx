import { Form } from "@remix-run/react";
import { Check, X } from "lucide-react";
import { useText } from "~/platform/i18n/text.tsx";
import { Button, Card, Inline, Stack } from "~/ui/index.ts";
import type { PartyQuestion } from "./find.server.ts";

/** Colleagues who ask whether the reader comes with them, each with a yes and a no. */
export function PartyQuestions({ questions }: { questions: readonly PartyQuestion[] }) {
  const { t } = useText();
  return questions.map(({ partyId, by, festival }) => (
    <Card key={partyId}>
      <Stack>
        <h2 className="text-xl">{t("parties.question.title", { name: by })}</h2>
        <p className="max-w-prose">
          {festival.name}. {t("parties.meaning")} {t("parties.question.quiet")}
        </p>
        <Form method="post" action={`/festivals/${festival.slug}/together`}>
          <input type="hidden" name="intent" value="answer" />
          <input type="hidden" name="partyId" value={partyId} />
          <AnswerButtons />
        </Form>
      </Stack>
    </Card>
  ));
}

export function AnswerButtons() {
  const { t } = useText();
  return (
    <Inline>
      <Button icon={Check} name="answer" value="yes">
        {t("parties.question.yes")}
      </Button>
      <Button icon={X} name="answer" value="no" variant="secondary">
        {t("parties.question.no")}
      </Button>
    </Inline>
  );
}
