import { useText } from "~/platform/i18n/text.tsx";
import type { StartingBalance } from "./balances.ts";

interface StartingBalancesProps {
  balances: readonly StartingBalance[];
  newcomers: readonly string[];
}

/** How everybody would start, in words, those with most to come first. */
export function StartingBalances({ balances, newcomers }: StartingBalancesProps) {
  const { t, format } = useText();
  const uneven = balances.filter(({ word }) => word !== "even");
  const even = balances.filter(({ word }) => word === "even").map(({ name }) => name);
  return (
    <section aria-labelledby="starting-balances" className="flex flex-col gap-3">
      <h3 id="starting-balances">{t("rosterImport.balances.title")}</h3>
      {newcomers.length > 0 && (
        <p className="max-w-prose">
          {t("rosterImport.balances.new", { count: newcomers.length, names: format.list([...newcomers]) })}
        </p>
      )}
      <ul className="flex flex-col gap-1">
        {uneven.map(({ personId, name, word, talks, given, share }) => (
          <li key={personId}>
            {word !== "even" && t(`rosterImport.balances.${word}`, { name, count: talks })}{" "}
            <span className="text-sm text-soft tabular-nums">
              {t("rosterImport.balances.figures", { given, share: format.number(share) })}
            </span>
          </li>
        ))}
        {even.length > 0 && (
          <li>{t("rosterImport.balances.even", { count: even.length, names: format.list(even) })}</li>
        )}
      </ul>
    </section>
  );
}
