import { type ColumnNames, guessColumns, mostOf } from "~/platform/tables/match-columns.ts";
import type { Table } from "~/platform/tables/table.ts";
import { type ColumnProblem, type ListColumns, type ListField, listFields } from "./fields.ts";
import { readPastDate } from "./read-date.ts";

const names: ColumnNames<ListField> = {
  fields: listFields,
  /** In English and Dutch. */
  synonyms: {
    date: "date, day, week, when, held on, datum, dag, wanneer, gehouden op",
    speaker:
      "speaker, speakers, name, who, by, presenter, colleague, given by, spreker, sprekers, naam, wie, door, presentator, collega, medewerker, gegeven door",
    topic:
      "topic, subject, title, lecture, talk, about, what, onderwerp, thema, titel, lezing, praatje, college, waarover, wat, over",
    email: "email, mail, email address, emailadres, mailadres",
    organisation:
      "organisation, organization, company, employer, team, organisatie, bedrijf, werkgever, club, afdeling",
  },
  byContent(texts) {
    if (mostOf(texts, (text) => /^\S+@\S+\.\S+$/.test(text))) return ["email"];
    if (mostOf(texts, (text) => readPastDate(text, { today: "2199-12-31", order: "day-first" }).ok))
      return ["date"];
    return [];
  },
};

/** A first guess at what each column of last year's list holds. */
export function matchListColumns(table: Pick<Table, "header" | "rows">): ListColumns {
  return guessColumns(names, table);
}

/** What has to be said of the columns before a row can be looked at. */
export function listColumnProblem(columns: ListColumns): ColumnProblem | null {
  const twice = columns.find((field, index) => field && columns.indexOf(field) < index);
  if (twice) return { key: "twice", field: twice };
  const missing = (["date", "speaker"] as const).find((field) => !columns.includes(field));
  return missing ? { key: "noNeeded", field: missing } : null;
}
