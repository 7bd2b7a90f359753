import { useForm } from "@conform-to/react";
import { Heart } from "lucide-react";
import { answerTo } from "~/people/answered.ts";
import { useText } from "~/platform/i18n/text.tsx";
import {
  ActionForm,
  Avatar,
  Button,
  Card,
  Disclosure,
  Form,
  Inline,
  LinkButton,
  Stack,
  TextArea,
} from "~/ui/index.ts";
import type { Afterwards, Thanks } from "./afterwards.ts";
import { firstName } from "./first-name.ts";
import type { PartProps } from "./part-props.ts";

/** The button for a listener, the warmth for a speaker, and who said thanks. */
export function ThanksPart({ left, answered, signIn }: PartProps & { signIn: string | null }) {
  const { t } = useText();
  const { speaker, thanks, may } = left;
  if (!speaker || !left.hasBegun) return null;
  const name = firstName(speaker.name);
  if (!may.thank && !speaker.isReader && thanks.count === 0 && !signIn) return null;
  return (
    <Card id="thanks">
      <Stack>
        <h2>{t(speaker.isReader ? "lecture.thanks.speakerTitle" : "lecture.thanks.title", { name })}</h2>
        {speaker.isReader && (
          <p className="max-w-prose text-soft">
            {t(thanks.count === 0 ? "lecture.thanks.speakerNone" : "lecture.thanks.speakerSome")}
          </p>
        )}
        {may.thank && (
          <Thanking name={name} hasAccount={speaker.hasAccount} thanks={thanks} answered={answered} />
        )}
        {signIn && (
          <Inline>
            <LinkButton to={signIn} icon={Heart}>
              {t("lecture.thanks.signIn")}
            </LinkButton>
          </Inline>
        )}
        <Thankers thanks={thanks} />
      </Stack>
    </Card>
  );
}

interface ThankingProps {
  name: string;
  hasAccount: boolean;
  thanks: Afterwards["thanks"];
  answered: PartProps["answered"];
}

function Thanking({ name, hasAccount, thanks, answered }: ThankingProps) {
  const { t } = useText();
  const hasThanked = thanks.mine !== null;
  const isOpen = answerTo("thank", answered) !== undefined;
  return (
    <>
      {hasThanked ? (
        <p className="font-semibold">{t("lecture.thanks.done", { name })}</p>
      ) : (
        <>
          <ActionForm fields={{ intent: "thank" }} icon={Heart}>
            {t("lecture.thanks.button", { name })}
          </ActionForm>
          <p className="max-w-prose text-soft">
            {t(hasAccount ? "lecture.thanks.text" : "lecture.thanks.textGuest", { name })}
          </p>
        </>
      )}
      <Disclosure
        summary={t(thanks.mine ? "lecture.thanks.changeWords" : "lecture.thanks.withWords")}
        open={isOpen}
      >
        <WordsForm name={name} mine={thanks.mine} answered={answered} />
      </Disclosure>
      {hasThanked && (
        <ActionForm fields={{ intent: "unthank" }} variant="quiet" size="small">
          {t("lecture.thanks.takeBack")}
        </ActionForm>
      )}
    </>
  );
}

function WordsForm({
  name,
  mine,
  answered,
}: Omit<ThankingProps, "thanks" | "hasAccount"> & { mine: string | null }) {
  const { t } = useText();
  const [form, fields] = useForm({
    id: "thank",
    lastResult: answerTo("thank", answered),
    defaultValue: { message: mine ?? "" },
  });
  return (
    <Form form={form}>
      <input type="hidden" name="intent" value="thank" />
      <input type="hidden" name="words" value="yes" />
      <TextArea
        field={fields.message}
        label={t("lecture.thanks.words")}
        hint={t("lecture.thanks.wordsHint", { name })}
        rows={2}
      />
      <div>
        <Button variant="secondary">
          {t(mine === null ? "lecture.thanks.sendWords" : "lecture.thanks.saveWords")}
        </Button>
      </div>
    </Form>
  );
}

function Thankers({ thanks }: { thanks: Thanks }) {
  const { t } = useText();
  if (thanks.count === 0) return null;
  return (
    <>
      <h3 className="text-base">{t("lecture.thanks.count", { count: thanks.count })}</h3>
      {thanks.all.length > 0 && (
        <ul className="grid gap-x-6 gap-y-3 sm:grid-cols-2">
          {thanks.all.map(({ personId, name, message }) => (
            <li key={personId} className="flex items-start gap-3">
              <Avatar name={name} size="small" />
              <div className="min-w-0">
                <p className="font-semibold">{name}</p>
                {message && <p className="whitespace-pre-line break-words">{message}</p>}
              </div>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
