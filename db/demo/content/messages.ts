import type { OrganisationKey, PersonKey } from "./organisations.ts";

/** What organisers of the spring festival write to those who come. */
export const messagesContent = {
  sent: {
    by: "anna" as PersonKey,
    subject: "Two days in spring: what to know before you come",
    body: `You have a seat at DEELL Spring. Good!

Both buildings are ten minutes from the station on foot. There is coffee from half past eight, and lunch is for everybody: tell us by answering this mail if there is something you do not eat.

A seat you do not use makes somebody else happy. Give it back in your agenda, even on the day itself.`,
    /** Wants no such mail. */
    refusedBy: "oliver" as PersonKey,
    cameBackFrom: "sander" as PersonKey,
    reason:
      "Error: Can't send mail - all recipients were rejected: 552 5.2.2 The mailbox of this colleague is full",
  },
  waiting: {
    by: "bram" as PersonKey,
    host: "lumen" as OrganisationKey,
    subject: "Samen met de trein naar DEELL Spring",
    body: `Morgen is het zover. Wie mee wil reizen: we verzamelen om 7.40 uur op spoor 4, achter in de trein.

Op de heenweg kiezen we wie van ons straks vertelt wat er te leren viel.`,
  },
};
