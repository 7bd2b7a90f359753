import { FieldFrame, type FieldProps, useField } from "./field.tsx";

/** A colour as `#rrggbb`. */
export function ColourField(props: FieldProps) {
  const { control, ...parts } = useField(props);
  const { maxLength, ...attributes } = control;
  return (
    <FieldFrame props={props} parts={{ control, ...parts }}>
      <input {...attributes} type="color" defaultValue={parts.initial} className="control" />
    </FieldFrame>
  );
}
