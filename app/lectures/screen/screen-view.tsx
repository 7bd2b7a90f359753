import { useText } from "~/platform/i18n/text.tsx";
import { Temporal } from "~/platform/time.ts";
import { organisationColour } from "~/ui/index.ts";
import { shortAddress } from "../poster/poster.ts";
import { nobodyKey, untitledKey } from "../poster/poster-words.ts";
import { QrCode } from "../poster/qr-code.tsx";
import type { Series } from "../series.ts";
import { countdown, type Screen, type ScreenLecture } from "./screen.ts";

export interface ScreenViewProps {
  screen: Screen;
  series: Pick<Series, "name" | "slug" | "hosts">;
  /** Absolute: where its QR code leads. */
  address: string;
  now: string;
}

/** All that a corridor screen shows, as large as the screen is. */
export function ScreenView({ screen, series, address, now }: ScreenViewProps) {
  const { t } = useText();
  const { main, calledOff, later } = screen;
  return (
    <div className="screen" data-screen data-now={now}>
      <header>
        <p className="screen-name" dir="auto">
          {series.name}
        </p>
        <p className="screen-hosts">
          {series.hosts.map(({ name, colour }) => (
            <span key={name} dir="auto">
              <i aria-hidden className="organisation" style={organisationColour(colour)} />
              {name}
            </span>
          ))}
        </p>
      </header>
      <section
        className="screen-main"
        aria-label={t(main?.isNow ? "visible.screen.now" : "visible.screen.next")}
      >
        {calledOff.map((lecture) => (
          <p key={lecture.date} className="screen-off">
            <OffWords lecture={lecture} />
          </p>
        ))}
        {main ? <Main lecture={main} slug={series.slug} now={now} /> : <h1>{t("visible.screen.none")}</h1>}
      </section>
      <div className="screen-below">
        <section aria-labelledby="screen-later">
          {later.length > 0 && <h2 id="screen-later">{t("visible.screen.later")}</h2>}
          <ol>
            {later.map((lecture) => (
              <Later key={lecture.date} lecture={lecture} />
            ))}
          </ol>
        </section>
        <div className="screen-code">
          <QrCode address={address} alt={t("visible.screen.qr", { address: shortAddress(address) })} />
          <p>{t("visible.screen.follow")}</p>
        </div>
      </div>
    </div>
  );
}

function Main({ lecture, slug, now }: { lecture: NonNullable<Screen["main"]>; slug: string; now: string }) {
  const { t, format, locale } = useText();
  const { topic, speaker, place, isNow, startsAt, endsAt, timeZone } = lecture;
  const underWay = t("visible.screen.underWay", { time: format.time(endsAt, timeZone) });
  const before = t("visible.screen.begins", { when: "{when}" });
  const words = isNow
    ? underWay
    : before.replace("{when}", countdown(startsAt, Temporal.Instant.from(now), locale));
  return (
    <>
      <p
        className="screen-countdown"
        data-countdown
        data-starts={startsAt}
        data-ends={endsAt}
        data-before={before}
        data-now={underWay}
        data-over={t("visible.screen.over")}
      >
        {words}
      </p>
      <h1 dir="auto" data-long={topic.length > 70 ? "" : undefined}>
        {topic || t(untitledKey(lecture))}
      </h1>
      <p className="screen-speaker" dir="auto">
        {speaker
          ? [speaker.name, speaker.organisation?.name].filter(Boolean).join(", ")
          : t(nobodyKey(lecture.isOpenFloor))}
      </p>
      <p className="screen-when" dir="auto">
        {format.sessionTime(lecture)} · {place}
      </p>
      {isNow && (
        <p>
          <a className="screen-clock" href={`/lectures/${slug}/clock`}>
            {t("visible.screen.clock")}
          </a>
        </p>
      )}
    </>
  );
}

function Later({ lecture }: { lecture: ScreenLecture }) {
  const { t, format } = useText();
  return (
    <li>
      <span>{format.date(lecture.date)}</span>
      <span dir="auto">
        {lecture.topic || t(untitledKey(lecture))}
        {lecture.speaker && <small> {lecture.speaker.name}</small>}
      </span>
    </li>
  );
}

function OffWords({ lecture }: { lecture: ScreenLecture }) {
  const { t, format } = useText();
  return <>{t("visible.screen.calledOff", { date: format.date(lecture.date) })}</>;
}
