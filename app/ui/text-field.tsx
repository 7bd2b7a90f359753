import type { InputHTMLAttributes } from "react";
import { FieldFrame, type FieldProps, useField } from "./field.tsx";

type Native = Pick<
  InputHTMLAttributes<HTMLInputElement>,
  "autoComplete" | "inputMode" | "placeholder" | "spellCheck" | "autoCapitalize" | "disabled" | "readOnly"
>;

export type TextFieldProps = FieldProps &
  Native & { type?: "text" | "email" | "url" | "tel" | "search"; list?: readonly string[] };

/** One line of text; `list` offers suggestions. */
export function TextField({ type = "text", list, ...props }: TextFieldProps) {
  const { field, name, id, value, errors, label, hint, optional, ...native } = props;
  const parts = useField(props);
  const listId = list ? `${parts.control.id}-list` : undefined;
  return (
    <FieldFrame props={props} parts={parts}>
      <input
        {...native}
        {...parts.control}
        type={type}
        list={listId}
        defaultValue={parts.initial}
        className="control"
      />
      {list && (
        <datalist id={listId}>
          {list.map((entry) => (
            <option key={entry} value={entry} />
          ))}
        </datalist>
      )}
    </FieldFrame>
  );
}

export function EmailField(props: Omit<TextFieldProps, "type">) {
  return (
    <TextField
      autoComplete="email"
      spellCheck={false}
      autoCapitalize="none"
      inputMode="email"
      {...props}
      type="email"
    />
  );
}
