import type { digest as english } from "../en/digest.ts";
import type { Translated } from "../shape.ts";

export const digest: Translated<typeof english> = {
  subject: "Samen leren in {{month}}",
  now: "Samen leren: wat het maandoverzicht vandaag zou vertellen",
  heading: "{{name}}, dit vertellen je collega's",
  intro: "De afgelopen maand, en wat er komt. Eén keer per maand, alles in één mail.",
  past: "In {{month}}",
  thanks_one: "Voor deze praatjes is één keer dank je wel gezegd.",
  thanks_other: "Voor deze praatjes is {{count}} keer dank je wel gezegd.",
  notes: "met aantekeningen",
  links_one: "met een link",
  links_other: "met {{count}} links",
  coming: "De komende weken",
  noTopic: "onderwerp volgt",
  openFloor: "open podium",
  open_one: "Voor één week zoeken we nog een spreker.",
  open_other: "Voor {{count}} weken zoeken we nog een spreker.",
  join: "Ik wil wel spreken",
  joinHow: "De knop opent het rooster van {{series}}. Je staat er pas op als je het daar bevestigt.",
  festivals: "Festivals",
  call: "Je kunt een workshop voorstellen.",
  callUntil: "Je kunt tot {{date}} een workshop voorstellen.",
  signup: "Je kunt je inschrijven.",
  signupUntil: "Je kunt je tot {{date}} inschrijven.",
  propose: "Stel een workshop voor",
  footer:
    "Je krijgt dit één keer per maand als collega van {{organisation}}. Is er niets te vertellen, dan komt er geen mail.",
};
