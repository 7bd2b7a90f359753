import type { tables as english } from "../en/tables.ts";
import type { Translated } from "../shape.ts";

export const tables: Translated<typeof english> = {
  upload: {
    file: "Spreadsheet",
    fileHint:
      "Excel (.xlsx) of CSV, hooguit 5 MB en 5000 rijen. In de eerste rij staan de namen van de kolommen.",
    pasted: "Of plak het hier",
    pastedHint:
      "Kopieer de cellen in je spreadsheet, met de namen van de kolommen, en plak ze. Gebruikt als er geen bestand is gekozen.",
    submit: "Eerst bekijken",
    back: "Een ander bestand",
  },
  refusal: {
    nothingSent: "Kies een bestand of plak de cellen.",
    tooLarge: "Het bestand is groter dan 5 MB. Splits het op of laat plaatjes weg.",
    empty: "Er staat niets in dit bestand.",
    noRows:
      "Er staat maar één rij in. De eerste rij heeft de namen van de kolommen, de rijen eronder wat je wilt overnemen.",
    notText: "Dit is geen spreadsheet en geen tekst. Bewaar het als .xlsx of CSV.",
    notATable:
      "Dit is geen tabel: misschien ontbreekt er een aanhalingsteken, of het is een ander soort bestand. Bewaar het als .xlsx of CSV.",
    oldExcel:
      "Deze werkmap is van Excel 2003 of ouder, of heeft een wachtwoord. Bewaar hem als .xlsx zonder wachtwoord.",
    brokenWorkbook:
      "Deze werkmap breekt af of er zit een fout in. Open hem, bewaar hem als .xlsx en probeer het opnieuw.",
    unpacksTooLarge:
      "Uitgepakt is dit bestand veel groter dan een tabel die mensen schrijven. Kopieer de rijen die je nodig hebt naar een nieuwe werkmap.",
    tooManyRows: "Er staan meer dan 5000 rijen in. Splits het op.",
    tooManyColumns: "Er staan meer dan 60 kolommen in. Laat weg wat je niet nodig hebt.",
    cellTooLong: "Er is een cel met meer dan 10.000 tekens.",
    declaresEntities:
      "Deze werkmap bevat iets wat geen spreadsheet heeft. Open hem, bewaar hem als .xlsx en probeer het opnieuw.",
    atRow: "Rij {{row}}: {{sentence}}",
    lostTable: "De rijen zijn niet meegekomen. Kies het bestand opnieuw.",
    noNeeded: "Zeg in welke kolom dit staat: {{field}}.",
    twice: "Twee kolommen heten {{field}}. Laat er één weg.",
  },
  columns: {
    title: "Kolommen",
    intro: "Zo lezen wij ze. Verander wat niet klopt en kijk opnieuw.",
    column: "Kolom {{letter}}: {{name}}",
    unnamed: "zonder naam",
    example: "Bijvoorbeeld: {{text}}",
    unread: "Niet gelezen: {{names}}.",
    skip: "Weglaten",
    again: "Opnieuw kijken met deze kolommen",
    order: "Wat is {{example}}?",
    orderHint: "Sommige datums kun je op twee manieren lezen.",
    orders: { "day-first": "Eerst de dag: {{date}}", "month-first": "Eerst de maand: {{date}}" },
  },
};
