import { isLocale } from "~/platform/i18n/languages.ts";
import { useText } from "~/platform/i18n/text.tsx";
import { ActionForm, Badge, Card, Inline, Stack, type Tone } from "~/ui/index.ts";
import { leads } from "./channel.ts";
import type { ShownAnnouncement, ShownChannel } from "./channels.server.ts";
import type { Fault } from "./outcome.ts";

/** The channels that are told, what they were told last, and what can be done with each. */
export function ChannelList({ channels }: { channels: readonly ShownChannel[] }) {
  return (
    <Stack>
      {channels.map((channel) => (
        <Card key={channel.id}>
          <Channel channel={channel} />
        </Card>
      ))}
    </Stack>
  );
}

function Channel({ channel }: { channel: ShownChannel }) {
  const { t, format } = useText();
  const { id, name, kind, address, active, language, announcements } = channel;
  const lead = leads.find((one) => Number(one) === channel.hoursBefore);
  const on = { channelId: id };
  return (
    <Stack gap="small">
      <Inline>
        <h3>{name}</h3>
        <Badge tone={active ? "success" : "neutral"}>
          {t(active ? "visible.channels.active" : "visible.channels.isPaused")}
        </Badge>
      </Inline>
      <p className="text-soft">
        {t(`visible.channels.kinds.${kind}`)} · <span className="break-all">{address}</span>
        {isLocale(language) && ` · ${format.language(language)}`}
        {lead && ` · ${t(`visible.channels.leads.${lead}`)}`}
      </p>
      {announcements.length > 0 && (
        <ul className="flex flex-col gap-2">
          {announcements.map((announcement) => (
            <li key={announcement.id}>
              <Announced announcement={announcement} />
            </li>
          ))}
        </ul>
      )}
      <Inline>
        <ActionForm fields={{ intent: "trial", ...on }} variant="secondary" size="small">
          {t("visible.channels.trial")}
        </ActionForm>
        <ActionForm fields={{ intent: active ? "pause" : "resume", ...on }} variant="quiet" size="small">
          {t(active ? "visible.channels.pause" : "visible.channels.resume")}
        </ActionForm>
        <ActionForm
          fields={{ intent: "remove", ...on }}
          variant="quiet"
          size="small"
          confirm={t("visible.channels.confirmRemove", { name })}
        >
          {t("visible.channels.remove")}
        </ActionForm>
      </Inline>
    </Stack>
  );
}

const tones: Record<ShownAnnouncement["status"], Tone> = {
  queued: "info",
  sending: "info",
  sent: "success",
  failed: "danger",
};

function Announced({ announcement }: { announcement: ShownAnnouncement }) {
  const { t, format } = useText();
  const { id, about, date, status, attempts, fault, at } = announcement;
  const state = status === "queued" && attempts > 0 ? "retrying" : status;
  const isTrial = about === "trial";
  return (
    <Inline>
      <Badge tone={state === "retrying" ? "warning" : tones[status]}>
        {t(`visible.channels.state.${state}`)}
      </Badge>
      <span>
        {t(`visible.channels.about.${about}`, { date: date ? format.date(date) : "" })}
        {" · "}
        <span className="text-soft">
          {state === "retrying"
            ? t("visible.channels.nextTry", { time: format.moment(at) })
            : format.moment(at)}
        </span>
        {fault && status !== "sent" && <> · {t(`visible.fault.${fault as Fault}`)}</>}
      </span>
      {!isTrial && (state === "failed" || state === "retrying") && (
        <ActionForm fields={{ intent: "again", announcementId: id }} variant="quiet" size="small">
          {t("visible.channels.again")}
        </ActionForm>
      )}
    </Inline>
  );
}
