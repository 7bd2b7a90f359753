import type { ComponentProps } from "react";
import { ActionForm } from "~/ui/index.ts";

export interface SignUpFormProps extends Pick<ComponentProps<typeof ActionForm>, "label" | "icon"> {
  sessionId: string;
  /** A seat to give up for this one. */
  givesUp?: string;
}

/** The button that asks for a seat. */
export function SignUpForm({ sessionId, givesUp, ...button }: SignUpFormProps) {
  return (
    <ActionForm
      action={`/sessions/${sessionId}/sign-up`}
      fields={{ intent: "sign-up", ...(givesUp && { givesUp }) }}
      {...button}
    />
  );
}
