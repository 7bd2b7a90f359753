import type { ComponentProps } from "react";
import { ActionForm } from "~/ui/index.ts";

export interface SignUpFormProps
  extends Pick<ComponentProps<typeof ActionForm>, "label" | "icon" | "variant"> {
  sessionId: string;
  /** A seat to give up for this one. */
  givesUp?: string;
  /** For all who come together. */
  together?: boolean;
}

/** The button that asks for a seat. */
export function SignUpForm({ sessionId, givesUp, together, ...button }: SignUpFormProps) {
  return (
    <ActionForm
      action={`/sessions/${sessionId}/sign-up`}
      fields={{ intent: "sign-up", ...(givesUp && { givesUp }), ...(together && { together: "yes" }) }}
      {...button}
    />
  );
}
