import type { AnswerOf } from '@peyvand/domain/contract.ts'
import { listProgrammes } from '@peyvand/domain/agency/contract.ts'
import { listPlaces, readProgrammeSettings } from '@peyvand/domain/intake/contract.ts'
import type { Called } from '../../platform/api.ts'
import { useCommand } from '../../platform/query.ts'
import type { Command } from '../../platform/query.ts'

export type Programme = AnswerOf<typeof readProgrammeSettings>['programmes'][number]
export type Desk = Programme['desks'][number]

/** An act on the agency's settings: whatever shows programmes or places is fetched again. */
export function useSettingsCommand<E extends Called>(endpoint: E): Command<E> {
  return useCommand(endpoint, { stale: [readProgrammeSettings, listProgrammes, listPlaces] })
}
