// What a spreadsheet takes for the start of a formula, also behind spaces, marks of direction and
// in full-width form; a leading tab or line end hides such a start from the eye.
const startsFormula =
  /^[\s\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]*[=+\-@＝＋－＠]|^[\t\r\n]/

/**
 * Text that is safe to put in a spreadsheet cell: what a spreadsheet would run as a formula gets an
 * apostrophe in front (OWASP, CSV injection). Numbers go into cells as numbers, not through here.
 */
export function toSpreadsheetCell(text: string): string {
  return startsFormula.test(text) ? `'${text}` : text
}
