import type { ReactNode } from "react";
import { useText } from "~/platform/i18n/text.tsx";

export interface RestProps {
  /** The id of the field. */
  of: string;
  /** Characters. */
  most: number;
  children?: ReactNode;
}

/** A hint that ends with how long the text may be; where script runs it counts down near the end. */
export function Rest({ of, most, children }: RestProps) {
  const { t } = useText();
  return (
    <>
      {children}{" "}
      <span
        aria-live="polite"
        data-rest-of={of}
        data-most={most}
        data-rest={t("call.form.rest", { left: "{{left}}" })}
        data-over={t("call.form.over", { left: "{{left}}" })}
      >
        {t("call.form.atMost", { count: most })}
      </span>
    </>
  );
}
