import { CalendarDays } from "lucide-react";
import { useText } from "~/platform/i18n/text.tsx";
import type { OutboxMail } from "~/platform/mail/outbox.server.ts";
import { Card, Disclosure, LinkButton } from "~/ui/index.ts";
import { linked } from "./linked.tsx";

/** One mail that was kept: what it says, how it looks, and its calendar part. */
export function OutboxMailCard({ mail, open }: { mail: OutboxMail; open: boolean }) {
  const { t, format } = useText();
  return (
    <Card id={`mail-${mail.id}`}>
      <article aria-labelledby={`subject-${mail.id}`} className="flex flex-col gap-2">
        <h2 id={`subject-${mail.id}`} className="text-lg">
          {mail.subject}
        </h2>
        <p className="text-sm text-soft">
          {t("people.outbox.to")} <span className="text-ink">{mail.to}</span> ·{" "}
          {format.moment(mail.createdAt)}
        </p>
        <Disclosure summary={t("people.outbox.text")} open={open}>
          <pre className="font-sans break-words whitespace-pre-wrap">{linked(mail.text)}</pre>
        </Disclosure>
        <Disclosure summary={t("people.outbox.html")}>
          <iframe
            title={t("people.outbox.htmlOf", { subject: mail.subject })}
            sandbox=""
            srcDoc={mail.html}
            loading="lazy"
            className="h-128 w-full rounded-md border border-line bg-white"
          />
        </Disclosure>
        {mail.unsubscribeUrl && <UnsubscribeHeaders url={mail.unsubscribeUrl} />}
        {mail.ical && <CalendarPart method={mail.icalMethod ?? ""} ical={mail.ical} />}
        {mail.moreIcals?.map(({ method, ics }) => (
          <CalendarPart key={ics} method={method} ical={ics} />
        ))}
      </article>
    </Card>
  );
}

/** What mail programs make their own button of. */
function UnsubscribeHeaders({ url }: { url: string }) {
  const { t } = useText();
  return (
    <Disclosure summary={t("people.outbox.unsubscribe")}>
      <pre className="font-mono text-sm break-all whitespace-pre-wrap">
        {linked(`List-Unsubscribe: <${url}>\nList-Unsubscribe-Post: List-Unsubscribe=One-Click`)}
      </pre>
    </Disclosure>
  );
}

function CalendarPart({ method, ical }: { method: string; ical: string }) {
  const { t } = useText();
  return (
    <Disclosure summary={t("people.outbox.calendar", { method })}>
      <pre className="font-mono text-sm break-all whitespace-pre-wrap">{ical}</pre>
      <p className="mt-3">
        <LinkButton
          to={`data:text/calendar;charset=utf-8,${encodeURIComponent(ical)}`}
          download
          reloadDocument
          size="small"
          icon={CalendarDays}
        >
          {t("people.outbox.download")}
        </LinkButton>
      </p>
    </Disclosure>
  );
}
