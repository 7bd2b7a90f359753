import type { IsoInstant } from "~/platform/time.ts";
import type { HalfDay } from "./half-days.ts";
import type { Format, Question } from "./proposal.ts";

/** What there is to choose from in the form of a proposal. */
export interface ProposalChoices {
  formats: Format[];
  questions: Question[];
  tracks: { id: string; name: string }[];
  /** Empty where the festival is too long to tick them. */
  halfDays: HalfDay[];
  timeZone: string;
  closesAt: IsoInstant | null;
}
