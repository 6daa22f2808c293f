/** Ends what was started, the last first; each part is tried even if another fails. */
export class Ending {
  readonly #parts: { what: string; end: () => Promise<void> }[] = []
  #ended: Promise<void> | undefined

  add(what: string, end: () => Promise<void>): void {
    this.#parts.push({ what, end })
  }

  get hasBegun(): boolean {
    return this.#ended !== undefined
  }

  run(onFailure: (what: string, error: unknown) => void): Promise<void> {
    this.#ended ??= this.#endAll(onFailure)
    return this.#ended
  }

  async #endAll(onFailure: (what: string, error: unknown) => void): Promise<void> {
    for (const { what, end } of this.#parts.toReversed()) {
      try {
        await end()
      } catch (error) {
        onFailure(what, error)
      }
    }
  }
}
