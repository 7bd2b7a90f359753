import { useForm } from "@conform-to/react";
import { answerTo } from "~/people/answered.ts";
import { useText } from "~/platform/i18n/text.tsx";
import { Button, DateField, Form, RadioGroup, TextField, TimeField } from "~/ui/index.ts";
import type { Answered } from "./speaker-forms.tsx";
import type { TurnPage } from "./view.server.ts";

interface MomentFormProps {
  intent: "move" | "add";
  moment: { date: string; time: string; place: string };
  zone: string;
  answered: Answered;
}

/** Another moment for one lecture, or a moment for one more. */
export function MomentForm({ intent, moment, zone, answered }: MomentFormProps) {
  const { t } = useText();
  const lastResult = answerTo(intent, answered);
  const [form, fields] = useForm({ id: intent, lastResult, defaultValue: moment });
  return (
    <Form form={form}>
      <p className="max-w-prose text-soft">
        {t(intent === "move" ? "turn.page.moveText" : "turn.page.addText")}
      </p>
      <input type="hidden" name="intent" value={intent} />
      <DateField field={fields.date} label={t("turn.page.date")} />
      <TimeField field={fields.time} label={t("turn.page.time")} hint={t("turn.page.timeHint", { zone })} />
      <TextField field={fields.place} label={t("turn.page.place")} />
      <div>
        <Button variant="secondary">
          {t(intent === "move" ? "turn.page.moveButton" : "turn.page.addButton")}
        </Button>
      </div>
    </Form>
  );
}

/** Everything a slip changes, before the button that does it. */
export function SlipForm({ slip, answered }: { slip: TurnPage["slip"]; answered: Answered }) {
  const { t } = useText();
  const lastResult = answerTo("slip", answered);
  const [form, fields] = useForm({ id: "slip", lastResult, defaultValue: { week: "off" } });
  if (!slip) return <p className="max-w-prose">{t("turn.page.slipImpossible")}</p>;
  return (
    <Form form={form}>
      <div className="flex flex-col gap-2">
        <p>{t("turn.page.slipIntro")}</p>
        <ul className="list-disc ps-5">
          {[...slip.moves, ...slip.warnings, ...slip.released].map((words) => (
            <li key={words}>{words}</li>
          ))}
        </ul>
        <p className="text-soft">{t("turn.page.slipRest")}</p>
      </div>
      <input type="hidden" name="intent" value="slip" />
      <input type="hidden" name="shown" value={slip.shown} />
      <RadioGroup
        field={fields.week}
        label={t("turn.page.slipWeek")}
        options={[
          { value: "off", label: t("turn.page.slipOff") },
          { value: "open", label: t("turn.page.slipOpen") },
        ]}
      />
      <div>
        <Button variant="secondary">{t("turn.page.slipButton")}</Button>
      </div>
    </Form>
  );
}
