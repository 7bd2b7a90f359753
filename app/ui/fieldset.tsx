import type { ReactNode } from "react";
import { FieldError } from "./field-error.tsx";

export interface FieldsetProps {
  legend: ReactNode;
  hint?: ReactNode;
  id?: string;
  errors?: readonly string[];
  children: ReactNode;
}

/** Fields that belong together under one question. */
export function Fieldset({ legend, hint, id, errors = [], children }: FieldsetProps) {
  const hintId = id && hint ? `${id}-hint` : undefined;
  const errorId = id && errors.length > 0 ? `${id}-error` : undefined;
  return (
    <fieldset aria-describedby={[hintId, errorId].filter(Boolean).join(" ") || undefined} className="min-w-0">
      <legend className="mb-1.5 font-semibold">{legend}</legend>
      <div className="flex flex-col gap-1.5">
        {hint && (
          <p id={hintId} className="text-sm text-soft">
            {hint}
          </p>
        )}
        <FieldError id={errorId} messages={errors} />
        {children}
      </div>
    </fieldset>
  );
}
