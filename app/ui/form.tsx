import { Form as RemixForm } from "@remix-run/react";
import type { ReactNode } from "react";
import { ErrorSummary } from "./error-summary.tsx";
import { labelsWithin } from "./labels-within.ts";
import { Progress } from "./progress.tsx";

/** What a form needs of conform's FormMetadata; every FormMetadata fits. */
export interface ConformForm {
  id: string;
  errors?: string[] | undefined;
  allErrors: Record<string, string[]>;
}

export interface FormProps {
  form?: ConformForm;
  action?: string;
  method?: "post" | "get";
  encType?: "multipart/form-data";
  children: ReactNode;
}

/** A form the server checks: what is wrong stands at its top and leads to each field. */
export function Form({ form, action, method = "post", encType, children }: FormProps) {
  return (
    <RemixForm
      id={form?.id}
      method={method}
      action={action}
      encType={encType}
      noValidate
      className="flex max-w-2xl flex-col gap-6"
    >
      {form && <ErrorSummary form={form} labels={labelsWithin(children)} />}
      {children}
      {encType && (
        <div data-progress hidden>
          <Progress />
        </div>
      )}
    </RemixForm>
  );
}
