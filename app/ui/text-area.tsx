import { FieldFrame, type FieldProps, useField } from "./field.tsx";

/** Several lines; grows with its text where the browser can. */
export function TextArea({
  rows = 4,
  placeholder,
  ...props
}: FieldProps & { rows?: number; placeholder?: string }) {
  const parts = useField(props);
  return (
    <FieldFrame props={props} parts={parts}>
      <textarea
        {...parts.control}
        rows={rows}
        placeholder={placeholder}
        defaultValue={parts.initial}
        className="control"
      />
    </FieldFrame>
  );
}
