/** A table as it came: the cells of each line as text, nothing interpreted. */
export interface SourceTable {
  kind: 'table'
  /** File name without folders, as the person knows it. */
  name: string
  columns: readonly string[]
  /** `line` is the line of the file where the row begins; the header is line 1. */
  rows: readonly { line: number; cells: readonly string[] }[]
}

export interface SourceJson {
  kind: 'json'
  name: string
  text: string
}

/** One file of a directory, decoded from UTF-8. */
export type SourceFile = SourceTable | SourceJson
