import { FieldFrame, type FieldProps, useField } from "./field.tsx";

type WhenProps = FieldProps & { min?: string; max?: string; step?: number };

function When({ type, width, min, max, step, ...props }: WhenProps & { type: string; width: string }) {
  const { control, ...parts } = useField(props);
  const { maxLength, ...attributes } = control;
  return (
    <FieldFrame props={props} parts={{ control, ...parts }}>
      <span className={width}>
        <input
          {...attributes}
          type={type}
          min={min}
          max={max}
          step={step}
          defaultValue={parts.initial}
          className="control"
        />
      </span>
    </FieldFrame>
  );
}

/** A calendar date, `2026-11-23`. */
export function DateField(props: WhenProps) {
  return <When {...props} type="date" width="max-w-52" />;
}

/** A wall-clock time, `10:30`. */
export function TimeField(props: WhenProps) {
  return <When {...props} type="time" width="max-w-36" />;
}

/** Date and wall-clock time, `2026-11-23T10:30`; say the zone in the hint. */
export function DateTimeField(props: WhenProps) {
  return <When {...props} type="datetime-local" width="max-w-64" />;
}
