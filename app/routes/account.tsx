import { useForm } from "@conform-to/react";
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { changeAccount, findOwnOrganisation, listLogins } from "~/people/account.server.ts";
import { findBounce } from "~/people/bounced.server.ts";
import { OwnBounce } from "~/people/bounces.tsx";
import { signOutEverywhere } from "~/people/login.server.ts";
import { clearedLoginCookie, readLoginToken } from "~/people/login-cookie.ts";
import { LoginList } from "~/people/login-list.tsx";
import { listRefusals } from "~/people/mail-preferences/refusals.server.ts";
import { personName } from "~/people/organisation-form.ts";
import { findReader, findText } from "~/people/reader.server.ts";
import { requireViewer } from "~/people/viewer.server.ts";
import { writeCookie } from "~/platform/http/cookies.ts";
import { formAgain, parseFormData, readForm } from "~/platform/http/form.server.ts";
import { redirectWithToast } from "~/platform/http/toast.server.ts";
import { locales } from "~/platform/i18n/languages.ts";
import { useText } from "~/platform/i18n/text.tsx";
import { timeZoneField, timeZoneOptions } from "~/platform/time-zones.ts";
import { neverKept, titled } from "~/platform/title.ts";
import {
  Button,
  DescriptionList,
  Form,
  LinkButton,
  OrganisationMark,
  Page,
  Section,
  SelectField,
  TextField,
} from "~/ui/index.ts";

export const meta = titled;
export const headers = neverKept;

const year = 365 * 24 * 3600;

const accountForm = z.object({
  name: personName,
  language: z.enum(locales),
  timeZone: timeZoneField("people.errors.timeZone"),
});

/** For whoever is signed in, about themselves. */
export async function loader(args: LoaderFunctionArgs) {
  const viewer = await requireViewer(args);
  const { db, secret, now } = args.context;
  const [{ t }, reader, organisation, logins, refused, bounce] = await Promise.all([
    findText(args),
    findReader(args),
    findOwnOrganisation(db, viewer.organisationId),
    listLogins(db, viewer.personId, readLoginToken(args.request.headers.get("cookie"), secret), now()),
    listRefusals(db, viewer.personId),
    findBounce(db, viewer.email),
  ]);
  const { name, email, role } = viewer;
  const own = { name, email, role, ...reader, organisation };
  return { title: t("people.account.title"), ...own, logins, refused: refused.length, bounce };
}

/** For whoever is signed in, about themselves. */
export async function action(args: ActionFunctionArgs) {
  const viewer = await requireViewer(args);
  const { db, config, now } = args.context;
  const formData = await readForm(args.request);
  if (formData.get("intent") === "sign-out-everywhere") {
    await signOutEverywhere(db, viewer.personId);
    const cleared = new Headers({ "Set-Cookie": clearedLoginCookie(config.publicUrl) });
    return redirectWithToast("/", "people.toast.signedOutEverywhere", {}, cleared);
  }
  const { t } = await findText(args);
  const form = parseFormData(formData, accountForm, t);
  if (!form.ok) return formAgain(form);
  await changeAccount(db, viewer.personId, form.value, now());
  const secure = config.publicUrl.startsWith("https:");
  const language = writeCookie("language", form.value.language, { maxAge: year, secure });
  return redirectWithToast("/account", "people.toast.saved", {}, new Headers({ "Set-Cookie": language }));
}

export default function Account() {
  const { t } = useText();
  const { email, role, organisation, logins, refused, bounce } = useLoaderData<typeof loader>();
  return (
    <Page width="narrow" title={t("people.account.title")}>
      {bounce && <OwnBounce bounce={bounce} />}
      <DescriptionList
        items={[
          { term: t("people.account.email"), description: email },
          {
            term: t("people.account.organisation"),
            description: organisation ? (
              <OrganisationMark organisation={organisation} link />
            ) : (
              t("people.account.noOrganisation")
            ),
          },
          ...(organisation
            ? [{ term: t("people.account.role"), description: t(`people.roles.${role}`) }]
            : []),
        ]}
      />
      <Section title={t("people.account.about")}>
        <AboutMe />
      </Section>
      <Section
        title={t("mailPreferences.account.title")}
        intro={
          refused > 0
            ? t("mailPreferences.account.some", { count: refused })
            : t("mailPreferences.account.all")
        }
      >
        <div>
          <LinkButton to="/account/mail" variant="secondary">
            {t("mailPreferences.account.change")}
          </LinkButton>
        </div>
      </Section>
      <Section title={t("people.account.logins")}>
        <LoginList logins={logins} />
      </Section>
    </Page>
  );
}

function AboutMe() {
  const { t } = useText();
  const { name, locale, timeZone } = useLoaderData<typeof loader>();
  const [form, fields] = useForm({
    id: "account",
    lastResult: useActionData<typeof action>()?.result,
    defaultValue: { name, language: locale, timeZone },
  });
  return (
    <Form form={form}>
      <TextField
        field={fields.name}
        label={t("people.account.name")}
        hint={t("people.account.nameHint")}
        autoComplete="name"
      />
      <SelectField
        field={fields.language}
        label={t("people.account.language")}
        options={locales.map((value) => ({ value, label: t(`people.languages.${value}`) }))}
      />
      <SelectField
        field={fields.timeZone}
        label={t("people.account.timeZone")}
        hint={t("people.account.timeZoneHint")}
        options={timeZoneOptions(timeZone)}
      />
      <div>
        <Button>{t("people.account.save")}</Button>
      </div>
    </Form>
  );
}
