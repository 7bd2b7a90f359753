import type { SubmissionResult } from "@conform-to/react";
import { useText } from "~/platform/i18n/text.tsx";
import { Section } from "~/ui/index.ts";
import { resultOf } from "../form-result.ts";
import { AskHostForm } from "./ask-host-form.tsx";
import { ByMailForm } from "./by-mail-form.tsx";

export interface AskHostsProps {
  invitable: { id: string; name: string }[];
  answer: { result: SubmissionResult<string[]> } | undefined;
}

/** The two ways to ask another organisation: one that is here, and one that is not yet. */
export function AskHosts({ invitable, answer }: AskHostsProps) {
  const { t } = useText();
  return (
    <div className="grid items-start gap-10 lg:grid-cols-2">
      <Section title={t("hosting.here.title")} intro={t("festivals.hosts.askIntro")}>
        {invitable.length > 0 ? (
          <AskHostForm invitable={invitable} lastResult={resultOf(answer, "ask")} />
        ) : (
          <p className="text-soft">{t("hosting.here.nobodyLeft")}</p>
        )}
      </Section>
      <Section title={t("hosting.byMail.title")} intro={t("hosting.byMail.intro")}>
        <ByMailForm lastResult={resultOf(answer, "by-mail")} />
      </Section>
    </div>
  );
}
