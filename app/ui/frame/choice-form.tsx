import { Form } from "@remix-run/react";

export interface ChoiceFormProps {
  action: string;
  name: string;
  label: string;
  here: string;
  chosen: string;
  choices: readonly { value: string; label: string; lang?: string }[];
}

/** A few buttons of which one is pressed; each posts its value and leads back here. */
export function ChoiceForm({ action, name, label, here, chosen, choices }: ChoiceFormProps) {
  return (
    <Form method="post" action={action}>
      <input type="hidden" name="to" value={here} />
      <fieldset>
        <legend className="mb-1 text-sm text-soft">{label}</legend>
        <div className="choices">
          {choices.map((choice) => (
            <button
              key={choice.value}
              type="submit"
              name={name}
              value={choice.value}
              lang={choice.lang}
              aria-pressed={choice.value === chosen}
            >
              {choice.label}
            </button>
          ))}
        </div>
      </fieldset>
    </Form>
  );
}
