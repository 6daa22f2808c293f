import type { CopyIn } from './copy-in.ts'
import { copyLine } from './copy-line.ts'
import type { Cell } from './copy-line.ts'
import { columnsOf } from './tables.ts'
import type { FilledTable } from './tables.ts'

const enough = 40_000

/**
 * Rows leave in the order of the days on which they were written, as they would have come about:
 * the rows of one case lie scattered among those of all others.
 */
export class RowsByDay {
  readonly #days = new Map<number, Map<FilledTable, string[]>>()
  readonly #leaving = new Map<FilledTable, string[]>()
  readonly #copy: CopyIn

  constructor(copy: CopyIn) {
    this.#copy = copy
  }

  add(day: number, table: FilledTable, ...cells: Cell[]): void {
    let tables = this.#days.get(day)
    if (!tables) this.#days.set(day, (tables = new Map()))
    const lines = tables.get(table)
    if (lines) lines.push(copyLine(cells))
    else tables.set(table, [copyLine(cells)])
  }

  /** Lets go of everything up to the day before this one. */
  async passTo(day: number): Promise<void> {
    const past = [...this.#days.keys()].filter((each) => each < day).sort((a, b) => a - b)
    for (const each of past) {
      for (const [table, lines] of this.#days.get(each) ?? []) {
        const leaving = this.#leaving.get(table) ?? []
        for (const line of lines) leaving.push(line)
        this.#leaving.set(table, leaving)
        if (leaving.length >= enough) await this.#send(table)
      }
      this.#days.delete(each)
    }
  }

  async finish(): Promise<void> {
    await this.passTo(Infinity)
    for (const table of this.#leaving.keys()) await this.#send(table)
    await this.#copy.finish()
  }

  async #send(table: FilledTable): Promise<void> {
    const lines = this.#leaving.get(table) ?? []
    this.#leaving.set(table, [])
    if (lines.length > 0) await this.#copy.send(table, columnsOf[table], lines)
  }
}
