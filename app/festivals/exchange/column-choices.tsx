import { useText } from "~/platform/i18n/text.tsx";
import { Button, RadioGroup, SelectField } from "~/ui/index.ts";
import { fieldsOf } from "./tables/fields.ts";
import type { Preview } from "./tables/import-page.server.ts";
import { dateOrders, readDate } from "./tables/when/dates.ts";

/** What each column is taken for, to be changed. */
export function ColumnChoices({ preview, error }: { preview: Preview; error: string | null }) {
  const { t, format } = useText();
  const { kind, columns, ambiguous, dateOrder } = preview;
  const options = fieldsOf[kind].map((field) => ({ value: field, label: t(`exchange.field.${field}`) }));
  const dateOf = (order: (typeof dateOrders)[number]) => {
    const words = /\d{1,2}\/\d{1,2}(?:\/\d{2,4})?/.exec(ambiguous ?? "")?.[0] ?? "";
    const date = readDate(words, { startsOn: preview.startsOn, endsOn: preview.startsOn, order });
    return /^\d{4}-/.test(date) ? format.dateLong(date) : "";
  };
  return (
    <div className="flex flex-col gap-4">
      <p className="max-w-prose text-soft">{t("exchange.preview.columnsIntro")}</p>
      {ambiguous && (
        <RadioGroup
          id="import-order"
          name="order"
          label={t("exchange.preview.order", { example: ambiguous })}
          hint={t("exchange.preview.orderHint")}
          value={dateOrder ?? undefined}
          options={dateOrders.map((order) => ({
            value: order,
            label: t(`exchange.preview.orders.${order}`, { date: dateOf(order) }),
          }))}
        />
      )}
      <div className="grid gap-4 sm:grid-cols-2">
        {columns.map(({ letter, name, field, example }, index) => (
          <SelectField
            key={letter}
            id={`column-${index}`}
            name={`column-${index}`}
            label={t("exchange.preview.column", { letter, name: name || t("exchange.preview.unnamed") })}
            hint={example && t("exchange.preview.example", { text: example })}
            value={field ?? ""}
            placeholder={t("exchange.preview.skip")}
            options={options}
            errors={index === 0 && error ? [error] : undefined}
          />
        ))}
      </div>
      <div>
        <Button variant="secondary" name="intent" value="look">
          {t("exchange.preview.again")}
        </Button>
      </div>
    </div>
  );
}
