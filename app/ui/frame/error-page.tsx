import { useText } from "~/platform/i18n/text.tsx";
import { LinkButton } from "../link-button.tsx";
import { Page } from "../page.tsx";

const explained = [400, 403, 404, 409, 413, 422, 429, 503] as const;
type Explained = (typeof explained)[number];

/** What went wrong, as a title of the page too. */
export const errorTitle = (status: number) => `errors.page.${kindOf(status)}.title` as const;

const kindOf = (status: number) =>
  isExplained(status) ? (`${status}` as const) : status < 500 ? "400" : "500";

const isExplained = (status: number): status is Explained => explained.includes(status as Explained);

export interface ErrorPageProps {
  status: number;
  requestId?: string;
  signedIn?: boolean;
}

/** What went wrong and what to do about it. */
export function ErrorPage({ status, requestId, signedIn }: ErrorPageProps) {
  const { t } = useText();
  const kind = kindOf(status);
  return (
    <Page width="narrow" title={t(errorTitle(status))} intro={t(`errors.page.${kind}.text`)}>
      <div className="flex flex-wrap gap-3">
        <LinkButton to="/" variant="primary" reloadDocument>
          {t("errors.page.home")}
        </LinkButton>
        {kind === "403" && !signedIn && <LinkButton to="/login">{t("common.signIn")}</LinkButton>}
      </div>
      <p className="text-sm text-soft">
        {t("errors.page.code", { status })}
        {requestId && (
          <>
            {" · "}
            {t("errors.page.request")} <code className="font-mono">{requestId}</code>
          </>
        )}
      </p>
    </Page>
  );
}
