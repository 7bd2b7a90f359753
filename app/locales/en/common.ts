export const common = {
  signIn: "Sign in",
  signOut: "Sign out",
  accountOf: "Account of {{name}}",
  nav: {
    label: "Main",
    festivals: "Festivals",
    lectures: "Lectures",
    agenda: "My agenda",
    account: "My account",
    organisations: "Organisations",
    outbox: "Outbox",
  },
  footer: {
    line: "Colleagues of allied organisations teaching each other.",
    language: "Language",
    theme: "Appearance",
  },
  theme: { system: "Automatic", light: "Light", dark: "Dark" },
};
