import type { WrittenDay } from '../steps/write-day.ts'

interface Worker {
  fullName: string
  userName: string
  password: string
}

/** What the people of a journey are called, say and write; the same story in each language. */
export interface Tale {
  agencyName: string
  administrator: Worker
  directory: { source: string; attribution: string }
  client: {
    givenName: string
    familyName: string
    fatherName: string
    /** As it is looked up first: another spelling. */
    lookedUp: string
    born: WrittenDay
    /** How the file says it afterwards. */
    bornShown: string
    safeContact: string
  }
  problem: string
  /** As the lists of the agency name them. */
  programme: string
  model: string
  languageOfDirectory: string
  whyModel: string
  clientView: string
  talk: string
  need: { statement: string; evidence: string }
  otherNeed: string
  strength: string
  barrier: string
  plan: {
    goal: string
    goalInProfessionalWords: string
    scale: readonly [string, string, string, string, string]
    action: string
    sections: { intervention: string; crisis: string }
    postponed: string
    word: string
  }
  /** A service of the Ohana directory; its name stays as its publisher wrote it. */
  service: string
  choice: string
  receiver: string
  partnerSays: string
  partnerEnds: string
  visit: {
    place: string
    purpose: string
    said: string
    seen: string
    understood: string
    next: string
    progress: string
  }
  review: { clientSays: string; reason: string }
  closure: {
    met: string
    unmetReason: string
    reason: string
    clientSays: string
    risk: string
    aftercare: string
  }
  reopened: string
  colleague: Worker
  teacher: Worker
  therapy: { purpose: string; note: string }
  sentences: readonly [string, string, string]
  /** Opens a case in an emergency, with these words; the supervisor judges it with others. */
  rescuer: Worker
  emergency: { reason: string; finding: string }
  director: Worker
  /** The client registered once more, as another desk wrote it. */
  twin: { givenName: string; familyName: string; linked: string; parted: string }
}
