import { useText } from "~/platform/i18n/text.tsx";
import type { DateOrder, DateReadings } from "~/platform/tables/when/dates.ts";
import { Button } from "./button.tsx";
import { RadioGroup } from "./choice-group.tsx";
import { type Option, SelectField } from "./select-field.tsx";

interface ColumnChoicesProps {
  columns: readonly { letter: string; name: string; field: string | null; example: string }[];
  /** What a column can be taken for. */
  options: Option[];
  error: string | null;
  /** The first date that can be read in two ways. */
  ambiguous: string | null;
  dateOrder: DateOrder | null;
  /** What it is either way. */
  orders: DateReadings;
}

/** What each column of a table is taken for, to be changed: the fields `column-0` and so on, and `order`. */
export function ColumnChoices({ columns, options, error, ambiguous, dateOrder, orders }: ColumnChoicesProps) {
  const { t, format } = useText();
  return (
    <div className="flex flex-col gap-4">
      <p className="max-w-prose text-soft">{t("tables.columns.intro")}</p>
      {ambiguous && (
        <RadioGroup
          id="import-order"
          name="order"
          label={t("tables.columns.order", { example: ambiguous })}
          hint={t("tables.columns.orderHint")}
          value={dateOrder ?? undefined}
          options={(["day-first", "month-first"] as const).map((order) => {
            const date = orders[order] && format.dateLong(orders[order]);
            return { value: order, label: t(`tables.columns.orders.${order}`, { date }) };
          })}
        />
      )}
      <div className="grid gap-4 sm:grid-cols-2">
        {columns.map(({ letter, name, field, example }, index) => (
          <SelectField
            key={letter}
            id={`column-${index}`}
            name={`column-${index}`}
            label={t("tables.columns.column", { letter, name: name || t("tables.columns.unnamed") })}
            hint={example && t("tables.columns.example", { text: example })}
            value={field ?? ""}
            placeholder={t("tables.columns.skip")}
            options={options}
            errors={index === 0 && error ? [error] : undefined}
          />
        ))}
      </div>
      <div>
        <Button variant="secondary" name="intent" value="look">
          {t("tables.columns.again")}
        </Button>
      </div>
    </div>
  );
}
