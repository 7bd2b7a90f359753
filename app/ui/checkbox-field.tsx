import { type FieldProps, useField } from "./field.tsx";
import { FieldError } from "./field-error.tsx";

/** One yes or no. Sends `on`, or nothing. */
export function CheckboxField({ checked, ...props }: FieldProps & { checked?: boolean }) {
  const { control, hintId, errorId, messages } = useField(props);
  const { maxLength, ...attributes } = control;
  const initial = props.field?.initialValue;
  return (
    <div>
      <FieldError id={errorId} messages={messages} />
      <div className="choice">
        <input
          {...attributes}
          type="checkbox"
          value={props.value}
          defaultChecked={checked ?? (initial === true || initial === "on")}
        />
        <div>
          <label htmlFor={control.id}>{props.label}</label>
          {props.hint && (
            <p id={hintId} className="text-sm text-soft">
              {props.hint}
            </p>
          )}
        </div>
      </div>
    </div>
  );
}
