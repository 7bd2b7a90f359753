export const guarantees = {
  untilItBegins: "it begins",
  shown: {
    host_one: "{{count}} for {{name}}",
    host_other: "{{count}} for {{name}}",
    kept: "Until {{until}} seats are kept for people of the hosts: {{list}}. After that they are everybody's.",
    keptToTheEnd: "Seats are kept for people of the hosts: {{list}}.",
    each_one:
      "Until {{until}} {{count}} seat is kept for each host ({{hosts}}). After that they are everybody's.",
    each_other:
      "Until {{until}} {{count}} seats are kept for each host ({{hosts}}). After that they are everybody's.",
    eachToTheEnd_one: "{{count}} seat is kept for each host: {{hosts}}.",
    eachToTheEnd_other: "{{count}} seats are kept for each host: {{hosts}}.",
  },
  queue: {
    kept_one: "{{count}} free seat is kept for {{name}} until {{until}}.",
    kept_other: "{{count}} free seats are kept for {{name}} until {{until}}.",
    keptForYou_one: "{{count}} free seat is kept for your organisation, {{name}}, until {{until}}.",
    keptForYou_other: "{{count}} free seats are kept for your organisation, {{name}}, until {{until}}.",
    ahead_zero: "Nobody before you is from there.",
    ahead_one: "Of those before you, {{count}} is from there.",
    ahead_other: "Of those before you, {{count}} are from there.",
    rule: "A seat that comes free goes to the first who may take it.",
  },
};
