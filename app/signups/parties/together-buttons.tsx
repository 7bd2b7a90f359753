import { ListOrdered, Users } from "lucide-react";
import { useText } from "~/platform/i18n/text.tsx";
import { TextLink } from "~/ui/index.ts";
import { SignUpForm } from "../sign-up-form.tsx";
import type { Company } from "./find.server.ts";

interface TogetherButtonsProps {
  sessionId: string;
  company: Company;
  /** Whether they would stand in the queue. */
  queue: boolean;
}

/** The same request for all who come together, and what it means. */
export function TogetherButtons({ sessionId, company: { others }, queue }: TogetherButtonsProps) {
  const { t, format } = useText();
  const words = { names: format.list(others), count: others.length + 1 };
  return (
    <>
      <SignUpForm
        sessionId={sessionId}
        together
        icon={queue ? ListOrdered : Users}
        label={t(queue ? "parties.signUp.queue" : "parties.signUp.seats", words)}
      />
      <p className="text-sm text-soft">{t("parties.meaning")}</p>
    </>
  );
}

/** Whom a place in the queue is shared with. */
export function WaitingTogether({ company: { waitingWith } }: { company: Company }) {
  const { t, format } = useText();
  if (waitingWith.length === 0) return null;
  return <p>{t("parties.signUp.waiting", { names: format.list(waitingWith) })}</p>;
}

/** The way to asking somebody, or to those one comes with. */
export function TogetherLink({
  company: { others },
  base,
}: {
  company: Pick<Company, "others">;
  base: string;
}) {
  const { t, format } = useText();
  return (
    <p className="text-sm">
      <TextLink to={`${base}/together`}>
        {others.length > 0 ? t("parties.manage", { names: format.list(others) }) : t("parties.link")}
      </TextLink>
    </p>
  );
}
