import type { SubmissionResult } from "@conform-to/react";
import { parseWithZod } from "@conform-to/zod/v4";
import { data } from "@remix-run/node";
import type { z } from "zod";
import { isKey, type Translate } from "../i18n/catalogue.ts";
import { cleanText } from "../text.ts";

export interface GoodForm<T> {
  ok: true;
  value: T;
  t: Translate;
  reply: (errors: Record<string, string[]>) => SubmissionResult<string[]>;
}

export interface BadForm {
  ok: false;
  result: SubmissionResult<string[]>;
}

type Issue = Parameters<z.core.$ZodErrorMap>[0];

/**
 * Reads a form against a schema. Control characters are stripped from every text before it is looked at;
 * messages are keys of the catalogue or come from `errors.field`. What was typed comes back with the errors.
 */
export async function parseForm<Schema extends z.ZodType>(
  request: Request,
  schema: Schema,
  t: Translate,
): Promise<GoodForm<z.output<Schema>> | BadForm> {
  return parseFormData(await readForm(request), schema, t);
}

/** The form that was sent; 400 for a body that is none, or breaks off. */
export async function readForm(request: Request | Response): Promise<FormData> {
  try {
    return await request.formData();
  } catch {
    throw new Response("Bad Request", { status: 400 });
  }
}

export function parseFormData<Schema extends z.ZodType>(
  formData: FormData,
  schema: Schema,
  t: Translate,
): GoodForm<z.output<Schema>> | BadForm {
  const submission = parseWithZod(clean(formData), { schema, error: (issue) => generic(issue, t) });
  const translated = (errors: Record<string, string[] | null>) =>
    Object.fromEntries(
      Object.entries(errors).map(([name, list]) => [name, (list ?? []).map((m) => translate(m, t))]),
    );
  if (submission.status !== "success") {
    const result = submission.reply();
    return { ok: false, result: { ...result, error: translated(result.error ?? {}) } };
  }
  return {
    ok: true,
    value: submission.value as z.output<Schema>,
    t,
    reply: (errors) => ({ ...submission.reply({ fieldErrors: errors }), status: "error" as const }),
  };
}

/** The form again, with the reasons beside the fields and everything that was typed. */
export function formAgain(form: BadForm, status = 422) {
  return data({ result: form.result }, { status });
}

/** A refusal that only the database could know, shown at a field or, without one, above the form. */
export function refuse<T>(
  form: GoodForm<T>,
  refusal: { field?: string; key: string; values?: Record<string, string | number> },
): BadForm {
  const message = (form.t as (key: string, values?: object) => string)(refusal.key, refusal.values);
  return { ok: false, result: form.reply({ [refusal.field ?? ""]: [message] }) };
}

function clean(formData: FormData): FormData {
  const cleaned = new FormData();
  for (const [name, value] of formData)
    cleaned.append(name, typeof value === "string" ? cleanText(value) : value);
  return cleaned;
}

function translate(message: string, t: Translate): string {
  return isKey(message) ? (t as (key: string) => string)(message) : message;
}

function generic(issue: Issue, t: Translate): string | undefined {
  switch (issue.code) {
    case "invalid_type":
      return issue.input === undefined ? t("errors.field.required") : t("errors.field.invalid");
    case "too_small":
      if (issue.origin === "string") return t("errors.field.tooShort", { count: Number(issue.minimum) });
      return t("errors.field.tooSmall", { minimum: String(issue.minimum) });
    case "too_big":
      if (issue.origin === "string") return t("errors.field.tooLong", { count: Number(issue.maximum) });
      return t("errors.field.tooBig", { maximum: String(issue.maximum) });
    case "invalid_format":
      return issue.format === "email" ? t("errors.field.email") : t("errors.field.invalid");
    case "invalid_value":
      return t("errors.field.choose");
    default:
      return undefined;
  }
}
