import { useForm } from "@conform-to/react";
import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { askingIn, authOf } from "~/people/auth.server.ts";
import { DemoPeople } from "~/people/demo-people.tsx";
import { emailAddress } from "~/people/email.ts";
import { askForCode } from "~/people/login.server.ts";
import { askForm, tooManyTries } from "~/people/login-form.server.ts";
import { safePath } from "~/people/login-path.ts";
import { findText } from "~/people/reader.server.ts";
import { findViewer } from "~/people/viewer.server.ts";
import { formAgain, parseForm } from "~/platform/http/form.server.ts";
import { useText } from "~/platform/i18n/text.tsx";
import { neverKept, titled } from "~/platform/title.ts";
import { Button, EmailField, Form, Page } from "~/ui/index.ts";

export const meta = titled;
export const headers = neverKept;

/** For everybody; who is signed in already goes on. */
export async function loader(args: LoaderFunctionArgs) {
  const { searchParams } = new URL(args.request.url);
  const to = safePath(searchParams.get("to"));
  if (await findViewer(args)) throw redirect(to);
  const { t } = await findText(args);
  // Loaded while the address is being typed.
  void authOf(args.context);
  const email = emailAddress.safeParse(searchParams.get("email")).data ?? "";
  return { title: t("people.login.title"), to, email, demo: args.context.config.demo };
}

/** For everybody, within limits. */
export async function action(args: ActionFunctionArgs) {
  const text = await findText(args);
  const form = await parseForm(args.request, askForm, text.t);
  if (!form.ok) return formAgain(form);
  const { email, to } = form.value;
  const answer = await askForCode(askingIn(args, text.locale, to), email);
  if (!answer.ok) return tooManyTries(form, "people.login.limited", answer.retryAt, text, args.context);
  return redirect(`/login/code?${new URLSearchParams(to === "/" ? { email } : { email, to })}`);
}

export default function Login() {
  const { t } = useText();
  const { to, email, demo } = useLoaderData<typeof loader>();
  const [form, fields] = useForm({
    id: "login",
    lastResult: useActionData<typeof action>()?.result,
    defaultValue: { email },
  });
  return (
    <Page width="narrow" title={t("people.login.title")} intro={t("people.login.intro")}>
      <Form form={form}>
        <input type="hidden" name="to" value={to} />
        <EmailField field={fields.email} label={t("people.login.email")} />
        <div>
          <Button>{t("people.login.submit")}</Button>
        </div>
      </Form>
      {demo && <DemoPeople to={to} />}
    </Page>
  );
}
