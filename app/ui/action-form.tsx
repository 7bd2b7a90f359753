import { Form } from "@remix-run/react";
import type { LucideIcon } from "lucide-react";
import { type ReactNode, useId } from "react";
import { Button, type Size, type Variant } from "./button.tsx";
import { Dialog, DialogOpener } from "./dialog.tsx";

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
  /** Asked first, in a dialog. */
  confirm?: string;
}

/** One button that posts, after a question where there is one. */
export function ActionForm({ confirm, label, children, variant, size, icon, ...form }: ActionFormProps) {
  const words = children ?? label;
  if (!confirm) return <PostForm {...form} {...{ variant, size, icon, words }} />;
  return <AskedForm {...form} {...{ confirm, variant, size, icon, words }} />;
}

interface PostFormProps extends Pick<ActionFormProps, "action" | "fields" | "variant" | "size" | "icon"> {
  words: ReactNode;
}

function PostForm({ action, fields = {}, words, ...button }: PostFormProps) {
  return (
    <Form method="post" action={action} className="inline-flex">
      {Object.entries(fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <Button {...button}>{words}</Button>
    </Form>
  );
}

function AskedForm({ confirm, words, variant, size, icon, ...form }: PostFormProps & { confirm: string }) {
  const id = `ask${useId().replaceAll(":", "-")}`;
  return (
    <>
      <DialogOpener dialog={id} {...{ variant, size, icon }}>
        {words}
      </DialogOpener>
      <Dialog
        id={id}
        title={words}
        action={<PostForm {...form} words={words} variant={variant === "danger" ? "danger" : "primary"} />}
      >
        <p>{confirm}</p>
      </Dialog>
    </>
  );
}
