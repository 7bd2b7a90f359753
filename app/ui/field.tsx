import { type ReactNode, useId } from "react";
import { useText } from "~/platform/i18n/text.tsx";
import { FieldError } from "./field-error.tsx";

/** What a field needs of conform's FieldMetadata; every FieldMetadata fits. */
export interface ConformField {
  id: string;
  name: string;
  errors?: string[] | undefined;
  initialValue?: unknown;
  required?: boolean | undefined;
  minLength?: number | undefined;
  maxLength?: number | undefined;
}

/** Either a conform field, or a name with its value and errors. */
export interface FieldProps {
  field?: ConformField;
  name?: string;
  id?: string;
  value?: string | number;
  errors?: string[];
  label: ReactNode;
  hint?: ReactNode;
  optional?: boolean;
}

/** The attributes every control carries, worked out once. */
export function useField({ field, name, id, value, errors, hint }: FieldProps) {
  const generated = useId();
  const controlId = id ?? field?.id ?? generated;
  const messages = errors ?? field?.errors ?? [];
  const hintId = hint ? `${controlId}-hint` : undefined;
  const errorId = messages.length > 0 ? `${controlId}-error` : undefined;
  return {
    hintId,
    errorId,
    messages,
    /** As text, for controls that hold one value. */
    initial: value === undefined ? textOf(field?.initialValue) : String(value),
    control: {
      id: controlId,
      name: name ?? field?.name,
      maxLength: field?.maxLength,
      "aria-invalid": messages.length > 0 ? true : undefined,
      "aria-describedby": [hintId, errorId].filter(Boolean).join(" ") || undefined,
    } as const,
  };
}

const textOf = (value: unknown) =>
  typeof value === "string" || typeof value === "number" ? String(value) : undefined;

/** Label, hint and error around one control. */
export function FieldFrame({
  props,
  parts,
  children,
}: {
  props: FieldProps;
  parts: ReturnType<typeof useField>;
  children: ReactNode;
}) {
  return (
    <div className="flex flex-col gap-1.5">
      <label htmlFor={parts.control.id} className="font-semibold">
        {props.label} {props.optional && <Optional />}
      </label>
      {props.hint && (
        <p id={parts.hintId} className="text-sm text-soft">
          {props.hint}
        </p>
      )}
      <FieldError id={parts.errorId} messages={parts.messages} />
      {children}
    </div>
  );
}

export function Optional() {
  const { t } = useText();
  return <span className="font-normal text-soft">({t("ui.optional")})</span>;
}
