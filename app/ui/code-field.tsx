import { FieldFrame, type FieldProps, useField } from "./field.tsx";

/** A one-time code: phones offer it from the message, and nothing typed is corrected. */
export function CodeField({ digits = 6, ...props }: FieldProps & { digits?: number }) {
  const { control, ...parts } = useField(props);
  return (
    <FieldFrame props={props} parts={{ control, ...parts }}>
      <span className="max-w-56">
        <input
          {...control}
          type="text"
          inputMode="numeric"
          autoComplete="one-time-code"
          autoCapitalize="none"
          spellCheck={false}
          /* Room for spaces that come along when a code is pasted. */
          maxLength={digits + 4}
          defaultValue={parts.initial}
          className="control font-mono text-xl! tracking-[0.3em]"
        />
      </span>
    </FieldFrame>
  );
}
