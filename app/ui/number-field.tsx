import { FieldFrame, type FieldProps, useField } from "./field.tsx";

export type NumberFieldProps = FieldProps & { min?: number; max?: number; step?: number; unit?: string };

/** A whole or decimal number, with its unit behind it. */
export function NumberField({ min, max, step, unit, ...props }: NumberFieldProps) {
  const { control, ...parts } = useField(props);
  const { maxLength, ...attributes } = control;
  return (
    <FieldFrame props={props} parts={{ control, ...parts }}>
      <div className="flex items-center gap-2">
        <span className="w-32">
          <input
            {...attributes}
            type="number"
            inputMode={step === undefined || Number.isInteger(step) ? "numeric" : "decimal"}
            min={min}
            max={max}
            step={step}
            defaultValue={parts.initial}
            className="control"
          />
        </span>
        {unit && <span className="text-soft">{unit}</span>}
      </div>
    </FieldFrame>
  );
}
