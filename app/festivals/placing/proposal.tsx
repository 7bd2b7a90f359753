import { Form as Post } from "@remix-run/react";
import { useText } from "~/platform/i18n/text.tsx";
import { Badge, Button, Notice, Section, Stack, Table, TextLink } from "~/ui/index.ts";
import type { Unplaced } from "./instance.ts";
import type { Proposal } from "./propose.server.ts";
import { weights } from "./weights.ts";

export interface ProposalViewProps {
  base: string;
  proposal: Proposal;
  /** The form it was asked for with, to ask for another. */
  wish: Record<string, string>;
}

/** What would be put where, what not and why, and the two buttons: take it over, or ask for another. */
export function ProposalView({ base, proposal, wish }: ProposalViewProps) {
  const { t, format } = useText();
  const { placed, unplaced, revision, seed } = proposal;
  const positions = placed.map(({ id, startsLocal, roomId }) => ({ id, startsLocal, roomId }));
  const action = `${base}/placing`;
  return (
    <Section title={t("timetable.placing.proposal")} intro={t("timetable.placing.proposalIntro")}>
      <Stack>
        <Notice tone={unplaced.length === 0 ? "success" : "info"} title={<Summary proposal={proposal} />}>
          <Praise proposal={proposal} />
        </Notice>
        {unplaced.length > 0 && (
          <Notice tone="warning" title={t("timetable.placing.unplaced", { count: unplaced.length })}>
            <ul className="mt-1 flex flex-col gap-1">
              {unplaced.map((one) => (
                <li key={one.id}>
                  <TextLink to={`${base}/sessions/${one.id}`}>{one.title}</TextLink>: <Why unplaced={one} />
                </li>
              ))}
            </ul>
          </Notice>
        )}
        <div className="flex flex-wrap items-center gap-3">
          {placed.length > 0 && (
            <Post method="post" action={action} reloadDocument>
              <input type="hidden" name="revision" value={revision} />
              <input type="hidden" name="positions" value={JSON.stringify(positions)} />
              <Button name="intent" value="apply">
                {t("timetable.placing.apply", { count: placed.length })}
              </Button>
            </Post>
          )}
          <Post method="post" action={action} reloadDocument>
            {Object.entries({ ...wish, seed: String(seed + 1) }).map(([name, value]) => (
              <input key={name} type="hidden" name={name} value={value} />
            ))}
            <Button name="intent" value="propose" variant="secondary">
              {t("timetable.placing.another")}
            </Button>
          </Post>
        </div>
        <p className="text-sm text-soft">{t("timetable.placing.applyHint")}</p>
        {placed.length > 0 && (
          <Table
            caption={t("timetable.placing.table")}
            captionHidden
            rows={placed}
            rowKey={({ id }) => id}
            columns={[
              {
                key: "title",
                header: t("timetable.placing.session"),
                rowHeader: true,
                cell: ({ id, title, moved }) => (
                  <>
                    <TextLink to={`${base}/sessions/${id}`}>{title}</TextLink>{" "}
                    {moved && <Badge>{t("timetable.placing.moved")}</Badge>}
                  </>
                ),
              },
              {
                key: "when",
                header: t("timetable.placing.when"),
                cell: ({ startsLocal }) =>
                  `${format.date(startsLocal.slice(0, 10))}, ${startsLocal.slice(11, 16)}`,
              },
              { key: "room", header: t("timetable.placing.room"), cell: ({ roomName }) => roomName },
            ]}
          />
        )}
      </Stack>
    </Section>
  );
}

function Summary({ proposal: { placed, unplaced } }: { proposal: Proposal }) {
  const { t } = useText();
  const count = placed.length + unplaced.length;
  if (placed.length === 0 && unplaced.length === 0) return t("timetable.placing.nothingBetter");
  return t("timetable.placing.summary", { count, placed: placed.length });
}

function Praise({ proposal: { cost } }: { proposal: Proposal }) {
  const { t } = useText();
  const hosts = cost.hostTimes / weights.hostTimes + cost.hostRooms / weights.hostRooms;
  return (
    <ul className="mt-1 list-disc ps-5">
      <li>{t("timetable.placing.noConflict")}</li>
      <li>
        {t(cost.popular === 0 ? "timetable.placing.popularApart" : "timetable.placing.popularTogether")}
      </li>
      <li>{t(hosts === 0 ? "timetable.placing.hostsSpread" : "timetable.placing.hostsAlmostSpread")}</li>
    </ul>
  );
}

function Why({ unplaced: { why, missing = [], people = 0 } }: { unplaced: Unplaced }) {
  const { t, format } = useText();
  if (why === "equipment") return t("timetable.placing.why.equipment", { things: format.list(missing) });
  if (why === "capacity") return t("timetable.placing.why.capacity", { people });
  return t(`timetable.placing.why.${why}`);
}
