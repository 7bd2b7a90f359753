import { Form as RemixForm } from "@remix-run/react";
import type { ReactNode } from "react";
import { ErrorSummary } from "./error-summary.tsx";
import { labelsWithin } from "./labels-within.ts";

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
  confirm?: string;
  children: ReactNode;
}

/** A form the server checks: what is wrong stands at its top and leads to each field. */
export function Form({ form, action, method = "post", encType, confirm, children }: FormProps) {
  return (
    <RemixForm
      id={form?.id}
      method={method}
      action={action}
      encType={encType}
      noValidate
      data-confirm={confirm}
      className="flex max-w-2xl flex-col gap-6"
    >
      {form && <ErrorSummary form={form} labels={labelsWithin(children)} />}
      {children}
    </RemixForm>
  );
}
