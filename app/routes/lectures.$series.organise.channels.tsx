import { useForm } from "@conform-to/react";
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { MessageSquare, MonitorPlay, Printer } from "lucide-react";
import { organiseChannels } from "~/lectures/channels/channel-actions.server.ts";
import { ChannelFields } from "~/lectures/channels/channel-fields.tsx";
import { ChannelList } from "~/lectures/channels/channel-list.tsx";
import { listChannels } from "~/lectures/channels/channels.server.ts";
import type { Fault } from "~/lectures/channels/outcome.ts";
import { openOrganising } from "~/lectures/page.server.ts";
import { answerTo } from "~/people/answered.ts";
import { findText } from "~/people/reader.server.ts";
import { useText } from "~/platform/i18n/text.tsx";
import { neverKept, titled } from "~/platform/title.ts";
import { Button, EmptyState, Form, Inline, LinkButton, Notice, Section } from "~/ui/index.ts";

export const meta = titled;
export const headers = neverKept;

/** For organisers of the hosts. Nobody reads a channel's address again, not even who typed it. */
export async function loader(args: LoaderFunctionArgs) {
  const { series } = await openOrganising(args);
  const [{ t }, channels] = await Promise.all([findText(args), listChannels(args.context.db, series.id)]);
  const { name, slug, language } = series;
  return { title: t("lectures.organise.title", { name }), slug, language, channels };
}

/** For organisers of the hosts. */
export async function action(args: ActionFunctionArgs) {
  const { viewer, series } = await openOrganising(args);
  const { t } = await findText(args);
  return organiseChannels(args.request, { context: args.context, series, personId: viewer.personId, t });
}

export default function OrganiseChannels() {
  const { t } = useText();
  const { slug, language, channels } = useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>();
  const notArrived = answered && "notArrived" in answered ? answered.notArrived : null;
  const [form, fields] = useForm({
    id: "add-channel",
    lastResult: answerTo("add-channel", answered && "result" in answered ? answered : undefined),
    defaultValue: { kind: "slack", name: "", url: "", language, hoursBefore: "24" },
  });
  const labels = {
    kind: t("visible.channels.kind"),
    url: t("visible.channels.url"),
    name: t("visible.channels.name"),
    hoursBefore: t("visible.channels.hoursBefore"),
    language: t("visible.channels.language"),
  };
  return (
    <>
      <Section title={t("visible.channels.onPaper")} intro={t("visible.channels.onPaperIntro")}>
        <Inline>
          <LinkButton to={`/lectures/${slug}/poster`} icon={Printer}>
            {t("visible.poster.link")}
          </LinkButton>
          <LinkButton to={`/lectures/${slug}/screen`} icon={MonitorPlay} reloadDocument>
            {t("visible.screen.link")}
          </LinkButton>
        </Inline>
      </Section>
      <Section title={t("visible.channels.title")} intro={t("visible.channels.intro")}>
        {notArrived && (
          <div role="alert">
            <Notice tone="danger" title={t("visible.channels.notArrived", { name: notArrived.name })}>
              <p>{t(`visible.fault.${notArrived.fault as Fault}`)}</p>
            </Notice>
          </div>
        )}
        {channels.length > 0 ? (
          <ChannelList channels={channels} />
        ) : (
          <EmptyState icon={MessageSquare} title={t("visible.channels.none")}>
            {t("visible.channels.noneText")}
          </EmptyState>
        )}
      </Section>
      <Section title={t("visible.channels.add")} intro={t("visible.channels.addIntro")}>
        <Form form={form} labels={labels}>
          <input type="hidden" name="intent" value="add-channel" />
          <ChannelFields fields={fields} />
          <div>
            <Button>{t("visible.channels.add")}</Button>
          </div>
        </Form>
      </Section>
    </>
  );
}
