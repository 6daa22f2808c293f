type Note = (line: string) => void

/** What whoever started Peyvand reads: one line for each thing done, more where it takes long. */
export type Terminal = {
  say: (line: string) => void
  step: <T>(title: string, work: (note: Note) => Promise<T>) => Promise<T>
}

const patience = 2000

export function openTerminal(write: (line: string) => unknown): Terminal {
  return {
    say: (line) => void write(line),
    step: async (title, work) => {
      const began = performance.now()
      const seconds = () => `${Math.round((performance.now() - began) / 1000)} s`
      let doing = title
      let told = false
      const timer = setInterval(() => {
        told = true
        write(`  … ${doing} (${seconds()})`)
      }, patience)
      try {
        const result = await work((line) => (doing = `${title}: ${line}`))
        write(`  ✓ ${title}${told ? ` (${seconds()})` : ''}`)
        return result
      } finally {
        clearInterval(timer)
      }
    },
  }
}
