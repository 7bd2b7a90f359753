import { FieldFrame, type FieldProps, useField } from "./field.tsx";

/** A file to send; the form needs `encType="multipart/form-data"`. `accept` as in HTML. */
export function FileField({ accept, ...props }: FieldProps & { accept?: string }) {
  const { control, ...parts } = useField(props);
  const { maxLength, ...attributes } = control;
  return (
    <FieldFrame props={props} parts={{ control, ...parts }}>
      <input {...attributes} type="file" accept={accept} className="control" />
    </FieldFrame>
  );
}
