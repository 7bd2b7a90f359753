import { useForm } from "@conform-to/react";
import { Lightbulb } from "lucide-react";
import { answerTo } from "~/people/answered.ts";
import { useText } from "~/platform/i18n/text.tsx";
import { ActionForm, Button, Card, Disclosure, Form, Stack, TextArea } from "~/ui/index.ts";
import type { PartProps } from "./part-props.ts";

/** For oneself, and counted. */
export function LearnedPart({ left, answered }: PartProps) {
  const { t } = useText();
  const { learned, may } = left;
  if (!may.learn && learned.count === 0) return null;
  return (
    <Card id="learned">
      <Stack>
        <h2>{t("lecture.learned.title")}</h2>
        {may.learn && learned.mine === null && (
          <>
            <p className="max-w-prose text-soft">{t("lecture.learned.text")}</p>
            <LearnedForm mine={null} answered={answered} />
          </>
        )}
        {learned.mine !== null && <Mine mine={learned.mine} answered={answered} />}
        {learned.count > 0 && (
          <p className="text-soft">{t("lecture.learned.count", { count: learned.count })}</p>
        )}
      </Stack>
    </Card>
  );
}

interface MineProps extends Pick<PartProps, "answered"> {
  mine: string;
}

function Mine({ mine, answered }: MineProps) {
  const { t } = useText();
  const isOpen = answerTo("learned", answered) !== undefined;
  return (
    <>
      <p className="max-w-prose whitespace-pre-line break-words font-semibold">
        {mine ? t("lecture.learned.doneWords", { what: mine }) : t("lecture.learned.done")}
      </p>
      <Disclosure summary={t("lecture.learned.edit")} open={isOpen}>
        <LearnedForm mine={mine} answered={answered} />
      </Disclosure>
      <ActionForm fields={{ intent: "unlearn" }} variant="quiet" size="small">
        {t("lecture.learned.takeBack")}
      </ActionForm>
    </>
  );
}

function LearnedForm({ mine, answered }: { mine: string | null } & Pick<PartProps, "answered">) {
  const { t } = useText();
  const [form, fields] = useForm({
    id: "learned-form",
    lastResult: answerTo("learned", answered),
    defaultValue: { what: mine ?? "" },
  });
  return (
    <Form form={form}>
      <input type="hidden" name="intent" value="learned" />
      <TextArea field={fields.what} label={t("lecture.learned.label")} rows={2} optional />
      <div>
        <Button variant="secondary" icon={Lightbulb}>
          {t(mine === null ? "lecture.learned.save" : "lecture.learned.change")}
        </Button>
      </div>
    </Form>
  );
}
