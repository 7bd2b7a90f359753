import { useText } from "~/platform/i18n/text.tsx";
import type { ConformField } from "~/ui/field.tsx";
import { FieldError } from "~/ui/field-error.tsx";
import { Fieldset } from "~/ui/index.ts";

export type ListField = ConformField & { getFieldList(): ConformField[] };

const emptyLines = 2;
const leastLines = 3;

/** A line for each speaker and always a few empty ones: saving brings more. `linked` are people of ours. */
export function SpeakerFields({ field, linked }: { field: ListField; linked: string[] }) {
  const { t, format } = useText();
  return (
    <Fieldset
      id={field.id}
      legend={t("festivals.session.speakers")}
      hint={t("festivals.session.speakersHint")}
      errors={field.errors}
    >
      {linesOf(field).map((line, index) => {
        const errorId = line.errors?.length ? `${line.id}-error` : undefined;
        return (
          <div key={line.name} className="flex flex-col gap-1.5">
            <FieldError id={errorId} messages={line.errors ?? []} />
            <input
              id={line.id}
              name={line.name}
              aria-label={t("festivals.session.speaker", { number: index + 1 })}
              aria-invalid={errorId ? true : undefined}
              aria-describedby={errorId}
              defaultValue={typeof line.initialValue === "string" ? line.initialValue : ""}
              spellCheck={false}
              maxLength={200}
              className="control"
            />
          </div>
        );
      })}
      {linked.length > 0 && (
        <p className="text-sm text-soft">
          {t("festivals.session.linked", { count: linked.length, names: format.list(linked) })}
        </p>
      )}
    </Fieldset>
  );
}

function linesOf(field: ListField): ConformField[] {
  const filled = field.getFieldList();
  const count = Math.max(leastLines, filled.length + emptyLines);
  return Array.from({ length: count }, (_, index) => {
    const at = `[${index}]`;
    return filled[index] ?? { id: field.id + at, name: field.name + at };
  });
}
