import { type SubmissionResult, useForm } from "@conform-to/react";
import { useText } from "~/platform/i18n/text.tsx";
import { Form, RadioGroup, TextArea, TextField } from "~/ui/index.ts";
import { NeededAnswers, OptionalAnswers } from "./answer-fields.tsx";
import { AwayFields } from "./away-fields.tsx";
import { CoSpeakerFields, type CoSpeakers } from "./co-speaker-fields.tsx";
import { DetailsFields } from "./details-fields.tsx";
import type { ShownProposal } from "./proposal.ts";
import type { ProposalChoices } from "./proposal-choices.ts";
import { limits, type ProposalInput } from "./proposal-form.ts";
import { useProposalLabels } from "./proposal-labels.ts";
import { Rest } from "./rest.tsx";
import { SaveBar, type SaveBarProps } from "./save-bar.tsx";

export interface ProposalEditorProps {
  proposal: ShownProposal;
  /** Half days on which the reader cannot; null where it is not theirs to say. */
  away: string[] | null;
  choices: ProposalChoices;
  speakers: CoSpeakers;
  /** Which version what stands in the form is based on. */
  version: number;
  /** Where drafts are saved while they are typed; null for what has come in. */
  autosaveUrl: string | null;
  bar: SaveBarProps;
  lastResult: SubmissionResult<string[]> | undefined;
}

type Input = ProposalInput & { add: { email: string; name: string } };

/** Three fields and a button; everything else is folded away. */
export function ProposalEditor({
  proposal,
  away,
  choices,
  speakers,
  version,
  ...props
}: ProposalEditorProps) {
  const { t, format } = useText();
  const labels = useProposalLabels(choices.questions);
  const [form, fields] = useForm<Input>({
    id: "proposal",
    lastResult: props.lastResult,
    defaultValue: asInput(proposal, away ?? []),
  });
  const answers = fields.answers.getFieldset();
  const [only] = choices.formats.length === 1 ? choices.formats : [];
  return (
    <Form form={form} labels={labels} kept={useKept(props.autosaveUrl)}>
      <input type="hidden" name="version" value={version} />
      {/* What Enter in a field presses: it saves and hands nothing in. */}
      <button type="submit" name="intent" value="save" tabIndex={-1} aria-hidden className="sr-only" />
      <TextField
        field={fields.title}
        label={labels.title}
        hint={
          <Rest of={fields.title.id} most={limits.title}>
            {t("call.form.titleHint")}
          </Rest>
        }
      />
      <TextArea
        field={fields.abstract}
        label={labels.abstract}
        hint={
          <Rest of={fields.abstract.id} most={limits.abstract}>
            {t("call.form.abstractHint")}
          </Rest>
        }
      />
      {only && <input type="hidden" name={fields.formatId.name} value={only.id} />}
      {choices.formats.length > 1 && (
        <RadioGroup
          field={fields.formatId}
          label={labels.formatId}
          options={choices.formats.map(({ id, name, durationMinutes }) => ({
            value: id,
            label: t("call.form.formatOption", { name, minutes: format.minutes(durationMinutes) }),
          }))}
        />
      )}
      <NeededAnswers questions={choices.questions} fields={answers} />
      <div className="flex flex-col gap-2">
        <OptionalAnswers questions={choices.questions} fields={answers} />
        <CoSpeakerFields speakers={speakers} fields={fields.add.getFieldset()} />
        <DetailsFields fields={fields} choices={choices} />
        {away && <AwayFields field={fields.away} choices={choices} />}
      </div>
      <SaveBar {...props.bar} />
    </Form>
  );
}

function useKept(url: string | null) {
  const { t } = useText();
  const words = {
    saved: t("call.form.savedAt", { time: "{{time}}" }),
    saving: t("call.form.saving"),
    offline: t("call.form.offline"),
    restored: t("call.form.restored"),
    kept: t("call.form.kept"),
    elsewhere: t("call.form.elsewhere"),
    signedOut: t("call.errors.signedOut"),
  };
  return url ? { url, words } : { words };
}

function asInput(proposal: ShownProposal, away: string[]) {
  return {
    title: proposal.title,
    abstract: proposal.abstract,
    formatId: proposal.format?.id,
    trackId: proposal.track?.id,
    language: proposal.language,
    level: proposal.level,
    size: proposal.size ?? undefined,
    topics: proposal.topics.join(", "),
    equipment: proposal.equipment,
    notes: proposal.notes,
    answers: proposal.answers,
    away,
  };
}
