import { type SubmissionResult, useForm } from "@conform-to/react";
import { useText } from "~/platform/i18n/text.tsx";
import {
  ActionForm,
  Button,
  ColourField,
  DescriptionList,
  Form,
  HostLine,
  LinkButton,
  Notice,
  Section,
  Stack,
  TextField,
} from "~/ui/index.ts";
import type { HostOrganisation } from "../festival.ts";

type LastResult = SubmissionResult<string[]> | undefined;

export interface AskedFestival {
  name: string;
  language: string;
  startsOn: string;
  endsOn: string;
  outcome: string;
}

export interface InvitationFactsProps {
  festival: AskedFestival;
  hosts: HostOrganisation[];
  lead: string;
  invitedBy: string | null;
  message: string;
}

/** Who asks, for which festival, and what accepting means. */
export function InvitationFacts({ festival, hosts, lead, invitedBy, message }: InvitationFactsProps) {
  const { t, format } = useText();
  return (
    <Stack>
      <HostLine hosts={hosts} />
      {message && (
        <blockquote className="border-s-2 border-line ps-4">
          <p className="whitespace-pre-line">{message}</p>
        </blockquote>
      )}
      <DescriptionList
        items={[
          {
            term: t("hosting.answer.festival"),
            description: <span lang={festival.language}>{festival.name}</span>,
          },
          {
            term: t("hosting.answer.dates"),
            description: format.dateRange(festival.startsOn, festival.endsOn),
          },
          {
            term: t("hosting.answer.outcome"),
            description: (
              <p lang={festival.language} className="whitespace-pre-line">
                {festival.outcome}
              </p>
            ),
          },
          {
            term: t("hosting.answer.asker"),
            description: invitedBy ? t("hosting.answer.from", { name: invitedBy, organisation: lead }) : lead,
          },
        ]}
      />
      <Section title={t("hosting.answer.means")}>
        <ul className="flex max-w-prose list-disc flex-col gap-1 ps-5">
          <li>{t("hosting.answer.means1")}</li>
          <li>{t("hosting.answer.means2")}</li>
          <li>{t("hosting.answer.means3")}</li>
        </ul>
      </Section>
    </Stack>
  );
}

/** Founds the organisation and hosts with it. */
export function FoundForm({
  organisation,
  email,
  lastResult,
}: {
  organisation: string;
  email: string;
  lastResult: LastResult;
}) {
  const { t } = useText();
  const [form, fields] = useForm<{ organisation: string; colour: string; name: string }>({
    id: "found",
    lastResult,
    defaultValue: { organisation, colour: "#3f6f8f", name: "" },
  });
  return (
    <Section title={t("hosting.answer.found")} intro={t("hosting.answer.foundIntro", { email })}>
      <Form form={form}>
        <input type="hidden" name="form" value="found" />
        <TextField
          field={fields.organisation}
          label={t("hosting.answer.organisation")}
          autoComplete="organization"
        />
        <ColourField
          field={fields.colour}
          label={t("hosting.answer.colour")}
          hint={t("hosting.answer.colourHint")}
        />
        <TextField field={fields.name} label={t("hosting.answer.name")} autoComplete="name" />
        <div>
          <Button>{t("hosting.answer.submitPlain")}</Button>
        </div>
      </Form>
    </Section>
  );
}

/** For somebody whose organisation is here: to answer for it, or where to go to. */
export function OwnAnswer({
  home,
  email,
  lead,
  standing,
  loginPath,
}: {
  home: string;
  email: string;
  lead: string;
  /** `stranger`: not signed in with the address that was invited. */
  standing: "may" | "member" | "hosts" | "stranger";
  loginPath: string;
}) {
  const { t } = useText();
  const organisation = home;
  if (standing === "stranger") {
    return (
      <Section
        title={t("hosting.answer.homeTitle", { email, organisation })}
        intro={t("hosting.answer.homeIntro", { organisation })}
      >
        <div>
          <LinkButton to={loginPath} variant="primary">
            {t("hosting.answer.signIn")}
          </LinkButton>
        </div>
      </Section>
    );
  }
  const text = { may: "ownMay", member: "ownMember", hosts: "ownHosts" } as const;
  return (
    <Section
      title={t("hosting.answer.own", { organisation })}
      intro={t(`hosting.answer.${text[standing]}`, { organisation, lead })}
    >
      {standing === "may" && (
        <div>
          <ActionForm fields={{ form: "own" }}>{t("hosting.answer.ownSubmit", { organisation })}</ActionForm>
        </div>
      )}
    </Section>
  );
}

/** Says no with one button; why is for who wants to say it. */
export function DeclineForm({ lead, lastResult }: { lead: string; lastResult: LastResult }) {
  const { t } = useText();
  const [form, fields] = useForm<{ reason?: string }>({ id: "decline", lastResult });
  return (
    <Section title={t("hosting.answer.decline")} intro={t("hosting.answer.declineIntro", { lead })}>
      <Form form={form}>
        <input type="hidden" name="form" value="decline" />
        <TextField
          field={fields.reason}
          label={t("hosting.answer.reason")}
          hint={t("hosting.answer.reasonHint", { lead })}
          optional
        />
        <div>
          <Button variant="secondary">{t("hosting.answer.declineSubmit")}</Button>
        </div>
      </Form>
    </Section>
  );
}

/** Somebody else is signed in than the mail was sent to. */
export function WrongPerson({ email, invited }: { email: string; invited: string }) {
  const { t } = useText();
  return <Notice tone="warning">{t("hosting.answer.wrongPerson", { email, invited })}</Notice>;
}
