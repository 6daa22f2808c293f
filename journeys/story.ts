import type { Visit } from './steps/open-visit.ts'
import type { Language } from './steps/read-words.ts'
import type { Peyvand } from './steps/run-peyvand.ts'
import type { Tale } from './tales/tale.ts'

/** Where and in which language a journey is made. */
export interface Story {
  language: Language
  tale: Tale
  peyvand: Peyvand
  /** Somebody opens a browser. */
  visit: () => Promise<Visit>
  /** One part of the way; when it fails, its title says where. */
  step: <T>(title: string, act: () => Promise<T>) => Promise<T>
  /** A figure worth printing. */
  note: (line: string) => void
}

export interface Journey {
  title: string
  tell: (story: Story) => Promise<void>
}
