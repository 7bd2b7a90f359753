import { type FieldProps, Optional, useField } from "./field.tsx";
import { Fieldset } from "./fieldset.tsx";
import type { Option } from "./select-field.tsx";

type GroupProps = Omit<FieldProps, "value"> & { options: readonly Option[] };

interface ChoicesProps extends GroupProps {
  type: "radio" | "checkbox";
  chosen: readonly string[];
}

/** The first choice carries the field's id, so that the error summary leads to it. */
function Choices({ type, chosen, options, ...props }: ChoicesProps) {
  const { control, messages } = useField(props);
  return (
    <Fieldset
      id={`${control.id}-group`}
      legend={
        <>
          {props.label} {props.optional && <Optional />}
        </>
      }
      hint={props.hint}
      errors={messages}
    >
      <div className="flex flex-col">
        {options.map((option, index) => {
          const id = index === 0 ? control.id : `${control.id}-${option.value}`;
          return (
            <div key={option.value} className="choice">
              <input
                id={id}
                type={type}
                name={control.name}
                value={option.value}
                disabled={option.disabled}
                defaultChecked={chosen.includes(option.value)}
                aria-invalid={control["aria-invalid"]}
                aria-describedby={option.hint ? `${id}-hint` : undefined}
              />
              <div>
                <label htmlFor={id}>{option.label}</label>
                {option.hint && (
                  <p id={`${id}-hint`} className="text-sm text-soft">
                    {option.hint}
                  </p>
                )}
              </div>
            </div>
          );
        })}
      </div>
    </Fieldset>
  );
}

/** One of a few. */
export function RadioGroup({ value, ...props }: GroupProps & { value?: string }) {
  const chosen = value ?? props.field?.initialValue;
  return <Choices {...props} type="radio" chosen={typeof chosen === "string" ? [chosen] : []} />;
}

/** Any of a few; sends the name once for each. */
export function CheckboxGroup({ values, ...props }: GroupProps & { values?: readonly string[] }) {
  const initial = props.field?.initialValue;
  const chosen =
    values ?? (Array.isArray(initial) ? initial.map(String) : typeof initial === "string" ? [initial] : []);
  return <Choices {...props} type="checkbox" chosen={chosen} />;
}
