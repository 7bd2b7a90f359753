import ical, {
  ICalAttendeeRole,
  ICalAttendeeStatus,
  ICalAttendeeType,
  ICalCalendarMethod,
} from "ical-generator";
import { product } from "~/platform/product.ts";
import { addEvent, type CalendarEntry } from "./event.ts";
import { cleanAddress, cleanParameter } from "./text.ts";
import { zoneBlock } from "./zones.ts";

export interface Party {
  name: string;
  email: string;
}

export interface InviteCard {
  method: "REQUEST" | "CANCEL";
  entry: CalendarEntry;
  organizer: Party;
  attendee: Party & { partstat: "ACCEPTED" | "NEEDS-ACTION" };
}

/**
 * The calendar object of one invite mail (iTIP, RFC 5546 §3.2.2 and §3.2.5): one event, its organizer and the one
 * attendee it is for, so that nobody reads in it who else comes. RSVP=FALSE: no answer is read from the mailbox.
 */
export function renderInvite({ method, entry, organizer, attendee }: InviteCard): string {
  const calendar = ical({
    prodId: { company: product.name, product: "Calendar", language: "EN" },
    method: method === "REQUEST" ? ICalCalendarMethod.REQUEST : ICalCalendarMethod.CANCEL,
    timezone: { name: null, generator: zoneBlock },
  });
  const event = addEvent(calendar, method === "CANCEL" ? { ...entry, status: "cancelled" } : entry);
  event.organizer({ name: cleanParameter(organizer.name), email: cleanAddress(organizer.email) });
  event.createAttendee({
    name: cleanParameter(attendee.name) || attendee.email,
    email: cleanAddress(attendee.email),
    role: ICalAttendeeRole.REQ,
    type: ICalAttendeeType.INDIVIDUAL,
    status: attendee.partstat === "ACCEPTED" ? ICalAttendeeStatus.ACCEPTED : ICalAttendeeStatus.NEEDSACTION,
    rsvp: false,
  });
  return `${calendar.toString()}\r\n`;
}
