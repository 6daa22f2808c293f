/** Takes bytes from a stream in pieces of the size asked for. */
export class ByteReader {
  readonly #source: AsyncIterator<Buffer>
  #held: Buffer = Buffer.alloc(0)
  #taken = 0

  constructor(source: AsyncIterable<Buffer>) {
    this.#source = source[Symbol.asyncIterator]()
  }

  /** How many bytes were taken so far. */
  get position(): number {
    return this.#taken
  }

  /** The next `count` bytes; fewer only where the stream ends. */
  async take(count: number): Promise<Buffer> {
    const pieces: Buffer[] = [this.#held]
    let length = this.#held.length
    while (length < count) {
      const { value, done } = await this.#source.next()
      if (done) break
      pieces.push(value)
      length += value.length
    }
    const all = pieces.length === 1 ? this.#held : Buffer.concat(pieces)
    const taken = all.subarray(0, count)
    this.#held = all.subarray(count)
    this.#taken += taken.length
    return taken
  }

  async isAtEnd(): Promise<boolean> {
    while (this.#held.length === 0) {
      const { value, done } = await this.#source.next()
      if (done) return true
      this.#held = value
    }
    return false
  }

  async close(): Promise<void> {
    await this.#source.return?.()
  }
}
