import type { ballot as english } from "../en/ballot.ts";
import type { Translated } from "../shape.ts";

export const ballot: Translated<typeof english> = {
  wishes: {
    title: "Jouw wensen",
    intro: "Zeg waar je heen wilt. De plaatsen worden in één keer verdeeld, als alle wensen binnen zijn.",
    link: "Mijn wensen doorgeven",
    linkClosed: "Mijn wensen bekijken",
    mine: "Mijn workshops",
    firstCome: "Wensen hoeven niet",
    firstComeText:
      "Wie zich het eerst aanmeldt heeft hier de plaats. Meld je aan op de pagina van een workshop.",
    none: "Nog niet",
    noneText:
      "De plaatsen gaan hier naar wensen. De organisatoren hebben nog niet gezegd wanneer je die kunt doorgeven.",
    waiting: "Nog niet open",
    opensAt: "Je kunt je wensen doorgeven vanaf {{when}}.",
    noProgramme: "Je kunt je wensen doorgeven zodra er een programma is.",
    closed: "De wensen zijn binnen",
    closedText:
      "Er kan niets meer veranderen. Als de plaatsen verdeeld zijn krijg je één mail met wat je hebt en waarom.",
    allocated: "De plaatsen zijn verdeeld",
    allocatedText: "Vanaf nu gaan vrije plaatsen naar wie zich het eerst aanmeldt.",
    toMine: "Bekijk wat ik heb en waarom",
    dropped: "Een wens van je telt niet meer",
    droppedText:
      "{{titles}}: gaat niet door, of je hebt dan inmiddels iets anders. De andere zijn opgeschoven.",
    shifted: "Het programma is veranderd, en daarmee de volgorde van je wensen",
    shiftedText: "Kijk ze nog eens na: {{slots}}.",
  },
  how: {
    closes: "Je kunt je wensen veranderen tot {{when}}.",
    number: "Nummer je wensen per tijdvak: 1 voor wat je het liefst wilt, dan 2, 3, tot en met 8.",
    honest:
      "Schrijf op wat je echt wilt. Een tweede keus weglaten maakt niets waarschijnlijker, en misschien heb je dan geen plaats.",
    empty: "Laat je een tijdvak leeg, dan blijf je dan vrij.",
    seen: "Niemand leest jouw wensen: de organisatoren zien alleen hoeveel mensen iets willen.",
    more: "Hoe de plaatsen verdeeld worden, en hoe je dat kunt nagaan",
    seed: "Willen meer mensen de laatste plaats, dan beslist het lot. Dat komt uit deze tekst, die hier al stond voor de eerste wens binnenkwam. Zo kan niemand het lot naar zijn hand zetten:",
    replay:
      "Achteraf kan iedereen zonder namen lezen waarop de verdeling berust, en haar narekenen. Jij staat erin onder een nummer dat alleen jij ziet. Met wie je samen gaat kan zien welke wensen van jou zijn, en een collega die ze kent ook.",
  },
  form: {
    number: "Wens nummer",
    of: "voor “{{title}}”",
    host: "Gastheer:",
    veto: "Deze niet",
    up: "Hoger: “{{title}}”",
    down: "Lager: “{{title}}”",
    moved: "“{{title}}” is je wens nummer {{rank}}.",
    unwished: "“{{title}}” is geen wens meer van je.",
    free: "Dan ben ik liever vrij",
    freeHint: "Is er voor geen van mijn wensen plaats, geef me dan niets anders.",
    save: "Mijn wensen opslaan",
    asSaved: "Zo is het opgeslagen.",
    savedAt: "Opgeslagen om {{time}}",
    saving: "Opslaan…",
    notSaved: "Niet opgeslagen.",
    offline: "Niet opgeslagen: geen verbinding. Het blijft in dit tabblad staan en wordt opnieuw geprobeerd.",
    restored: "Wat je eerder typte staat er weer. Het is nog niet opgeslagen.",
    kept: "Nog niet opgeslagen.",
    elsewhere:
      "Niet opgeslagen: in een ander tabblad heb je andere wensen opgeslagen. Sla hier op om ze te vervangen.",
    elsewhereSee: "Bekijk wat is opgeslagen",
    putBack: "Terugzetten wat ik hier eerder typte",
    signedOut: "Niet opgeslagen: je bent uitgelogd. Log in een ander tabblad in en sla dan hier op.",
  },
  taken: {
    gives: "Deze geef je zelf.",
    busy: "Dan heb je iets anders.",
  },
  problems: {
    number: "Schrijf een heel getal van 1 tot en met {{most}}, of laat het leeg.",
    twice: "“{{title}}” is al je nummer {{rank}}. Geef ze elk een ander nummer.",
    gap: "Nummer {{missing}} ontbreekt in dit tijdvak. Nummer je wensen 1, 2, 3, zonder gat.",
    gives: "Deze geef je zelf, dus je kunt hem niet wensen.",
    busy: "Dan heb je iets anders, dus je kunt hem niet wensen.",
    both: "Er staat een nummer bij én “Deze niet”. Kies een van de twee.",
    gone: "Een van deze workshops staat niet, of niet meer, in dit programma. De rest staat er nog: sla het opnieuw op.",
    changed:
      "Intussen heb je andere wensen opgeslagen, in een ander tabblad of op een ander apparaat. Wat je hier ziet is niet opgeslagen. Sla opnieuw op om de andere te vervangen.",
    "not-open": "Niet opgeslagen: er worden nu geen wensen aangenomen.",
  },
  kept: {
    nothing:
      "Je hebt geen wensen doorgegeven. Plaatsen die overblijven gaan naar wie zich het eerst aanmeldt.",
    noWish: "Geen wens: je blijft vrij.",
    vetoes: "Deze niet: {{titles}}",
    free: "Liever vrij dan iets anders.",
  },
  toast: {
    saved: "Je wensen zijn opgeslagen.",
  },
};
