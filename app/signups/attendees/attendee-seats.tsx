import { useText } from "~/platform/i18n/text.tsx";
import { Badge, Button, Disclosure, Form, Inline, Stack, TextArea, TextLink } from "~/ui/index.ts";
import type { AttendeePage } from "./attendee.server.ts";
import { tones } from "./attendee-table.tsx";

type Seat = AttendeePage["seats"][number];

export interface AttendeeSeatsProps {
  name: string;
  seats: Seat[];
  /** Where a session stands for attendees: this and its id. */
  sessions: string;
  /** Of the form that was sent and refused. */
  refused: { session: string; reason?: string; errors: string[] } | null;
}

/** What one person has and waits for, each with the way to sign them out. */
export function AttendeeSeats({ name, seats, sessions, refused }: AttendeeSeatsProps) {
  const { t, format } = useText();
  return (
    <ul className="divide-y divide-line border-y border-line">
      {seats.map(({ session, status, place, mayEnd, deed }) => (
        <li key={session.id} className="flex flex-col gap-2 py-4">
          <Inline gap="tight">
            <Badge tone={tones[status]}>
              {status === "waiting"
                ? t("attendees.one.waitingAt", { place: place ?? "" })
                : t(`attendees.statuses.${status}`)}
            </Badge>
            <strong>
              <TextLink to={`${sessions}/${session.id}`}>{session.title}</TextLink>
            </strong>
          </Inline>
          <p className="text-sm text-soft">{format.sessionTime(session)}</p>
          {deed?.did === "placed" && (
            <p className="text-sm">
              {t("attendees.placedBy", { name: deed.name })}
              {deed.reason && `: “${deed.reason}”`}
            </p>
          )}
          {mayEnd && (
            <Disclosure summary={t("attendees.one.signOut")} open={refused?.session === session.id}>
              <SignOutForm
                {...{ name, status }}
                session={session}
                refused={refused?.session === session.id ? refused : null}
              />
            </Disclosure>
          )}
        </li>
      ))}
    </ul>
  );
}

interface SignOutFormProps extends Pick<AttendeeSeatsProps, "name" | "refused"> {
  session: Seat["session"];
  status: Seat["status"];
}

function SignOutForm({ name, session, status, refused }: SignOutFormProps) {
  const { t } = useText();
  return (
    <Form>
      <Stack>
        <input type="hidden" name="intent" value="sign-out" />
        <input type="hidden" name="session" value={session.id} />
        <p>{t(`attendees.one.signOutWhat.${status === "waiting" ? "queue" : "seat"}`, { name })}</p>
        <TextArea
          id={`reason-${session.id}`}
          name="reason"
          rows={2}
          label={t("attendees.one.reason")}
          hint={t("attendees.one.reasonHint", { name })}
          value={refused?.reason}
          errors={refused?.errors}
        />
        <Inline>
          <Button variant="danger">{t("attendees.one.signOutOf", { name, title: session.title })}</Button>
        </Inline>
      </Stack>
    </Form>
  );
}
