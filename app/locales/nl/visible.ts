import type { visible as english } from "../en/visible.ts";
import type { Translated } from "../shape.ts";

export const visible: Translated<typeof english> = {
  free: "Nog vrij",
  whoeverWants: "Wie wil, ter plekke",
  poster: {
    title: "Poster van {{name}}",
    link: "Poster",
    intro:
      "Eén A4 om naast de koffieautomaat te hangen, ook goed in zwart-wit. De volgende vier praatjes staan erop; druk hem opnieuw af als die geweest zijn.",
    hostsOnly: "Alleen de gastheren zien deze reeks, dus beide codes vragen je in te loggen.",
    print: "Afdrukken",
    pdf: "PDF om af te drukken of te sturen",
    in: "In het {{language}}",
    coming: "Binnenkort",
    none: "Er is nog geen praatje gepland.",
    time: "om {{time}}",
    asOf: "Stand van {{date}}",
    subscribe: {
      title: "Mis er geen",
      text: "Zet het in je agenda; die houdt zichzelf bij.",
      alt: "QR-code om de praatjes in je agenda te volgen: {{address}}",
    },
    join: {
      title: "Zelf vertellen",
      text: "Tien minuten over iets wat jij weet.",
      alt: "QR-code om jezelf op het rooster te zetten: {{address}}",
    },
  },
  screen: {
    link: "Gangscherm",
    now: "Nu",
    next: "Volgend praatje",
    later: "Daarna",
    none: "Er is geen praatje gepland",
    begins: "Begint {{when}}",
    underWay: "Nu, tot {{time}}",
    over: "Net afgelopen",
    clock: "Tienminutenklok",
    follow: "Volg het in je agenda",
    qr: "QR-code om de praatjes in je agenda te volgen: {{address}}",
    calledOff: "{{date}}: gaat niet door",
    stale: "Geen verbinding. Zo stond het {{since}}.",
    signedOut: "Dit scherm is uitgelogd. Zo stond het {{since}}; log er opnieuw op in.",
  },
};
