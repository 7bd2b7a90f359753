import type { guarantees as english } from "../en/guarantees.ts";
import type { Translated } from "../shape.ts";

export const guarantees: Translated<typeof english> = {
  untilItBegins: "het begint",
  shown: {
    host_one: "{{count}} voor {{name}}",
    host_other: "{{count}} voor {{name}}",
    kept: "Tot {{until}} zijn er plekken voor mensen van de organisaties: {{list}}. Daarna zijn ze voor iedereen.",
    keptToTheEnd: "Er zijn plekken voor mensen van de organisaties: {{list}}.",
    each_one:
      "Tot {{until}} is er {{count}} plek voor elke organisatie ({{hosts}}). Daarna zijn ze voor iedereen.",
    each_other:
      "Tot {{until}} zijn er {{count}} plekken voor elke organisatie ({{hosts}}). Daarna zijn ze voor iedereen.",
    eachToTheEnd_one: "Er is {{count}} plek voor elke organisatie: {{hosts}}.",
    eachToTheEnd_other: "Er zijn {{count}} plekken voor elke organisatie: {{hosts}}.",
  },
  queue: {
    kept_one: "{{count}} vrije plek is voor {{name}} tot {{until}}.",
    kept_other: "{{count}} vrije plekken zijn voor {{name}} tot {{until}}.",
    keptForYou_one: "{{count}} vrije plek is voor jouw organisatie, {{name}}, tot {{until}}.",
    keptForYou_other: "{{count}} vrije plekken zijn voor jouw organisatie, {{name}}, tot {{until}}.",
    ahead_zero: "Niemand voor je is daarvan.",
    ahead_one: "Van wie voor je staan, is er {{count}} van.",
    ahead_other: "Van wie voor je staan, zijn er {{count}} van.",
    rule: "Een plek die vrijkomt gaat naar de eerste die hem mag hebben.",
  },
};
