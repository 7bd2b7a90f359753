/** What a spreadsheet would take for a formula (OWASP, CSV injection), also behind apostrophes of ours. */
const dangerous = /^'*[=+\-@\t\r]/;

/** A text that no spreadsheet evaluates: with an apostrophe in front where it would be taken for a formula. */
export function defused(text: string): string {
  return dangerous.test(text) ? `'${text}` : text;
}

/** The text as it was before `defused`. */
export function undefused(text: string): string {
  return text.startsWith("'") && dangerous.test(text) ? text.slice(1) : text;
}
