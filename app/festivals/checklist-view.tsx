import { CircleCheck, CircleDashed, TriangleAlert } from "lucide-react";
import { useText } from "~/platform/i18n/text.tsx";
import { Icon, Notice, TextLink } from "~/ui/index.ts";
import type { ChecklistItem } from "./checklist.ts";

const wrong = new Set(["roomClashes", "speakerClashes", "outside", "crowded"]);

/** What is left to do, each with the way to it. */
export function ChecklistView({ items, base }: { items: ChecklistItem[]; base: string }) {
  const { t } = useText();
  if (items.every((item) => item.done))
    return <Notice tone="success">{t("festivals.overview.allDone")}</Notice>;
  return (
    <ul className="flex flex-col">
      {items.map((item) => (
        <li key={item.id} className="flex items-start gap-3 border-b border-line py-3 last:border-0">
          <Mark item={item} />
          <span className={item.done ? "flex-1 text-soft" : "flex-1"}>
            <Sentence item={item} />
          </span>
          {(!item.done || item.id === "alone" || item.id === "ballot") && (
            <TextLink to={`${base}/${item.to}`}>
              <GoTo id={item.id} />
            </TextLink>
          )}
        </li>
      ))}
    </ul>
  );
}

function GoTo({ id }: { id: ChecklistItem["id"] }) {
  const { t } = useText();
  if (id === "formats" || id === "proposals") return t(`call.checklist.goTo.${id}`);
  if (id === "untold" || id === "unconfirmed") return t(`review.checklist.goTo.${id}`);
  if (id === "ballot") return t("ballot.checklist.goTo");
  return t(`festivals.overview.goTo.${id}`);
}

function Mark({ item }: { item: ChecklistItem }) {
  const [icon, colour] = item.done
    ? ([CircleCheck, "text-success"] as const)
    : wrong.has(item.id)
      ? ([TriangleAlert, "text-danger"] as const)
      : ([CircleDashed, "text-soft"] as const);
  return (
    <span className={`mt-0.5 ${colour}`}>
      <Icon of={icon} />
    </span>
  );
}

function Sentence({ item: { id, done, count, names } }: { item: ChecklistItem }) {
  const { t, format } = useText();
  switch (id) {
    case "hosts":
      return done
        ? t("festivals.overview.askedDone")
        : t("festivals.overview.asked", { names: format.list(names) });
    case "alone":
      return t("festivals.overview.alone");
    case "rooms":
      return done ? t("festivals.overview.roomsDone", { count }) : t("festivals.overview.rooms");
    case "formats":
      return done ? t("call.checklist.formatsDone", { count }) : t("call.checklist.formats");
    case "proposals":
      return done ? t("call.checklist.proposalsDone") : t("call.checklist.proposals", { count });
    case "untold":
    case "unconfirmed":
      return t(`review.checklist.${id}`, { count });
    case "sessions":
      return done ? t("festivals.overview.sessionsDone", { count }) : t("festivals.overview.sessions");
    case "times":
      return done ? t("festivals.overview.timesDone") : t("festivals.overview.times", { count });
    case "places":
      return done ? t("festivals.overview.placesDone") : t("festivals.overview.places", { count });
    case "speakers":
      return done ? t("festivals.overview.speakersDone") : t("festivals.overview.speakers", { count });
    case "ballot":
      return t(done ? "ballot.checklist.done" : "ballot.checklist.todo");
    case "release":
      if (done) return t("festivals.overview.releaseDone");
      return count > 0 ? t("festivals.overview.releaseChanges", { count }) : t("festivals.overview.release");
    default:
      return t(`festivals.overview.${id}`, { count });
  }
}
