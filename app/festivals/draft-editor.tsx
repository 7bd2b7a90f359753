import { type SubmissionResult, useForm } from "@conform-to/react";
import { useText } from "~/platform/i18n/text.tsx";
import { Button, Form } from "~/ui/index.ts";
import type { Draft } from "./draft.ts";
import { type DraftChoices, DraftFields } from "./draft-fields.tsx";
import type { DraftInput } from "./draft-form.ts";
import { useDraftLabels } from "./draft-labels.ts";

export interface DraftEditorProps {
  /** What the form begins with; with an id it changes that draft. */
  draft: Partial<Draft>;
  choices: DraftChoices;
  lastResult: SubmissionResult<string[]> | undefined;
}

export function DraftEditor({ draft, choices, lastResult }: DraftEditorProps) {
  const { t } = useText();
  const labels = useDraftLabels();
  const [form, fields] = useForm<DraftInput>({ id: "draft", lastResult, defaultValue: asInput(draft) });
  return (
    <Form form={form} labels={labels}>
      {/* Of what the page shows, also after a refusal: who saves again has seen what changed. */}
      {draft.version !== undefined && <input type="hidden" name="version" value={draft.version} />}
      <DraftFields
        fields={fields}
        choices={choices}
        linked={(draft.speakers ?? []).filter((one) => one.personId !== null).map((one) => one.name)}
        seatsTaken={draft.released ? (draft.seatsTaken ?? 0) : null}
      />
      <div>
        <Button>{t(draft.id ? "festivals.session.save" : "festivals.session.add")}</Button>
      </div>
    </Form>
  );
}

function asInput(draft: Partial<Draft>) {
  return {
    kind: draft.kind === "lecture" ? undefined : draft.kind,
    title: draft.title,
    abstract: draft.abstract,
    organisationId: draft.organisationId,
    trackId: draft.trackId ?? undefined,
    language: draft.language,
    roomId: draft.roomId ?? undefined,
    place: draft.place,
    date: draft.startsLocal?.slice(0, 10),
    time: draft.allDay ? undefined : draft.startsLocal?.slice(11),
    durationMinutes: draft.durationMinutes,
    allDay: draft.allDay,
    level: draft.level,
    equipment: draft.equipment,
    capacity: draft.capacity ?? undefined,
    speakers: draft.speakers?.map((speaker) => speaker.name),
  };
}
