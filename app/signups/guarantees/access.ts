import { mayEditSession, mayLeadFestival } from "~/festivals/access.ts";

/** Seats kept for hosts concern them all: the lead says how many. */
export const mayKeepSeats = mayLeadFestival;

/** How many fit: the host whose session it is, and the lead. */
export const mayChangeCapacity = mayEditSession;
