import { useText } from "~/platform/i18n/text.tsx";
import type { ConformField } from "~/ui/field.tsx";
import { Button, Disclosure, EmailField, Stack, TextField } from "~/ui/index.ts";
import type { ProposalSpeaker } from "./proposal.ts";

export interface CoSpeakers {
  /** Without the proposer. */
  list: ProposalSpeaker[];
  mayChange: boolean;
  isDraft: boolean;
}

export interface CoSpeakerFieldsProps {
  speakers: CoSpeakers;
  fields: { email: ConformField; name: ConformField };
}

/** Who gives it too, and a line for one more. */
export function CoSpeakerFields({ speakers, fields }: CoSpeakerFieldsProps) {
  const { t } = useText();
  const { list, mayChange, isDraft } = speakers;
  if (!mayChange && list.length === 0) return null;
  const wrong = [fields.email, fields.name].some((field) => (field.errors ?? []).length > 0);
  return (
    <Disclosure summary={t("call.form.speakers")} open={wrong || list.length > 0}>
      <Stack gap="normal">
        <CoSpeakerList speakers={speakers} />
        {mayChange && (
          <>
            <p className="text-sm text-soft">
              {t("call.form.speakersHint")} {t(isDraft ? "call.form.speakersLater" : "call.form.speakersNow")}
            </p>
            <div className="grid items-end gap-6 sm:grid-cols-2">
              <EmailField
                field={fields.email}
                label={t("call.form.speakerEmail")}
                autoComplete="off"
                optional
              />
              <TextField field={fields.name} label={t("call.form.speakerName")} autoComplete="off" optional />
            </div>
            <div>
              <Button name="intent" value="add-speaker" variant="secondary" size="small">
                {t("call.form.speakerAdd")}
              </Button>
            </div>
          </>
        )}
      </Stack>
    </Disclosure>
  );
}

function CoSpeakerList({ speakers: { list, mayChange } }: { speakers: CoSpeakers }) {
  const { t } = useText();
  if (list.length === 0) return null;
  return (
    <ul>
      {list.map((speaker) => (
        <li
          key={speaker.id}
          className="flex flex-wrap items-center gap-x-3 gap-y-1 border-b border-line py-2"
        >
          <span className="flex-1">
            <span className="font-semibold break-words">{speaker.name}</span>{" "}
            <span className="text-soft">{t(`call.form.speakerStates.${stateOf(speaker)}`)}</span>
          </span>
          {mayChange && (
            <Button name="intent" value={`remove-speaker ${speaker.id}`} variant="quiet" size="small">
              {t("call.form.speakerRemove", { name: speaker.name })}
            </Button>
          )}
        </li>
      ))}
    </ul>
  );
}

const stateOf = ({ status, invitedAt }: ProposalSpeaker) =>
  status === "invited" && invitedAt === null ? "later" : status;
