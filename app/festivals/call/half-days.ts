import { type IsoDate, type IsoDateTime, Temporal } from "~/platform/time.ts";

/** Half a day of a festival, as somebody says when they cannot; wall-clock in the festival's zone. */
export interface HalfDay {
  /** `2027-01-11-am` */
  id: string;
  date: IsoDate;
  half: "am" | "pm";
  startsLocal: IsoDateTime;
  endsLocal: IsoDateTime;
}

/** Longer festivals ask it in words. */
export const mostDaysAsked = 14;

/** Mornings end, and afternoons begin, at one. */
export function halfDaysOf({ startsOn, endsOn }: { startsOn: IsoDate; endsOn: IsoDate }): HalfDay[] {
  const first = Temporal.PlainDate.from(startsOn);
  const days = first.until(Temporal.PlainDate.from(endsOn)).days + 1;
  if (days > mostDaysAsked) return [];
  return Array.from({ length: days }, (_, index) => first.add({ days: index })).flatMap((day): HalfDay[] => {
    const date = day.toString();
    const noon = `${date}T13:00`;
    return [
      { id: `${date}-am`, date, half: "am", startsLocal: `${date}T00:00`, endsLocal: noon },
      { id: `${date}-pm`, date, half: "pm", startsLocal: noon, endsLocal: `${day.add({ days: 1 })}T00:00` },
    ];
  });
}
