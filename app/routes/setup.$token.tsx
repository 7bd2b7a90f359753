import { useForm } from "@conform-to/react";
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { askingIn } from "~/people/auth.server.ts";
import { emailAddress } from "~/people/email.ts";
import { askForCode } from "~/people/login.server.ts";
import { colour, organisationName, personName } from "~/people/organisation-form.ts";
import { findText } from "~/people/reader.server.ts";
import { found, isSetupToken } from "~/people/setup.server.ts";
import { formAgain, parseForm } from "~/platform/http/form.server.ts";
import { useText } from "~/platform/i18n/text.tsx";
import { product } from "~/platform/product.ts";
import { neverKept, titled } from "~/platform/title.ts";
import { Button, ColourField, EmailField, Form, Page, Section, TextField } from "~/ui/index.ts";

export const meta = titled;
export const headers = neverKept;

const setupForm = z.object({
  organisation: organisationName,
  slug: z
    .string()
    .trim()
    .max(60)
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, { error: "people.setup.slugShape" }),
  colour,
  name: personName,
  email: emailAddress,
});

/** For whoever has the link; a link that does not work any more says so. */
export async function loader(args: LoaderFunctionArgs) {
  const { db } = args.context;
  const [{ t }, open] = await Promise.all([findText(args), isSetupToken(db, args.params.token ?? "")]);
  const title = t("people.setup.title", { product: product.name });
  return data({ title, open }, { status: open ? 200 : 404 });
}

/** For whoever has the link, once. */
export async function action(args: ActionFunctionArgs) {
  const { db, ids, now } = args.context;
  const { t, locale, timeZone } = await findText(args);
  const form = await parseForm(args.request, setupForm, t);
  if (!form.ok) return formAgain(form);
  const { organisation: name, slug, colour, email, name: founder } = form.value;
  const founding = {
    organisation: { name, slug, colour, language: locale, timeZone },
    founder: { name: founder, email },
  };
  const answer = await found(db, args.params.token ?? "", founding, { ids, now: now() });
  if (!answer.ok) throw redirect(new URL(args.request.url).pathname);
  const to = `/organisations/${slug}/edit#domains`;
  await askForCode(askingIn(args, locale, to), email);
  return redirect(`/login/code?${new URLSearchParams({ email, to })}`);
}

export default function SetUp() {
  const { t } = useText();
  const { title, open } = useLoaderData<typeof loader>();
  if (!open)
    return <Page width="narrow" title={t("people.setup.used")} intro={t("people.setup.usedIntro")} />;
  return (
    <Page width="narrow" title={title} intro={t("people.setup.intro")}>
      <Founding />
    </Page>
  );
}

function Founding() {
  const { t } = useText();
  const [form, fields] = useForm({
    id: "setup",
    lastResult: useActionData<typeof action>()?.result,
    defaultValue: { organisation: "", slug: "", colour: "#a0472a", name: "", email: "" },
  });
  return (
    <Form form={form}>
      <Section title={t("people.setup.organisation")}>
        <TextField field={fields.organisation} label={t("people.setup.name")} autoComplete="organization" />
        <TextField
          field={fields.slug}
          label={t("people.setup.slug")}
          hint={t("people.setup.slugHint")}
          autoCapitalize="none"
          spellCheck={false}
        />
        <ColourField
          field={fields.colour}
          label={t("people.edit.colour")}
          hint={t("people.edit.colourHint")}
        />
      </Section>
      <Section title={t("people.setup.you")}>
        <TextField field={fields.name} label={t("people.setup.yourName")} autoComplete="name" />
        <EmailField field={fields.email} label={t("people.setup.email")} hint={t("people.setup.emailHint")} />
      </Section>
      <div>
        <Button>{t("people.setup.submit")}</Button>
      </div>
    </Form>
  );
}
