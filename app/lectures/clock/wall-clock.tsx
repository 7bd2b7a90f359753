import { useText } from "~/platform/i18n/text.tsx";
import { type IsoInstant, plus } from "~/platform/time.ts";
import { digitsOf, signalsOf } from "./clock.js";

export interface WallClockProps {
  /** What the browser keeps its beginning under. */
  id: string;
  minutes: number;
  /** Null where there is no lecture to wait for. */
  planned: { startsAt: IsoInstant; timeZone: string; what: string; when: string } | null;
  backTo: string;
  /** The script that keeps the page for when there is no network; null where nothing may be kept. */
  worker: string | null;
}

/** Start, five, two, stop. Drawn by the server, run by a small module. */
export function WallClock({ id, minutes, planned, backTo, worker }: WallClockProps) {
  const { t } = useText();
  const words = useWords(minutes, planned?.when);
  return (
    <div
      id="clock"
      className="clock"
      data-stage="ready"
      data-key={`clock ${id}`}
      data-minutes={minutes}
      data-starts={planned?.startsAt}
      data-words={JSON.stringify(words)}
      data-worker={worker ?? undefined}
    >
      <h1 className="sr-only">{t("lecture.wallClock.title")}</h1>
      <Ring minutes={minutes} />
      {planned && <p className="clock-what">{planned.what}</p>}
      <div className="clock-face">
        <p role="timer" data-clock="digits" className="clock-digits">
          {digitsOf(minutes * 60_000)}
        </p>
        <p data-clock="word" className="clock-word">
          {planned?.when ?? t("lecture.wallClock.ready")}
        </p>
        <button type="button" hidden data-clock="start" className="clock-button">
          {t("lecture.wallClock.begin")}
        </button>
        {planned && (
          <noscript>
            <p className="clock-word">
              <ByTheClock minutes={minutes} planned={planned} words={words} />
            </p>
          </noscript>
        )}
      </div>
      <p aria-live="assertive" data-clock="said" className="sr-only" />
      <div className="clock-tools">
        <a href={backTo} className="clock-button">
          {t("lecture.wallClock.back")}
        </a>
        <button type="button" hidden data-clock="sound" aria-pressed="false" className="clock-button">
          {t("lecture.wallClock.sound")}
        </button>
        <button type="button" hidden data-clock="full" className="clock-button">
          {t("lecture.wallClock.full")}
        </button>
      </div>
    </div>
  );
}

/** What it says at each stage; a talk shorter than ten minutes has no five minutes to speak of. */
function useWords(minutes: number, when: string | undefined) {
  const { t } = useText();
  const isShort = minutes < 10;
  const waits = when ?? t("lecture.wallClock.ready");
  return {
    ready: t("lecture.wallClock.ready"),
    early: waits,
    waiting: waits,
    start: t("lecture.wallClock.start"),
    talk: t("lecture.wallClock.talk"),
    five: t(isShort ? "lecture.wallClock.halfWay" : "lecture.wallClock.five"),
    two: t(isShort ? "lecture.wallClock.nearlyDone" : "lecture.wallClock.two"),
    stop: t("lecture.wallClock.stop"),
    begin: t("lecture.wallClock.begin"),
    again: t("lecture.wallClock.again"),
    sure: t("lecture.wallClock.sure"),
  };
}

function Ring({ minutes }: { minutes: number }) {
  const { five, two } = signalsOf(minutes);
  const circle = { cx: 50, cy: 50, r: 47, pathLength: 100 };
  return (
    <svg viewBox="0 0 100 100" aria-hidden="true" className="clock-ring">
      <circle {...circle} strokeWidth={0.6} opacity={0.4} />
      <circle
        {...circle}
        data-clock="ring"
        strokeWidth={3}
        strokeLinecap="butt"
        strokeDasharray="100 100"
        strokeDashoffset={0}
      />
      {[five, two].map((left) => (
        <line
          key={left}
          x1={50}
          y1={1}
          x2={50}
          y2={8}
          strokeWidth={0.8}
          transform={`rotate(${(360 * left) / (minutes * 60_000)} 50 50)`}
        />
      ))}
    </svg>
  );
}

/** Without script: when to hold up which hand. */
function ByTheClock({ minutes, planned, words }: ByTheClockProps) {
  const { format } = useText();
  const { five, two } = signalsOf(minutes);
  const at = (left: number) =>
    format.time(plus(planned.startsAt, { milliseconds: minutes * 60_000 - left }), planned.timeZone);
  return `${words.five} ${at(five)} · ${words.two} ${at(two)} · ${words.stop} ${at(0)}`;
}

interface ByTheClockProps extends Pick<WallClockProps, "minutes"> {
  planned: NonNullable<WallClockProps["planned"]>;
  words: Record<"five" | "two" | "stop", string>;
}
