import { useText } from "~/platform/i18n/text.tsx";
import type { Mine } from "./mine.ts";

/** What a break or leaving would do to what I was asked for and agreed to, said before a button is pressed. */
export function Effects({ mine: { agreed, asked }, of }: { mine: Mine; of: "break" | "leave" }) {
  const { t, format } = useText();
  const list = (dates: string[]) => format.list(dates.map((date) => format.date(date)));
  const given = agreed.map(({ date }) => date);
  const sentences = [
    given.length > 0 ? t(`roster.${of}.agreed`, { dates: list(given) }) : t(`roster.${of}.agreedNone`),
    ...(asked.length > 0 ? [t(`roster.${of}.asked`, { dates: list(asked) })] : []),
    t(`roster.${of}.balance`),
  ];
  return (
    <ul className="flex max-w-prose list-disc flex-col gap-1 ps-5 text-soft">
      {sentences.map((sentence) => (
        <li key={sentence}>{sentence}</li>
      ))}
    </ul>
  );
}
