import { useText } from "~/platform/i18n/text.tsx";
import { Disclosure, Meter, OrganisationMark } from "~/ui/index.ts";
import { type Balance, type BalanceKind, type BalanceLine, balanceKinds } from "./balance.ts";
import { durationWords } from "./duration.ts";

/** What is accepted, by host, track, language and level, against what was proposed and what the rooms offer. */
export function BalancePanel({ balance, open }: { balance: Balance; open: boolean }) {
  const { t } = useText();
  const { submitted, accepted, available, withoutLength } = balance;
  const values = { submitted, accepted, minutes: durationWords(balance.minutes, t) };
  const summary =
    available > 0
      ? t("review.balance.summary", { ...values, available: durationWords(available, t) })
      : t("review.balance.summaryNoRooms", values);
  const kinds = balanceKinds.filter((kind) => balance.parts[kind].length > 1 || kind === "host");
  return (
    <Disclosure summary={summary} open={open} id="balance">
      <div className="grid gap-x-10 gap-y-6 py-2 sm:grid-cols-2">
        {kinds.map((kind) => (
          <Part key={kind} kind={kind} lines={balance.parts[kind]} />
        ))}
      </div>
      <p className="text-sm text-soft">
        {t("review.balance.hint")}
        {withoutLength > 0 && ` ${t("review.balance.withoutLength", { count: withoutLength })}`}
      </p>
    </Disclosure>
  );
}

function Part({ kind, lines }: { kind: BalanceKind; lines: BalanceLine[] }) {
  const { t } = useText();
  const id = `balance-${kind}`;
  return (
    <section aria-labelledby={id} className="flex flex-col gap-2">
      <h3 id={id} className="font-sans text-sm font-semibold text-soft">
        {t(`review.balance.${kind}`)}
      </h3>
      <ul className="flex flex-col gap-2">
        {lines.map((line) => (
          <li key={line.key} className="grid grid-cols-[minmax(0,1fr)_auto] items-center gap-x-4 gap-y-1">
            <Name kind={kind} line={line} />
            <span className="text-sm text-soft tabular-nums">
              {line.accepted > 0
                ? t("review.balance.lineTime", { ...line, minutes: durationWords(line.minutes, t) })
                : t("review.balance.line", { accepted: line.accepted, submitted: line.submitted })}
              {line.available
                ? ` / ${t("review.balance.rooms", { available: durationWords(line.available, t) })}`
                : ""}
            </span>
            <span className="col-span-2">
              <Meter value={line.accepted} max={line.submitted} />
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Name({ kind, line: { key, name, colour } }: { kind: BalanceKind; line: BalanceLine }) {
  const { t, format } = useText();
  if (kind === "language") return <span>{format.language(key)}</span>;
  if (kind === "level") return <span>{t(`review.levels.${key as "all" | "beginner" | "advanced"}`)}</span>;
  if (!colour) return <span className="text-soft">{t("review.balance.noTrack")}</span>;
  return <OrganisationMark organisation={{ name, slug: key, colour }} />;
}
