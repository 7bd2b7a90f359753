import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { resultOf } from "~/festivals/form-result.ts";
import { answerForms } from "~/festivals/hosting/answer-forms.ts";
import { answerByMail, findAnswerPage } from "~/festivals/hosting/answer-page.server.ts";
import {
  DeclineForm,
  FoundForm,
  InvitationFacts,
  OwnAnswer,
  WrongPerson,
} from "~/festivals/hosting/answer-parts.tsx";
import { askingIn } from "~/people/auth.server.ts";
import { askForCode } from "~/people/login.server.ts";
import { findText } from "~/people/reader.server.ts";
import { findViewer } from "~/people/viewer.server.ts";
import { formAgain, parseForm, refuse } from "~/platform/http/form.server.ts";
import { redirectWithToast } from "~/platform/http/toast.server.ts";
import { useText } from "~/platform/i18n/text.tsx";
import { neverKept, titled } from "~/platform/title.ts";
import { LinkButton, Page } from "~/ui/index.ts";

export const meta = titled;
export const headers = neverKept;

/** For whoever has the link. Looking changes nothing; a link that cannot be answered any more says why. */
export async function loader(args: LoaderFunctionArgs) {
  const { context, params } = args;
  const [{ t }, viewer] = await Promise.all([findText(args), findViewer(args)]);
  const page = await findAnswerPage(context.db, params.token ?? "", viewer, context.now());
  if (!page.open) {
    const key = page.state === "open" ? "unknown" : page.state;
    const title = t(`hosting.answer.states.${key}.title`, page.names);
    const text = t(`hosting.answer.states.${key}.text`, page.names);
    const signIn = page.state === "accepted" ? page.signIn : null;
    return data({ title, closed: { text, signIn }, open: null }, { status: key === "unknown" ? 404 : 410 });
  }
  const title = t("hosting.answer.title", { lead: page.lead });
  return data({ title, closed: null, open: page }, { status: 200 });
}

/** For whoever has the link, once. */
export async function action(args: ActionFunctionArgs) {
  const { context } = args;
  const token = args.params.token ?? "";
  const [text, viewer] = await Promise.all([findText(args), findViewer(args)]);
  const form = await parseForm(args.request, answerForms, text.t);
  if (!form.ok) return formAgain(form);
  const deps = { now: context.now(), ids: context.ids };
  const done = await answerByMail(context.db, token, viewer, form.value, { ...deps, reader: text });
  if (!done.ok) {
    if (done.key === null) throw redirect(`/host-invitations/${token}`);
    return formAgain(refuse(form, { field: done.field, key: done.key, values: done.values }), 409);
  }
  context.nudge();
  if (done.kind === "declined") return redirectWithToast("/", "hosting.toast.declined", { lead: done.lead });
  const to = `/festivals/${done.festivalSlug}/organise/hosts`;
  if (done.email === viewer?.email)
    return redirectWithToast(to, "hosting.toast.hosting", { festival: done.festival });
  if (!done.already) await askForCode(askingIn(args, text.locale, to), done.email);
  return redirect(`/login/code?${new URLSearchParams({ email: done.email, to })}`);
}

export default function HostInvitation() {
  const { t } = useText();
  const { title, closed, open } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  if (!open) {
    return (
      <Page width="narrow" title={title} intro={closed?.text}>
        {closed?.signIn && (
          <div>
            <LinkButton to={closed.signIn} variant="primary">
              {t("hosting.answer.signIn")}
            </LinkButton>
          </div>
        )}
      </Page>
    );
  }
  const { lead, email, home, standing, loginPath } = open;
  return (
    <Page width="narrow" title={title} band={open.hosts.map((host) => host.colour)}>
      <InvitationFacts {...open} />
      {open.wrongPerson && <WrongPerson email={open.wrongPerson} invited={email} />}
      {home !== null && standing !== null ? (
        <OwnAnswer {...{ home, email, lead, standing, loginPath }} />
      ) : (
        <FoundForm
          organisation={open.organisationName}
          email={email}
          lastResult={resultOf(answer, "found")}
        />
      )}
      {standing !== "hosts" && <DeclineForm lead={lead} lastResult={resultOf(answer, "decline")} />}
    </Page>
  );
}
