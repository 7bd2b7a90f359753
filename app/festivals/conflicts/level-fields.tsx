import { type SubmissionResult, useForm } from "@conform-to/react";
import {
  type ConflictKind,
  type ConflictLevel,
  conflictKinds,
  conflictLevels,
} from "#db/schema/festivals.ts";
import { useText } from "~/platform/i18n/text.tsx";
import { Button, Fieldset, Form, NumberField, SelectField } from "~/ui/index.ts";
import type { LevelFields } from "./level-form.ts";
import type { Way } from "./level-settings.server.ts";

export interface LevelsFormProps {
  levels: Record<ConflictKind, ConflictLevel>;
  travelMinutes: number;
  ways: Way[];
  lastResult: SubmissionResult<string[]> | undefined;
}

/** What is ignored, what warns and what holds a release back; and how long it takes from building to building. */
export function LevelsForm({ levels, travelMinutes, ways, lastResult }: LevelsFormProps) {
  const { t } = useText();
  const [form, fields] = useForm<LevelFields>({
    id: "levels",
    lastResult,
    defaultValue: {
      ...{ levels, travelMinutes },
      distances: ways.map(({ pair, minutes }) => ({ pair, minutes: minutes ?? undefined })),
    },
  });
  const levelFields = fields.levels.getFieldset();
  const distances = fields.distances.getFieldList();
  const options = conflictLevels.map((level) => ({
    value: level,
    label: t(`timetable.conflicts.page.levels.${level}`),
  }));
  return (
    <Form form={form}>
      <Fieldset
        legend={t("timetable.conflicts.page.matters")}
        hint={t("timetable.conflicts.page.mattersHint")}
      >
        <div className="grid items-end gap-6 sm:grid-cols-2">
          {conflictKinds.map((kind) => (
            <SelectField
              key={kind}
              field={levelFields[kind]}
              label={t(`timetable.conflicts.page.kinds.${kind}`)}
              options={options}
            />
          ))}
        </div>
      </Fieldset>
      <Fieldset legend={t("timetable.conflicts.page.ways")} hint={t("timetable.conflicts.page.waysHint")}>
        <NumberField
          field={fields.travelMinutes}
          label={t("timetable.conflicts.page.usualWay")}
          unit={t("festivals.session.minutes")}
          min={0}
          max={1440}
        />
        {ways.map(({ pair, from, to }, index) => {
          const way = distances[index]?.getFieldset();
          return (
            way && (
              <div key={pair}>
                <input type="hidden" name={way.pair.name} value={pair} />
                <NumberField
                  field={way.minutes}
                  label={t("timetable.conflicts.page.way", { from, to })}
                  unit={t("festivals.session.minutes")}
                  min={0}
                  max={1440}
                  optional
                />
              </div>
            )
          );
        })}
      </Fieldset>
      <div>
        <Button>{t("festivals.organise.save")}</Button>
      </div>
    </Form>
  );
}
