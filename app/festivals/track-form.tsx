import { type SubmissionResult, useForm } from "@conform-to/react";
import { useText } from "~/platform/i18n/text.tsx";
import { Button, ColourField, Form, TextField } from "~/ui/index.ts";
import type { Track } from "./tracks.server.ts";

export interface TrackFormProps {
  /** Without one the form makes a new track. */
  track?: Track;
  lastResult: SubmissionResult<string[]> | undefined;
}

export const trackFormId = (track?: { id: string }) => `track-${track?.id ?? "new"}`;

export function TrackForm({ track, lastResult }: TrackFormProps) {
  const { t } = useText();
  const id = trackFormId(track);
  const [form, fields] = useForm<{ name: string; colour: string }>({
    id,
    lastResult,
    defaultValue: track ?? { colour: "#a4502f" },
  });
  return (
    <Form form={form}>
      <input type="hidden" name="intent" value="save" />
      <input type="hidden" name="form" value={id} />
      {track && <input type="hidden" name="id" value={track.id} />}
      <TextField field={fields.name} label={t("festivals.tracks.name")} />
      <ColourField field={fields.colour} label={t("festivals.tracks.colour")} />
      <div>
        <Button variant="secondary">{t(track ? "festivals.organise.save" : "festivals.tracks.add")}</Button>
      </div>
    </Form>
  );
}
