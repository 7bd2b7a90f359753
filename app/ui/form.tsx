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
  /** By name, for fields that stand in components of their own, where the form cannot see them. */
  labels?: Readonly<Record<string, string>>;
  /** Kept while it is written, by autosave.js: in the tab, and at `url` where there is one. */
  kept?: { url?: string; words: Readonly<Record<string, string>> };
  children: ReactNode;
}

/** A form the server checks: what is wrong stands at its top and leads to each field. */
export function Form({ form, action, method = "post", encType, labels = {}, kept, children }: FormProps) {
  return (
    <RemixForm
      id={form?.id}
      method={method}
      action={action}
      encType={encType}
      noValidate
      data-autosave={kept?.url}
      data-words={kept && JSON.stringify(kept.words)}
      className="flex max-w-2xl flex-col gap-6"
    >
      {form && <ErrorSummary form={form} labels={labelsWithin(children, new Map(Object.entries(labels)))} />}
      {children}
      {encType && (
        <div data-progress hidden>
          <Progress />
        </div>
      )}
    </RemixForm>
  );
}
