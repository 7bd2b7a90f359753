import { useText } from "~/platform/i18n/text.tsx";
import { Badge, Disclosure, LinkButton, Section, TextLink, type Tone } from "~/ui/index.ts";
import type { MyLine, MyResult, MySlot } from "./mine.server.ts";

/** What somebody has in this festival now, in order of time. */
export function MySeats({ seats, home }: { seats: MyLine[]; home: string }) {
  const { t } = useText();
  if (seats.length === 0)
    return (
      <div className="flex flex-col items-start gap-4">
        <p>{t("ballot.mine.nothing")}</p>
        <LinkButton to={home} variant="primary">
          {t("ballot.mine.programme")}
        </LinkButton>
      </div>
    );
  return (
    <Section title={t("ballot.mine.now")}>
      <ul className="flex flex-col">
        {seats.map((line) => (
          <li key={line.id} className="border-b border-line py-3 last:border-0">
            <Line line={line} withTime />
          </li>
        ))}
      </ul>
    </Section>
  );
}

/** What somebody got from their wishes, and why, one time slot after another. */
export function MyResultView({ result, home }: { result: MyResult; home: string }) {
  const { t } = useText();
  return (
    <Section
      title={t("ballot.mine.why")}
      intro={result.slots ? t("ballot.mine.whyIntro") : t("ballot.mine.noWishes")}
    >
      {result.slots
        ?.filter(({ asked }) => asked)
        .map((slot) => (
          <Slot key={slot.key} slot={slot} />
        ))}
      <Disclosure summary={t("ballot.mine.check")}>
        <div className="flex max-w-prose flex-col gap-3">
          {result.slots && (
            <p>
              {t("ballot.mine.number")} <strong className="seed">{result.number}</strong>
            </p>
          )}
          <p>
            {t("ballot.mine.replay")}{" "}
            <TextLink to={`${home}/ballot.json`} reloadDocument>
              {t("ballot.mine.file")}
            </TextLink>
          </p>
        </div>
      </Disclosure>
    </Section>
  );
}

function Slot({ slot }: { slot: MySlot }) {
  const { t, format } = useText();
  return (
    <article id={slot.key} className="card flex flex-col gap-3">
      <h3 className="text-lg">{slot.span ? format.sessionTime(slot.span) : format.moment(slot.key)}</h3>
      {slot.got && <Line line={slot.got} />}
      <p>{slot.why.sentence}</p>
      {slot.missed.length > 0 && (
        <ol className="flex flex-col gap-2">
          {slot.missed.map(({ line, rank, sentence }) => (
            <li key={`${rank} ${line?.id}`} className="border-s-2 border-line ps-3">
              <p>
                <span className="text-soft">{t("ballot.mine.wish", { rank })}</span>{" "}
                {line ? <SessionLink line={line} /> : t("ballot.mine.gone")}
                {line?.queue != null && <> · {t("ballot.mine.queue", { place: line.queue })}</>}
              </p>
              <p className="text-sm text-soft">{sentence}</p>
            </li>
          ))}
        </ol>
      )}
    </article>
  );
}

function SessionLink({ line }: { line: MyLine }) {
  return (
    <span lang={line.language}>
      <TextLink to={line.path}>{line.title}</TextLink>
    </span>
  );
}

function Line({ line, withTime = false }: { line: MyLine; withTime?: boolean }) {
  const { t, format } = useText();
  const [tone, words] = standing(line);
  const facts = [withTime && format.sessionTime(line.span), line.place].filter(Boolean);
  return (
    <div className="flex flex-col gap-1">
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1 font-semibold">
        <SessionLink line={line} />
        <Badge tone={tone}>{words}</Badge>
      </p>
      {facts.length > 0 && <p className="text-sm text-soft">{facts.join(" · ")}</p>}
    </div>
  );

  function standing({ cancelled, status, queue }: MyLine): [Tone, string] {
    if (cancelled) return ["danger", t("ballot.mine.cancelled")];
    switch (status) {
      case "confirmed":
        return ["success", t("ballot.mine.seat")];
      case "offered":
        return ["accent", t("ballot.mine.offered")];
      case "waiting":
        return ["info", t("ballot.mine.queue", { place: queue ?? 1 })];
      case "attended":
        return ["success", t("ballot.mine.attended")];
      case "absent":
      case "not-coming":
        return ["neutral", t("ballot.mine.notThere")];
      default:
        return ["neutral", t("ballot.mine.givenUp")];
    }
  }
}
