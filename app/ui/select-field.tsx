import { FieldFrame, type FieldProps, useField } from "./field.tsx";

export interface Option {
  value: string;
  label: string;
  /** Shown under the label by radios and checkboxes. */
  hint?: string;
  disabled?: boolean;
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
        {options.map((option) => (
          <option key={option.value} value={option.value} disabled={option.disabled}>
            {option.label}
          </option>
        ))}
      </select>
    </FieldFrame>
  );
}
