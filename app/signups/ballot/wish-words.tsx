import { useText } from "~/platform/i18n/text.tsx";
import { Disclosure, LinkButton, Notice, Section } from "~/ui/index.ts";
import type { BallotState } from "./ballot.ts";
import { WishFacts } from "./wish-row.tsx";
import { isEmpty, type WishList } from "./wishes.ts";
import type { WishesPage, WishSlot } from "./wishes-page.server.ts";

/** Where the wishes stand, and what the programme did to one's own. */
export function WishNotices({ page, home }: { page: WishesPage; home: string }) {
  const { t, format } = useText();
  const { state, ballot, byWishes } = page;
  return (
    <>
      {!byWishes && <Notice title={t("ballot.wishes.firstCome")}>{t("ballot.wishes.firstComeText")}</Notice>}
      {byWishes && state === "none" && (
        <Notice title={t("ballot.wishes.none")}>{t("ballot.wishes.noneText")}</Notice>
      )}
      {state === "waiting" && (
        <Notice title={t("ballot.wishes.waiting")}>
          {ballot?.opensAt
            ? t("ballot.wishes.opensAt", { when: format.moment(ballot.opensAt) })
            : t("ballot.wishes.noProgramme")}
        </Notice>
      )}
      {state === "closed" && (
        <Notice title={t("ballot.wishes.closed")}>{t("ballot.wishes.closedText")}</Notice>
      )}
      {state === "allocated" && (
        <Notice tone="success" title={t("ballot.wishes.allocated")}>
          <p>{t("ballot.wishes.allocatedText")}</p>
        </Notice>
      )}
      {state === "allocated" && (
        <p>
          <LinkButton to={`${home}/my`} variant="primary">
            {t("ballot.wishes.toMine")}
          </LinkButton>
        </p>
      )}
      {(state === "open" || state === "closed") && page.dropped.length > 0 && (
        <Notice tone="warning" title={t("ballot.wishes.dropped")}>
          {t("ballot.wishes.droppedText", { titles: format.list(page.dropped.map((title) => `“${title}”`)) })}
        </Notice>
      )}
      {(state === "open" || state === "closed") && page.shifted.length > 0 && (
        <Notice tone="warning" title={t("ballot.wishes.shifted")}>
          {t("ballot.wishes.shiftedText", { slots: format.list(page.shifted.map(format.sessionTime)) })}
        </Notice>
      )}
    </>
  );
}

/** When it closes, what becomes of it, who sees it, and why the seed is there already. */
export function HowItGoes({
  ballot,
  state,
  timeZone,
}: {
  ballot: NonNullable<WishesPage["ballot"]>;
  state: BallotState;
  timeZone: string;
}) {
  const { t, format } = useText();
  const zone = format.sameZone(timeZone, ballot.closesAt) ? "" : ` (${format.zoneName(timeZone)})`;
  return (
    <div className="flex max-w-prose flex-col gap-3">
      {state === "open" && (
        <p className="text-lg font-semibold">
          {t("ballot.how.closes", { when: format.moment(ballot.closesAt) + zone })}
        </p>
      )}
      <ul className="flex list-disc flex-col gap-1.5 ps-5">
        <li>{t("ballot.how.number")}</li>
        <li>{t(ballot.mode === "turns" ? "ballot.how.honestTurns" : "ballot.how.honestTogether")}</li>
        <li>{t("ballot.how.empty")}</li>
        <li>{t("ballot.how.seen")}</li>
      </ul>
      <Disclosure summary={t("ballot.how.more")}>
        <div className="flex flex-col gap-3">
          <p>{t("ballot.how.seed")}</p>
          <p className="seed">{ballot.seed}</p>
          <p>{t("ballot.how.replay")}</p>
        </div>
      </Disclosure>
    </div>
  );
}

/** What somebody wished for, when it can no longer be changed. */
export function WishesKept({
  slots,
  list,
  before = false,
}: {
  slots: WishSlot[];
  list: WishList;
  /** They can still be changed, or will be. */
  before?: boolean;
}) {
  const { t, format } = useText();
  if (isEmpty(list)) return <p>{t(before ? "ballot.kept.nothingYet" : "ballot.kept.nothing")}</p>;
  return (
    <>
      {slots.map((slot) => {
        const wished = slot.items
          .filter(({ id }) => list.ranks[id])
          .toSorted((a, b) => list.ranks[a.id]! - list.ranks[b.id]!);
        const vetoed = slot.items
          .filter(({ id }) => list.vetoes.includes(id))
          .map(({ title }) => `“${title}”`);
        const free = list.free.includes(slot.key);
        return (
          <Section key={slot.key} title={format.sessionTime(slot.span)}>
            {wished.length === 0 && <p className="text-soft">{t("ballot.kept.noWish")}</p>}
            <ol className="flex flex-col gap-3">
              {wished.map((item) => (
                <li key={item.id} className="flex gap-3">
                  <span className="font-semibold tabular-nums">{list.ranks[item.id]}.</span>
                  <WishFacts item={item} slotMinutes={slot.minutes} />
                </li>
              ))}
            </ol>
            {vetoed.length > 0 && <p>{t("ballot.kept.vetoes", { titles: format.list(vetoed) })}</p>}
            {free && <p>{t("ballot.kept.free")}</p>}
          </Section>
        );
      })}
    </>
  );
}
