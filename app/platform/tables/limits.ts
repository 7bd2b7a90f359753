/** What no table that people write reaches; beyond it a file is refused before it is understood. */
export const limits = {
  fileBytes: 5 * 1024 * 1024,
  rows: 5000,
  columns: 60,
  cell: 10_000,
  /** Of all cells together, so that a table can travel in a form. */
  text: 8 * 1024 * 1024,
  zipEntries: 500,
  /** Of the parts of a workbook that are read. */
  unpackedBytes: 24 * 1024 * 1024,
  /** Sheets of nothing but the same cell reach 60; bombs begin at 1000. */
  ratio: 150,
  /** Small parts may be packed however well. */
  ratioFromBytes: 1024 * 1024,
  xmlDepth: 32,
} as const;
