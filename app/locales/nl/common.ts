import type { common as english } from "../en/common.ts";
import type { Translated } from "../shape.ts";

export const common: Translated<typeof english> = {
  signIn: "Inloggen",
  signOut: "Uitloggen",
  accountOf: "Account van {{name}}",
  nav: {
    label: "Hoofdmenu",
    festivals: "Festivals",
    lectures: "Praatjes",
    agenda: "Mijn agenda",
    account: "Mijn account",
    organisations: "Organisaties",
    outbox: "Postvak uit",
  },
  footer: {
    line: "Collega's van bevriende organisaties leren van elkaar.",
    language: "Taal",
    theme: "Weergave",
  },
  theme: { system: "Automatisch", light: "Licht", dark: "Donker" },
};
