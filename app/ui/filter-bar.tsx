import { Form } from "@remix-run/react";
import type { ReactNode } from "react";
import { useText } from "~/platform/i18n/text.tsx";
import { Button } from "./button.tsx";

/** Narrows what a page shows, in its address. Applies by itself where script runs, by the button elsewhere. */
export function FilterBar({ label, children }: { label?: string; children: ReactNode }) {
  const { t } = useText();
  return (
    <Form
      method="get"
      aria-label={label ?? t("ui.filters")}
      data-autosubmit
      className="grid grid-cols-2 items-end gap-x-3 gap-y-4 sm:flex sm:flex-wrap sm:[&>*]:min-w-36"
    >
      {children}
      <Button variant="secondary" data-autosubmit-button>
        {t("ui.showResults")}
      </Button>
    </Form>
  );
}
