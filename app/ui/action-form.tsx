import { Form } from "@remix-run/react";
import type { LucideIcon } from "lucide-react";
import type { ReactNode } from "react";
import { Button, type Size, type Variant } from "./button.tsx";

export interface ActionFormProps {
  /** Where it posts; the current page by default. */
  action?: string;
  /** Hidden fields, e.g. `{ intent: "cancel" }`. */
  fields?: Record<string, string>;
  label?: ReactNode;
  children?: ReactNode;
  variant?: Variant;
  size?: Size;
  icon?: LucideIcon;
  /** Asked before posting, where script runs. */
  confirm?: string;
}

/** One button that posts. */
export function ActionForm({ action, fields = {}, label, children, confirm, ...button }: ActionFormProps) {
  return (
    <Form method="post" action={action} data-confirm={confirm} className="inline-flex">
      {Object.entries(fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <Button {...button}>{children ?? label}</Button>
    </Form>
  );
}
