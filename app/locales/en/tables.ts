export const tables = {
  upload: {
    file: "Spreadsheet",
    fileHint: "Excel (.xlsx) or CSV, at most 5 MB and 5000 rows. The first row has the names of the columns.",
    pasted: "Or paste it here",
    pastedHint:
      "Copy the cells in your spreadsheet, with the names of the columns, and paste them. Used when no file is chosen.",
    submit: "Look at it first",
    back: "Another file",
  },
  refusal: {
    nothingSent: "Choose a file or paste the cells.",
    tooLarge: "The file is larger than 5 MB. Split it up, or leave out pictures.",
    empty: "There is nothing in this file.",
    noRows:
      "There is only one row in it. The first row has the names of the columns, the rows below it what you want to take.",
    notText: "This is neither a spreadsheet nor text. Save it as .xlsx or CSV.",
    notATable:
      "This is not a table: a quotation mark may be missing, or it is another kind of file. Save it as .xlsx or CSV.",
    oldExcel:
      "This workbook is of Excel 2003 or older, or has a password. Save it as .xlsx without a password.",
    brokenWorkbook: "This workbook breaks off or has a mistake in it. Open it, save it as .xlsx and retry.",
    unpacksTooLarge:
      "Unpacked, this file is far larger than a table that people write. Copy the rows you need into a new workbook.",
    tooManyRows: "It has more than 5000 rows. Split it up.",
    tooManyColumns: "It has more than 60 columns. Leave out those you do not need.",
    cellTooLong: "A cell holds more than 10,000 characters.",
    declaresEntities:
      "This workbook declares something that no spreadsheet has. Open it, save it as .xlsx and retry.",
    atRow: "Row {{row}}: {{sentence}}",
    lostTable: "The rows did not come along. Choose the file again.",
    noNeeded: "Say which column has: {{field}}.",
    twice: "Two columns are called {{field}}. Leave one out.",
  },
  columns: {
    title: "Columns",
    intro: "This is how we read them. Change what is wrong and look again.",
    column: "Column {{letter}}: {{name}}",
    unnamed: "without a name",
    example: "For example: {{text}}",
    unread: "Not read: {{names}}.",
    skip: "Leave out",
    again: "Look again with these columns",
    order: "What is {{example}}?",
    orderHint: "Some dates can be read in two ways.",
    orders: { "day-first": "Day first: {{date}}", "month-first": "Month first: {{date}}" },
  },
};
