import { Link } from "@remix-run/react";
import { useText } from "~/platform/i18n/text.tsx";
import { product } from "~/platform/product.ts";
import { ChoiceForm } from "./choice-form.tsx";
import { type Theme, themes } from "./theme.ts";

export interface SiteFooterProps {
  /** The address of this page, to come back to. */
  here: string;
  theme: Theme;
  /** The mail that would have been sent can be read here. */
  outbox: boolean;
}

export function SiteFooter({ here, theme, outbox }: SiteFooterProps) {
  const { t, locale } = useText();
  const linked =
    "inline-flex min-h-11 items-center underline decoration-line underline-offset-4 hover:decoration-current";
  return (
    <footer className="site-footer border-t border-line bg-sunken">
      <div className="mx-auto flex w-full max-w-7xl flex-wrap items-end justify-between gap-x-10 gap-y-6 px-4 py-8 sm:px-6">
        <div className="max-w-sm">
          <p className="font-serif text-lg">{product.name}</p>
          <p className="text-sm text-soft">{t("common.footer.line")}</p>
          <p className="mt-1 flex flex-wrap gap-x-6 text-sm">
            <Link to="/organisations" className={linked}>
              {t("common.nav.organisations")}
            </Link>
            {outbox && (
              <Link to="/outbox" className={linked}>
                {t("common.nav.outbox")}
              </Link>
            )}
          </p>
        </div>
        <div className="flex flex-wrap gap-4">
          <ChoiceForm
            action="/language"
            name="language"
            label={t("common.footer.language")}
            here={here}
            chosen={locale}
            choices={[
              { value: "en", label: "English", lang: "en" },
              { value: "nl", label: "Nederlands", lang: "nl" },
            ]}
          />
          <ChoiceForm
            action="/theme"
            name="theme"
            label={t("common.footer.theme")}
            here={here}
            chosen={theme}
            choices={themes.map((value) => ({ value, label: t(`common.theme.${value}`) }))}
          />
        </div>
      </div>
    </footer>
  );
}
