import { type SubmissionResult, useForm } from "@conform-to/react";
import { useText } from "~/platform/i18n/text.tsx";
import {
  Button,
  CheckboxField,
  Disclosure,
  EmptyState,
  Form,
  Notice,
  Stack,
  TextField,
  TextLink,
  TimeField,
} from "~/ui/index.ts";
import type { Placeable } from "./propose.server.ts";
import type { PlacingInput } from "./wish.ts";

export interface PlaceForMeProps {
  /** The organisers' pages of the festival. */
  base: string;
  placeable: Placeable;
  lastResult?: SubmissionResult<string[]> | undefined;
}

/** Asks for a proposal; nothing changes by it. Stands on its own page and beside the timetable. */
export function PlaceForMe({ base, placeable, lastResult }: PlaceForMeProps) {
  const { t } = useText();
  const { waiting, ownPlace, others, rooms, usual } = placeable;
  const [form, fields] = useForm<PlacingInput>({
    id: "placing",
    lastResult,
    defaultValue: { ...usual, roomsMustHold: true, moveStanding: false, seed: 1 },
  });
  if (rooms === 0) {
    return (
      <EmptyState title={t("timetable.placing.noRooms")}>
        <TextLink to={`${base}/venue`}>{t("timetable.placing.chooseRooms")}</TextLink>
      </EmptyState>
    );
  }
  return (
    <Stack>
      <p>{t("timetable.placing.waiting", { count: waiting.length })}</p>
      {waiting.length > 0 && (
        <Disclosure summary={t("timetable.placing.which")}>
          <ul className="list-disc ps-5">
            {waiting.map(({ id, title }) => (
              <li key={id}>
                <TextLink to={`${base}/sessions/${id}`}>{title}</TextLink>
              </li>
            ))}
          </ul>
        </Disclosure>
      )}
      {ownPlace.length > 0 && <Notice>{t("timetable.placing.ownPlace", { count: ownPlace.length })}</Notice>}
      {others > 0 && <Notice>{t("timetable.placing.others", { count: others })}</Notice>}
      <Form
        form={form}
        action={`${base}/placing`}
        labels={{ times: t("timetable.placing.times"), until: t("timetable.placing.until") }}
      >
        <div className="grid items-start gap-6 sm:grid-cols-[2fr_1fr]">
          <TextField
            field={fields.times}
            label={t("timetable.placing.times")}
            hint={t("timetable.placing.timesHint")}
          />
          <TimeField
            field={fields.until}
            label={t("timetable.placing.until")}
            hint={t("timetable.placing.untilHint")}
          />
        </div>
        <CheckboxField
          field={fields.roomsMustHold}
          label={t("timetable.placing.roomsMustHold")}
          hint={t("timetable.placing.roomsMustHoldHint")}
        />
        <CheckboxField
          field={fields.moveStanding}
          label={t("timetable.placing.moveStanding")}
          hint={t("timetable.placing.moveStandingHint")}
        />
        <input type="hidden" name={fields.seed.name} value="1" />
        <div className="flex flex-col items-start gap-2">
          <Button name="intent" value="propose">
            {t("timetable.placing.propose")}
          </Button>
          <p className="text-sm text-soft">{t("timetable.placing.proposeHint")}</p>
        </div>
      </Form>
    </Stack>
  );
}
