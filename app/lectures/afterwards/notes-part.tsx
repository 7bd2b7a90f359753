import { useForm } from "@conform-to/react";
import { ExternalLink } from "lucide-react";
import { answerTo } from "~/people/answered.ts";
import { linked } from "~/people/linked.tsx";
import { useText } from "~/platform/i18n/text.tsx";
import { Button, Disclosure, Fieldset, Form, Icon, Section, TextArea, TextField } from "~/ui/index.ts";
import { type Afterwards, mostLinks } from "./afterwards.ts";
import { paragraphsOf } from "./links.ts";
import type { PartProps } from "./part-props.ts";

/** What the speaker leaves for those who want to know more; with its form for who may write it. */
export function NotesPart({ left, answered }: PartProps) {
  const { t } = useText();
  const isEmpty = left.notes === "" && left.links.length === 0;
  if (isEmpty && !left.may.editNotes) return null;
  const isOpen = answerTo("notes", answered) !== undefined;
  return (
    <Section id="notes" title={t("lecture.notes.title")}>
      {left.notes && (
        <div className="flex max-w-prose flex-col gap-4">
          {paragraphsOf(left.notes).map((paragraph) => (
            <p key={paragraph} className="whitespace-pre-line break-words">
              {linked(paragraph)}
            </p>
          ))}
        </div>
      )}
      {left.links.length > 0 && <Links links={left.links} />}
      {left.may.editNotes && (
        <Disclosure summary={t(isEmpty ? "lecture.notes.write" : "lecture.notes.change")} open={isOpen}>
          <NotesForm left={left} answered={answered} />
        </Disclosure>
      )}
    </Section>
  );
}

function Links({ links }: Pick<Afterwards, "links">) {
  return (
    <ul className="flex flex-col">
      {links.map(({ title, url }) => (
        <li key={url}>
          <a
            href={url}
            rel="noopener noreferrer nofollow ugc"
            className="text-link inline-flex min-h-11 items-center gap-2 break-words"
          >
            {title}
            <Icon of={ExternalLink} size={16} />
          </a>
        </li>
      ))}
    </ul>
  );
}

const spareRows = 2;

type Notes = Pick<Afterwards, "notes" | "links">;

function NotesForm({ left, answered }: PartProps) {
  const { t } = useText();
  const rows = Math.min(mostLinks, Math.max(3, left.links.length + spareRows));
  const [form, fields] = useForm<Notes>({
    id: "notes-form",
    lastResult: answerTo("notes", answered),
    defaultValue: {
      notes: left.notes,
      links: Array.from({ length: rows }, (_, index) => left.links[index] ?? { title: "", url: "" }),
    },
  });
  return (
    <Form form={form}>
      <input type="hidden" name="intent" value="notes" />
      <p className="text-soft">{t("lecture.notes.visible")}</p>
      <TextArea
        field={fields.notes}
        label={t("lecture.notes.label")}
        hint={t("lecture.notes.hint")}
        rows={6}
        optional
      />
      <Fieldset legend={t("lecture.notes.links")} hint={t("lecture.notes.linksHint")}>
        {fields.links.getFieldList().map((row, index) => {
          const { title, url } = row.getFieldset();
          return (
            <div key={row.key} className="grid gap-3 sm:grid-cols-2">
              <TextField field={title} label={t("lecture.notes.linkTitle", { number: index + 1 })} />
              <TextField field={url} label={t("lecture.notes.linkUrl", { number: index + 1 })} />
            </div>
          );
        })}
      </Fieldset>
      <div>
        <Button variant="secondary">{t("lecture.notes.save")}</Button>
      </div>
    </Form>
  );
}
