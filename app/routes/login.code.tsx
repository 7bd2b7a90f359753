import { useForm } from "@conform-to/react";
import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { askingIn } from "~/people/auth.server.ts";
import { emailAddress } from "~/people/email.ts";
import { signIn } from "~/people/login.server.ts";
import { codeForm, tooManyTries } from "~/people/login-form.server.ts";
import { safePath } from "~/people/login-path.ts";
import { findText } from "~/people/reader.server.ts";
import { formAgain, parseForm, refuse } from "~/platform/http/form.server.ts";
import { useText } from "~/platform/i18n/text.tsx";
import { neverKept, titled } from "~/platform/title.ts";
import { Button, CodeField, EmailField, Form, LinkButton, Notice, Page, TextLink } from "~/ui/index.ts";

export const meta = titled;
export const headers = neverKept;

/** For everybody. Opening the link of a mail uses nothing up: mail scanners do it too. */
export async function loader(args: LoaderFunctionArgs) {
  const { searchParams } = new URL(args.request.url);
  const email = emailAddress.safeParse(searchParams.get("email")).data ?? null;
  const to = safePath(searchParams.get("to"));
  const { t } = await findText(args);
  const mailed = searchParams.get("code") ?? "";
  const code = /^\d{6}$/.test(mailed) ? mailed : null;
  return { title: t("people.code.title"), email, to, code, outbox: args.context.config.outbox };
}

/** For everybody, within limits. */
export async function action(args: ActionFunctionArgs) {
  const text = await findText(args);
  const form = await parseForm(args.request, codeForm, text.t);
  if (!form.ok) return formAgain(form);
  const { email, code, to } = form.value;
  const answer = await signIn(askingIn(args, text.locale, to), email, code, text);
  if (answer.ok) return redirect(to, { headers: answer.cookies });
  if (answer.reason === "limited") {
    return tooManyTries(form, "people.code.limited", answer.retryAt, text, args.context);
  }
  const key = answer.reason === "used-up" ? "people.code.usedUp" : "people.code.wrong";
  return formAgain(refuse(form, { field: "code", key }));
}

export default function LoginCode() {
  const { email, to, code } = useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>();
  return email && code && !answered ? <FromLink email={email} to={to} code={code} /> : <TypeCode />;
}

function FromLink({ email, to, code }: { email: string; to: string; code: string }) {
  const { t } = useText();
  return (
    <Page width="narrow" title={t("people.code.linkTitle", { email })} intro={t("people.code.linkIntro")}>
      <Form>
        <input type="hidden" name="email" value={email} />
        <input type="hidden" name="to" value={to} />
        <input type="hidden" name="code" value={code} />
        <div>
          <Button>{t("people.code.submit")}</Button>
        </div>
      </Form>
      <p>
        <TextLink to="/login">{t("people.code.other")}</TextLink>
      </p>
    </Page>
  );
}

function TypeCode() {
  const { t } = useText();
  const { email, to, outbox } = useLoaderData<typeof loader>();
  const [form, fields] = useForm({ id: "code", lastResult: useActionData<typeof action>()?.result });
  return (
    <Page width="narrow" title={t("people.code.title")} intro={email && t("people.code.intro", { email })}>
      {outbox && (
        <Notice>
          <p>{t("people.code.demo")}</p>
          <p className="mt-3">
            <LinkButton to="/outbox" size="small">
              {t("people.code.outbox")}
            </LinkButton>
          </p>
        </Notice>
      )}
      <Form form={form}>
        <input type="hidden" name="to" value={to} />
        {email ? (
          <input type="hidden" name="email" value={email} />
        ) : (
          <EmailField field={fields.email} label={t("people.login.email")} />
        )}
        <CodeField field={fields.code} label={t("people.code.code")} />
        <div>
          <Button>{t("people.code.submit")}</Button>
        </div>
      </Form>
      <p className="text-soft">
        {t("people.code.noMail")}{" "}
        <TextLink to={`/login?${new URLSearchParams({ email: email ?? "", to })}`}>
          {t("people.code.again")}
        </TextLink>
      </p>
    </Page>
  );
}
