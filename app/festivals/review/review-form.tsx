import { type SubmissionResult, useForm } from "@conform-to/react";
import { answerTo } from "~/people/answered.ts";
import { useText } from "~/platform/i18n/text.tsx";
import { Button, Form, RadioGroup, TextArea } from "~/ui/index.ts";
import { reviewScores } from "./forms.ts";
import type { Review } from "./reviews.server.ts";

export interface ReviewFormProps {
  mine: Pick<Review, "score" | "comment"> | null;
  /** There is another one to review after this. */
  goesOn: boolean;
  answered: { result: SubmissionResult<string[]> } | undefined;
}

/** One's own score and words. "Save and next" first, so that the Enter key goes on. */
export function ReviewForm({ mine, goesOn, answered }: ReviewFormProps) {
  const { t } = useText();
  const [form, fields] = useForm({
    id: "review",
    lastResult: answerTo("review", answered),
    defaultValue: mine
      ? { score: mine.score === null ? "none" : String(mine.score), comment: mine.comment }
      : {},
  });
  return (
    <Form form={form}>
      <input type="hidden" name="intent" value="review" />
      <div data-digits>
        <RadioGroup
          field={fields.score}
          label={t("review.page.score")}
          options={reviewScores.map((value) => ({ value, label: t(`review.page.scores.${value}`) }))}
        />
      </div>
      <TextArea
        field={fields.comment}
        label={t("review.page.comment")}
        hint={t("review.page.commentHint")}
        rows={3}
        optional
      />
      <div className="flex flex-wrap gap-3">
        {goesOn && (
          <Button name="onward" value="next">
            {t("review.page.saveNext")}
          </Button>
        )}
        <Button name="onward" value="stay" variant={goesOn ? "secondary" : "primary"}>
          {t("review.page.save")}
        </Button>
      </div>
    </Form>
  );
}
