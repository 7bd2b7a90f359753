import { FieldFrame, type FieldProps, useField } from "./field.tsx";

export interface Option {
  value: string;
  label: string;
  /** Shown under the label by radios and checkboxes. */
  hint?: string;
  disabled?: boolean;
  /** The heading it stands under in a list; options of one group follow each other. */
  group?: string;
}

export type SelectFieldProps = FieldProps & {
  options: readonly Option[];
  /** A first, empty choice. */
  placeholder?: string;
  disabled?: boolean;
};

export function SelectField({ options, placeholder, disabled, ...props }: SelectFieldProps) {
  const { control, ...parts } = useField(props);
  const { maxLength, ...attributes } = control;
  return (
    <FieldFrame props={props} parts={{ control, ...parts }}>
      <select {...attributes} disabled={disabled} defaultValue={parts.initial ?? ""} className="control">
        {placeholder !== undefined && <option value="">{placeholder}</option>}
        {groupsOf(options).map(({ group, members }) =>
          group === undefined ? (
            <Options key="" options={members} />
          ) : (
            <optgroup key={group} label={group}>
              <Options options={members} />
            </optgroup>
          ),
        )}
      </select>
    </FieldFrame>
  );
}

function Options({ options }: { options: readonly Option[] }) {
  return options.map((option) => (
    <option key={option.value} value={option.value} disabled={option.disabled}>
      {option.label}
    </option>
  ));
}

function groupsOf(options: readonly Option[]): { group: string | undefined; members: Option[] }[] {
  const names = [...new Set(options.map(({ group }) => group))];
  return names.map((group) => ({ group, members: options.filter((option) => option.group === group) }));
}
