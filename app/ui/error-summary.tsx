import { useText } from "~/platform/i18n/text.tsx";
import type { ConformForm } from "./form.tsx";

/** Everything that is wrong, each a link to its field (conform's ids are form-field). */
export function ErrorSummary({ form, labels }: { form: ConformForm; labels: ReadonlyMap<string, string> }) {
  const { t } = useText();
  const problems = Object.entries(form.allErrors).flatMap(([name, messages]) =>
    messages.map((message) => ({ name, message })),
  );
  if (problems.length === 0) return null;
  return (
    <div
      role="alert"
      tabIndex={-1}
      data-error-summary
      data-tone="danger"
      className="rounded-md border-2 border-(--tone) bg-(--tone-ground) p-4"
    >
      <h2 className="mb-2 text-lg">{t("ui.errorSummary", { count: problems.length })}</h2>
      <ul className="flex flex-col gap-1">
        {problems.map(({ name, message }) => (
          <li key={`${name} ${message}`}>
            {name ? (
              <a
                href={`#${form.id}-${name}`}
                className="font-semibold text-danger underline underline-offset-4"
              >
                {leadIn(labels.get(name))}
                {message}
              </a>
            ) : (
              <span className="font-semibold text-danger">{message}</span>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}

/** The label before its message: a question keeps its own mark. */
const leadIn = (label = "") => label && (label.endsWith("?") ? `${label} ` : `${label}: `);
